import type { PaperContent } from "../../../../shared/model/content.ts";
import { encodeGeometry, type UnitPlace } from "../../geometry/geometry.ts";
import { openPdf } from "../../pdfium/reader.ts";
import { noteSize } from "../../typst/typeset.ts";
import { isInk, pair } from "./pair.ts";

type Printed = Readonly<{ text: string; place: UnitPlace }>;

/**
 * Geometry of a canonical text in a PDF that was typeset from it: both are walked together, white space and hyphens
 * apart. Notes are at the foot of pages in a size of their own, so the text and the notes are walked one after the
 * other.
 */
export async function align(
  { text, blocks }: Pick<PaperContent, "text" | "blocks">,
  pdf: Uint8Array,
): Promise<Uint8Array> {
  const reader = await openPdf(pdf, null);
  const body: Printed[] = [];
  const foot: Printed[] = [];
  for (let page = 0; page < reader.pageCount; page++) {
    const { chars } = reader.page(page);
    for (let k = 0; k < chars.length; k++) {
      const [text, { size }] = [chars.text(k), chars.run(k)];
      if (chars.isGenerated(k) || !isInk(text)) continue;
      const isNote = size > noteSize.from && size < noteSize.to;
      (isNote ? foot : body).push({ text, place: { page, box: chars.box(k) } });
    }
  }
  reader.close();
  const places: UnitPlace[] = new Array(text.length).fill(null);
  const inNote = new Uint8Array(text.length);
  for (const block of blocks) if (block.kind === "footnote") inNote.fill(1, block.start, block.end);
  for (const [printed, own] of [
    [body, 0],
    [foot, 1],
  ] as const) {
    const pairs = pair(
      text,
      printed.map((unit) => unit.text),
      (unit) => inNote[unit] === own,
    );
    for (const [unit, mark] of pairs.entries()) if (mark >= 0) places[unit] = printed[mark]?.place ?? null;
  }
  return encodeGeometry(places);
}
