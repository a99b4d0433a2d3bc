import type { PaperContent } from "../../../../shared/model/content.ts";
import { encodeGeometry, type Place } from "../../geometry.ts";
import { openPdf } from "../../pdfium.ts";
import { noteSize } from "./typeset.ts";

/** How far to look for the text again after something that is only on the page: a list mark, a page number. */
const reach = 400;
const nearReach = 30;

type Printed = Readonly<{ text: string; place: Place }>;

/**
 * Geometry of a canonical text in a PDF that was typeset from it: both are walked together, white space and hyphens apart.
 * Notes stand at the foot of pages in a size of their own, so the text and the notes are walked one after the other.
 */
export async function align(
  { text, blocks }: Pick<PaperContent, "text" | "blocks">,
  pdf: Uint8Array,
): Promise<Uint8Array> {
  const reader = await openPdf(pdf, null);
  const body: Printed[] = [];
  const foot: Printed[] = [];
  for (let page = 0; page < reader.pageCount; page++)
    for (const char of reader.page(page).chars) {
      if (char.generated || !isInk(char.text)) continue;
      const isNote = char.size > noteSize.from && char.size < noteSize.to;
      (isNote ? foot : body).push({ text: plain(char.text), place: { page, box: char.box } });
    }
  reader.close();
  const places: Place[] = new Array(text.length).fill(null);
  const inNote = new Uint8Array(text.length);
  for (const block of blocks) if (block.kind === "footnote") inNote.fill(1, block.start, block.end);
  walk(text, body, (i) => inNote[i] === 0, places);
  walk(text, foot, (i) => inNote[i] === 1, places);
  return encodeGeometry(places);
}

function walk(text: string, marks: readonly Printed[], isOwn: (i: number) => boolean, places: Place[]): void {
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (!isOwn(i) || !isInk(char)) continue;
    const found = marks[at]?.text.startsWith(plain(char)) ? at : seek(marks, at, next(text, i));
    if (found === null) continue;
    places[i] = marks[found]?.place ?? null;
    at = found + 1;
  }
}

function seek(marks: readonly Printed[], from: number, wanted: readonly string[]): number | null {
  // A short word is found by chance soon: look for it only as far as a list mark or a page number is long.
  const end = Math.min(marks.length, from + (wanted.length < 4 ? nearReach : reach));
  for (let at = from; at < end; at++)
    if (wanted.every((char, index) => marks[at + index]?.text.startsWith(char))) return at;
  return null;
}

/** The next few characters of the line or cell from `i` on: what follows may be parted from it by a mark of the list. */
function next(text: string, i: number): string[] {
  const [line = ""] = text.slice(i, i + 40).split(/[\n\t]/);
  return [...line].filter(isInk).slice(0, 8).map(plain);
}

function isInk(char: string): boolean {
  return !/[\s\p{Cc}\p{Cf}-]/u.test(char);
}

function plain(char: string): string {
  return char.normalize("NFKC");
}
