import { type Line, textOf } from "./lines.ts";
import type { ReadPage } from "./page.ts";

/** The share of a page's height, at top and bottom, where running heads and page numbers stand. */
const edge = 0.12;
/** How many pages before and after may show that a line comes again. */
const reach = 10;
/** How far, in points, the same line may stand higher or lower on another page. */
const drift = 6;

/** A line that may be furniture, by its words with numbers taken out. */
type Sighting = Readonly<{ page: number; y: number; numbers: readonly number[] }>;

/** A number printed in a running head or foot: what may be the page's own. */
export type Printed = Readonly<{ text: string; value: number; roman: boolean }>;

/** Watches pages go by and knows what comes again on them: running heads, page numbers, watermarks. */
export class Furniture {
  readonly #seen = new Map<string, Sighting[]>();
  #pages = 0;

  /** Take notice of a page, in their order. */
  watch(page: ReadPage): void {
    this.#pages++;
    for (const line of page.lines.filter((one) => mayRepeat(page, one))) {
      const { key, numbers } = keyOf(line);
      const others = this.#seen.get(key) ?? [];
      others.push({ page: page.index, y: line.box[1], numbers });
      this.#seen.set(key, others);
    }
    if (page.index % 64 === 0) this.#forget(page.index - 3 * 64);
  }

  /** Take the furniture out of a page, when the pages after it have been watched, and say which numbers it printed. */
  remove(page: ReadPage): Printed[] {
    const [top, bottom] = outermost(page.lines);
    const furniture = page.lines.filter(
      (line) =>
        line.artifact ||
        (mayRepeat(page, line) && this.#comesAgain(page.index, line)) ||
        (this.#pages > 1 && (line === top || line === bottom) && atEdge(page, line) && isPageNumber(textOf(line))),
    );
    page.lines = page.lines.filter((line) => !furniture.includes(line));
    return furniture.filter((line) => atEdge(page, line)).flatMap((line) => printedIn(textOf(line)));
  }

  #comesAgain(page: number, line: Line): boolean {
    const { key, numbers } = keyOf(line);
    if (key === "") return false;
    const others = new Set<number>();
    let counts = false;
    for (const one of this.#seen.get(key) ?? []) {
      const pages = one.page - page;
      if (pages === 0 || Math.abs(pages) > reach || Math.abs(one.y - line.box[1]) > drift) continue;
      if (!one.numbers.every((number, index) => follows(number, numbers[index] ?? 0, pages))) continue;
      others.add(one.page);
      counts ||= one.numbers.some((number, index) => number - (numbers[index] ?? 0) === pages);
    }
    return others.size >= (counts || this.#pages <= 4 ? 1 : 2);
  }

  #forget(before: number): void {
    for (const [key, sightings] of this.#seen)
      if ((sightings.at(-1)?.page ?? 0) < before) this.#seen.delete(key);
      else if (sightings.length > 100)
        this.#seen.set(
          key,
          sightings.filter((one) => one.page >= before),
        );
  }
}

/** The same number on both pages, or one that counts them. */
function follows(there: number, here: number, pages: number): boolean {
  return there === here || there - here === pages;
}

/** At the edge of its page, or large enough for a watermark. */
function mayRepeat(page: ReadPage, line: Line): boolean {
  return atEdge(page, line) || (line.size > 30 && line.chars.length < 60);
}

function atEdge({ frame }: ReadPage, line: Line): boolean {
  return line.box[1] > frame.height * (1 - edge) || line.box[3] < frame.height * edge;
}

function outermost(lines: readonly Line[]): [Line | undefined, Line | undefined] {
  let [top, bottom]: [Line | undefined, Line | undefined] = [lines[0], lines[0]];
  for (const line of lines) {
    if (line.box[3] > (top?.box[3] ?? 0)) top = line;
    if (line.box[1] < (bottom?.box[1] ?? 0)) bottom = line;
  }
  return [top, bottom];
}

const number = /\d+|\b[ivxlc]+\b/gi;

function keyOf(line: Line): { key: string; numbers: number[] } {
  const text = textOf(line).replace(/\s+/g, " ").trim();
  const numbers = [...text.matchAll(number)].map(([one]) => numberOf(one) ?? 0);
  return { key: text.replace(number, "#"), numbers };
}

const pageNumber =
  /^(?:page|seite|p\.)?\s*[-–—|[(]*\s*(\d{1,4}|[ivxlc]{1,8})\s*[-–—|\])]*(?:\s*(?:of|\/|von)\s*\d{1,4})?$/i;

function isPageNumber(text: string): boolean {
  const found = pageNumber.exec(text.trim())?.[1];
  return found !== undefined && numberOf(found) !== null;
}

/** Numbers at the start or end of a line: there a page's number stands. */
function printedIn(line: string): Printed[] {
  const text = line.trim();
  const alone = pageNumber.exec(text)?.[1];
  const parts = alone === undefined ? [/^\S+/.exec(text)?.[0], /\S+$/.exec(text)?.[0]] : [alone];
  return parts.flatMap((part) => {
    const bare = part?.replace(/^[-–—|[(]+|[-–—|\]).,]+$/g, "") ?? "";
    const value = numberOf(bare);
    return value === null ? [] : [{ text: bare, value, roman: !/^\d/.test(bare) }];
  });
}

const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of an Arabic number of up to four digits or of a well-formed Roman one. */
function numberOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (!/^(?=.)c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i.test(text)) return null;
  const values = [...text.toLowerCase()].map((letter) => digits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
