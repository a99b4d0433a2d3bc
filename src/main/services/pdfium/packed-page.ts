import { type PackedChars, PageChars } from "./page-chars.ts";
import type { PdfPage } from "./reader.ts";

/** A page as it goes from one thread to another. */
export type PackedPage = Readonly<Omit<PdfPage, "chars" | "boxes"> & { chars: PackedChars; boxes: PackedChars }>;

/** A page for another thread, with the buffers to transfer, after which the page can't be used any more. */
export function packPage(page: PdfPage): { packed: PackedPage; buffers: ArrayBuffer[] } {
  const [chars, boxes] = [page.chars.packed(), page.boxes.packed()];
  return { packed: { ...page, chars, boxes }, buffers: [chars, boxes].flatMap(buffersOf) };
}

/** The page that another thread packed. */
export function unpackPage(packed: PackedPage): PdfPage {
  return { ...packed, chars: new PageChars(packed.chars), boxes: new PageChars(packed.boxes) };
}

function buffersOf({ codes, flags, runs, feet, boxes, confidences }: PackedChars): ArrayBuffer[] {
  const columns = [codes, flags, runs, feet, boxes, ...(confidences === null ? [] : [confidences])];
  return columns.map(({ buffer }) => buffer);
}
