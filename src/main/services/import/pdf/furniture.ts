import type { PdfPage } from "../../pdfium.ts";
import { type Line, textOf } from "./lines.ts";
import type { Turn } from "./turn.ts";

/** A page as it is read: turned so that its text runs from left to right, and the size it had before. */
export type ReadPage = {
  readonly page: PdfPage;
  readonly turn: Turn;
  readonly width: number;
  readonly height: number;
  lines: Line[];
};

/** The share of a page's height, at top and bottom, where running heads and page numbers stand. */
const edge = 0.12;

/** Take running heads and page numbers out of the pages, and say what is printed as each page's number. */
export function removeFurniture(pages: readonly ReadPage[]): (string | null)[] {
  const seen = new Map<string, number>();
  for (const one of pages)
    for (const key of new Set(one.lines.filter((line) => atEdge(one.page, line)).map(keyOf)))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(2, pages.length * 0.4);
  return pages.map((one) => {
    const furniture = one.lines.filter(
      (line) =>
        atEdge(one.page, line) &&
        ((seen.get(keyOf(line)) ?? 0) >= often || (pages.length > 1 && isNumber(textOf(line)))),
    );
    one.lines = one.lines.filter((line) => !furniture.includes(line));
    return furniture.map((line) => textOf(line).trim()).find(isNumber) ?? null;
  });
}

function atEdge(page: PdfPage, line: Line): boolean {
  return line.box[1] > page.height * (1 - edge) || line.box[3] < page.height * edge;
}

function keyOf(line: Line): string {
  return `${textOf(line)
    .replace(/\d+|\b[ivxlc]+\b/gi, "#")
    .trim()}@${Math.round(line.box[1] / 8)}`;
}

function isNumber(text: string): boolean {
  return /^[-–\s]*(\d{1,4}|[ivxlc]{1,7})[-–\s]*$/i.test(text);
}
