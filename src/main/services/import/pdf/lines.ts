import type { Box, PdfChar } from "../../pdfium.ts";

/** A piece of one line, without a gap wide enough to be a column's. */
export type Line = {
  chars: PdfChar[];
  box: Box;
  size: number;
  bold: boolean;
  /** Marks of footnotes that stood in this line, without the sign itself being part of the text. */
  notes: string[];
};

/** Characters as lines, in the order of the file. Raised note marks are left out; they do not belong to a quote. */
export function linesOf(chars: readonly PdfChar[]): Line[] {
  const lines: Line[] = [];
  let current: PdfChar[] = [];
  const flush = (): void => {
    const line = lineOf(current);
    if (line !== null) lines.push(line);
    current = [];
  };
  for (const char of chars) {
    const last = current.findLast((one) => !one.generated);
    if (char.text === "\n" || char.text === "\r" || (last !== undefined && !char.generated && !follows(last, char)))
      flush();
    if (!/[\n\r\u2060\u200b\ufeff]/.test(char.text)) current.push(char);
  }
  flush();
  return lines;
}

function follows(last: PdfChar, char: PdfChar): boolean {
  const overlap = Math.min(last.box[3], char.box[3]) - Math.max(last.box[1], char.box[1]);
  const height = Math.min(last.box[3] - last.box[1], char.box[3] - char.box[1]);
  const gap = Math.max(char.box[0] - last.box[2], last.box[0] - char.box[2]);
  return overlap > height * 0.3 && gap < Math.max(last.size, char.size) * 2.2;
}

function lineOf(chars: readonly PdfChar[]): Line | null {
  const inked = chars.filter((char) => char.text.trim() !== "" && !char.generated);
  if (inked.length === 0) return null;
  const size = middle(inked.map((char) => char.size));
  const base = middle(inked.map((char) => char.box[1]));
  const feet = middle(inked.map((char) => char.foot - char.box[1]));
  // A raised sign is small and high, or a glyph of full size whose ink begins high over the line (OpenType `sups`).
  const raised = (char: PdfChar): boolean =>
    /[\d*†‡]/.test(char.text) &&
    ((char.size < size * 0.8 && char.box[1] > base + size * 0.1) ||
      (/\d/.test(char.text) && char.foot - char.box[1] > feet + size * 0.5));
  const firstInk = chars.findIndex((char) => char.text.trim() !== "");
  const isNote = (char: PdfChar, index: number): boolean => index !== firstInk && raised(char);
  const kept = chars.filter((char, index) => !isNote(char, index));
  const boxes = inked.map((char) => char.box);
  const box: Box = [
    Math.min(...boxes.map((one) => one[0])),
    Math.min(...boxes.map((one) => one[1])),
    Math.max(...boxes.map((one) => one[2])),
    Math.max(...boxes.map((one) => one[3])),
  ];
  const bold = inked.filter((char) => char.bold).length > inked.length * 0.9;
  return { chars: trim(unreversed(kept)), box, size, bold, notes: notesOf(chars, isNote) };
}

/** The signs taken out, neighbours as one mark: 1 and 2 side by side are note 12. */
function notesOf(chars: readonly PdfChar[], isNote: (char: PdfChar, index: number) => boolean): string[] {
  const joined = chars.map((char, index) => (isNote(char, index) ? char.text : " ")).join("");
  return joined.split(/\s+/).filter((mark) => mark !== "");
}

/** Lam and alef drawn as one glyph come out of PDFium the wrong way round; they share a box. */
function unreversed(chars: readonly PdfChar[]): PdfChar[] {
  const all = [...chars];
  for (let i = 0; i + 1 < all.length; i++) {
    const [alef, lam] = [all[i], all[i + 1]];
    if (alef === undefined || lam?.text !== "ل" || !/[آأإاٱ]/.test(alef.text)) continue;
    if (alef.box[0] === lam.box[0] && alef.box[2] === lam.box[2]) all.splice(i++, 2, lam, alef);
  }
  return all;
}

function trim(chars: readonly PdfChar[]): PdfChar[] {
  const start = chars.findIndex((char) => char.text.trim() !== "");
  const end = chars.findLastIndex((char) => char.text.trim() !== "");
  const kept = chars.slice(start, end + 1);
  // The dots that lead the eye to a page number are no words.
  const leader = /(\s*\.){5,}$/.exec(kept.map((char) => char.text[0] ?? "").join(""));
  return leader === null ? kept : kept.slice(0, leader.index);
}

/** The words of a line as they stand in the file. */
export function textOf(line: Line): string {
  return line.chars.map((char) => char.text).join("");
}

/** The middle value; 0 of none. */
export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
