import type { Box, PdfChar, PdfPage } from "../../pdfium.ts";

/** A piece of one line, without a gap wide enough to be a column's. */
export type Line = {
  chars: PdfChar[];
  box: Box;
  size: number;
  bold: boolean;
};

/** Characters as lines, in the order of the file. Superscript note marks are left out; they do not belong to a quote. */
export function linesOf(page: PdfPage): Line[] {
  const lines: Line[] = [];
  let current: PdfChar[] = [];
  const flush = (): void => {
    const line = lineOf(current);
    if (line !== null) lines.push(line);
    current = [];
  };
  for (const char of page.chars) {
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
  const raised = (char: PdfChar): boolean =>
    char.size < size * 0.8 && char.box[1] > base + size * 0.1 && /[\d*†‡]/.test(char.text);
  const firstInk = chars.findIndex((char) => char.text.trim() !== "");
  const kept = chars.filter((char, index) => index === firstInk || !raised(char));
  const boxes = inked.map((char) => char.box);
  const box: Box = [
    Math.min(...boxes.map((one) => one[0])),
    Math.min(...boxes.map((one) => one[1])),
    Math.max(...boxes.map((one) => one[2])),
    Math.max(...boxes.map((one) => one[3])),
  ];
  return { chars: trim(kept), box, size, bold: inked.filter((char) => char.bold).length > inked.length * 0.9 };
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
