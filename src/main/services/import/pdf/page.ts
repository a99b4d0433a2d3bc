import type { PdfAnnotation } from "../../pdfium/annotations.ts";
import { artifact, type PdfChar } from "../../pdfium/chars.ts";
import type { PdfLink } from "../../pdfium/links.ts";
import type { Box } from "../../pdfium/module.ts";
import type { PdfPage } from "../../pdfium.ts";
import { type Frame, frameOf, isUpright, toFrame } from "./frame.ts";
import { type Line, linesOf } from "./lines.ts";

/** A page as it is read: all boxes but those of annotations stand in its frame. */
export type ReadPage = {
  readonly index: number;
  readonly frame: Frame;
  readonly rotation: PdfPage["rotation"];
  readonly label: string;
  readonly links: readonly PdfLink[];
  readonly annotations: readonly PdfAnnotation[];
  /** True when something was to be read on it at all, be it furniture. */
  readonly hasText: boolean;
  lines: Line[];
};

/** Read a page's lines. Text that is not to be seen in print, since it is cut off, is left out; so is what stands askew. */
export function readPage(page: PdfPage, index: number): ReadPage {
  const frame = frameOf(page.visible, page.chars);
  const tags = page.tags.size > 0 && isTagged(page) ? page.tags : new Map();
  const seen = seenIn(page, frame);
  return {
    index,
    frame,
    rotation: page.rotation,
    label: page.label,
    links: page.links.map((link) => ({ ...link, box: toFrame(link.box, frame) })),
    annotations: page.annotations,
    hasText: page.chars.some((char) => char.text.trim() !== ""),
    lines: linesOf(seen, tags),
  };
}

/** Characters that are to be seen, with their boxes in the frame. */
function seenIn(page: PdfPage, frame: Frame): PdfChar[] {
  const seen: PdfChar[] = [];
  const upright = isUpright(frame);
  for (const char of page.chars) {
    if (char.turn !== frame.turn && !char.generated && char.text.trim() !== "") continue;
    const box = toFrame(char.box, frame);
    if (!char.generated && !isInside(box, frame)) continue;
    if (upright) {
      seen.push(char);
      continue;
    }
    const foot = frame.turn === 0 ? char.foot - frame.visible[1] : box[1];
    const [x, y] = char.origin;
    const [left, base] = toFrame([x, y, x, y], frame);
    seen.push({ ...char, box, foot, origin: [left, base] });
  }
  return seen;
}

/** True when most of a page's text has a block; else its tags say too little to be followed. */
function isTagged({ chars, tags }: PdfPage): boolean {
  let [inked, tagged] = [0, 0];
  for (const char of chars) {
    if (char.generated || char.content === artifact || char.text.trim() === "") continue;
    inked++;
    if (tags.has(char.content)) tagged++;
  }
  return tagged > inked * 0.6;
}

function isInside(box: Box, { width, height }: Frame): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
