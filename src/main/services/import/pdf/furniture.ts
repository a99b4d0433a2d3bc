import { type Line, textOf } from "./lines.ts";
import {
  type Body,
  bodyOf,
  distance,
  type EdgeRow,
  edge,
  edgeRows,
  isRule,
  marginalRows,
  mayBeHead,
  sideLines,
  wideEdge,
} from "./margins.ts";
import type { ReadPage } from "./page.ts";
import { isPageNumber, numberOf, type Printed, printedIn } from "./page-numbers.ts";

/** How many pages before and after may show that a line comes again. */
const reach = 10;
/** How far, in points, the same line may be higher or lower on another page. */
const drift = 6;

/** A line that may be furniture, by its words with numbers taken out. */
type Sighting = Readonly<{ page: number; y: number; numbers: readonly number[] }>;

/**
 * Watches pages go by and knows what is no part of their text: running heads, page numbers, watermarks, what is printed
 * in margins.
 */
export class Furniture {
  readonly #seen = new Map<string, Sighting[]>();
  #pages = 0;
  /** Pages with hardly any words: in a paper of such pages, lines that come again are all there is to read. */
  #sparse = 0;

  /** Take notice of a page, in their order. */
  watch(page: ReadPage): void {
    this.#pages++;
    if (page.lines.filter(hasWords).length <= 2) this.#sparse++;
    const body = bodyOf(page.lines, page.frame);
    const beside = sideLines(page.lines, body);
    const own = page.lines.filter((line) => beside.has(line) || mayRepeat(page, line));
    for (const line of [...own, ...page.askew.flatMap(({ lines }) => lines)]) {
      const { key, numbers } = keyOf(line);
      const others = this.#seen.get(key) ?? [];
      others.push({ page: page.index, y: line.box[1], numbers });
      this.#seen.set(key, others);
    }
    if (page.index % 64 === 0) this.#forget(page.index - 3 * 64);
  }

  /** Take the furniture out of a page, when the pages after it have been watched, and say which numbers it printed. */
  remove(page: ReadPage): Printed[] {
    const body = bodyOf(page.lines, page.frame);
    const beside = sideLines(page.lines, body);
    const furniture = new Set(
      page.lines.filter(
        (line) =>
          line.artifact ||
          ((isLarge(line) || atEdge(page, line, edge)) && this.#comesAgain(page.index, line)) ||
          // The cells of tables are beside all prose as well.
          (beside.has(line) && this.#comesAgain(page.index, line, 2, isPageNumber(textOf(line)))),
      ),
    );
    for (const side of ["top", "bottom"] as const) this.#peel(page, side, body, beside, furniture);
    if (this.#sparse > this.#pages / 2 && !page.lines.some((line) => hasWords(line) && !furniture.has(line)))
      for (const line of page.lines) if (hasWords(line) && !line.artifact) furniture.delete(line);
    const printed = page.lines.filter((line) => furniture.has(line) && !isLarge(line));
    page.lines = page.lines.filter((line) => !furniture.has(line));
    page.askew = page.askew.map(({ frame, lines }) => ({
      frame,
      lines: lines.filter((line) => !this.#comesAgain(page.index, line)),
    }));
    return printed.flatMap((line) => printedIn(textOf(line)));
  }

  /** Row after row from the edge inwards, as long as it is no text. */
  #peel(page: ReadPage, side: "top" | "bottom", body: Body, beside: ReadonlySet<Line>, furniture: Set<Line>): void {
    const inside = page.lines.filter((line) => !beside.has(line) || atEdge(page, line, edge));
    const rows = edgeRows(inside, side);
    const open = (row: EdgeRow): Line[] => row.filter((line) => !furniture.has(line));
    const add = (row: EdgeRow): void => {
      for (const line of row) furniture.add(line);
    };
    // What is outermost is a running head where it comes again once, as on every other page of a short paper.
    const again = (line: Line): boolean => atEdge(page, line, edge) && this.#comesAgain(page.index, line, 1);
    const isHead = (row: EdgeRow, next: EdgeRow | undefined): boolean => {
      if (row.length > 2 || distance(row, next) < body.leading * 1.3) return false;
      // A number that counts the pages vouches for the words beside it.
      const least = row.some((line) => this.#comesAgain(page.index, line, 1, true)) ? 1 : 2;
      return row.every((line) => atEdge(page, line, wideEdge) && this.#comesAgain(page.index, line, least));
    };
    for (const [n, row] of rows.entries()) {
      const left = open(row);
      if (n > 0 && left.every(isRule)) add(left);
      const next = rows.slice(n + 1).find((row) => open(row).length > 0);
      const isBeside = left.length < row.length && isMixed(row, left, next, body);
      if (!isBeside && !left.every(again) && !isHead(left, next)) break;
      add(left);
    }
    // What has little text beside it may be anything.
    if (page.lines.length < 3) return;
    const rest = rows.map(open).filter((row) => row.length > 0);
    for (const row of rest.slice(0, marginalRows(rest, side, body, page.frame))) add(row);
  }

  /** On so many other pages at least; where only what `counts` is wanted, with a number that counts the pages. */
  #comesAgain(page: number, line: Line, least = 2, mustCount = false): boolean {
    const { key, numbers } = keyOf(line);
    if (key === "" || !(isLarge(line) || mayBeHead(textOf(line)))) return false;
    const others = new Set<number>();
    // In an extract of a longer paper the numbers jump; so many words on one height are a running head all the same.
    const loose = new Set<number>();
    const isWordy = key.replace(/\P{L}/gu, "").length >= 12 && atNumber.test(key);
    let counts = false;
    for (const seen of this.#seen.get(key) ?? []) {
      const pages = seen.page - page;
      if (pages === 0 || Math.abs(pages) > reach || Math.abs(seen.y - line.box[1]) > drift) continue;
      if (isWordy) loose.add(seen.page);
      if (!seen.numbers.every((number, index) => follows(number, numbers[index] ?? 0, pages))) continue;
      others.add(seen.page);
      counts ||= seen.numbers.some((number, index) => number - (numbers[index] ?? 0) === pages);
    }
    if (mustCount && !counts) return false;
    if (loose.size >= 2) return true;
    return others.size >= (counts || this.#pages <= 4 ? 1 : least);
  }

  #forget(before: number): void {
    for (const [key, sightings] of this.#seen)
      if ((sightings.at(-1)?.page ?? 0) < before) this.#seen.delete(key);
      else if (sightings.length > 100)
        this.#seen.set(
          key,
          sightings.filter((sighting) => sighting.page >= before),
        );
  }
}

/** More than a page number. */
function hasWords(line: Line): boolean {
  return /\p{L}/u.test(textOf(line)) && !isPageNumber(textOf(line));
}

/** The rest of a row that holds furniture, far from the text: a chapter's title beside the name of the book. */
function isMixed(row: EdgeRow, open: readonly Line[], next: EdgeRow | undefined, body: Body): boolean {
  return (
    distance(row, next) > body.leading * 1.4 &&
    open.every((line) => line.size < body.size * 1.2 && line.chars.length < 100)
  );
}

/** The same number on both pages, or one that counts them. */
function follows(there: number, here: number, pages: number): boolean {
  return there === here || there - here === pages;
}

/** Near an edge of its page, or large enough for a watermark. */
function mayRepeat(page: ReadPage, line: Line): boolean {
  return atEdge(page, line, wideEdge) || isLarge(line);
}

function isLarge(line: Line): boolean {
  return line.size > 30 && line.chars.length < 60;
}

function atEdge({ frame }: ReadPage, line: Line, share: number): boolean {
  return line.box[1] > frame.height * (1 - share) || line.box[3] < frame.height * share;
}

/** A number at one end of a line. */
const atNumber = /^#\s|\s#$/;
const number = /\d+|\b[ivxlc]+\b/gi;

function keyOf(line: Line): { key: string; numbers: number[] } {
  const text = textOf(line).replace(/\s+/g, " ").trim();
  const numbers = [...text.matchAll(number)].map(([text]) => numberOf(text) ?? 0);
  return { key: text.replace(number, "#"), numbers };
}
