import { edgeTables } from "./edge-tables.ts";
import { type Line, textOf } from "./lines.ts";
import { listingLines } from "./listing-lines.ts";
import {
  type Body,
  bodyOf,
  distance,
  type EdgeRow,
  edge,
  edgeRows,
  isRule,
  isSentence,
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
/** On this share of the pages around, what looks like text comes again only if it is a running head. */
const oftenShare = 0.35;

/** How much larger the same line may be on another page; in recognised text, sizes are measured from the words. */
const growth = 1.25;

/** The head of a part of a paper, with its number taken out: “Annex II” comes again with each of a row of annexes. */
const partHead =
  /^(?:ann?ex(?:e|ure)?|appendix|schedule|chapter|part|section|article|lesson|module|case study|anhang|anlage|kapitel|teil|abschnitt|artikel|chapitre|partie|titre|anexo|apéndice|apêndice|capítulo|parte|sección|seção|título|artículo|artigo|allegato|appendice|capitolo|sezione|articolo|titolo)\s+(?:n[o.º°]{0,2}\s*)?#[.:]?$/iu;

/** On so many other pages the head of a part under a running head must be, to be a running head as well. */
const leastOfPart = 5;

/** So many pieces side by side at the top of pages are the head of a table: running heads have three at most. */
const leastHeads = 4;

/** A line that may be furniture, by its words with numbers taken out. */
type Sighting = Readonly<{ page: number; y: number; size: number; isBeside: boolean; numbers: readonly number[] }>;

/** What must be true of the other pages that have a line. */
type Wanted = Readonly<{
  /** How many they are at least; 2 unless said otherwise. */
  least?: number;
  /** One of their numbers counts the pages. */
  mustCount?: boolean;
  /** The line is beside the text there as well. */
  isBeside?: boolean;
  /** Its numbers may be any, as in “Paras 4 – 8” under a running head, on three pages at least. */
  isRange?: boolean;
}>;

/**
 * Watches pages go by and knows what is no part of their text: running heads, page numbers, watermarks, what is printed
 * in margins.
 */
export class Furniture {
  readonly #seen = new Map<string, Sighting[]>();
  /** Of pages that have been watched and are still here. */
  readonly #bodies = new WeakMap<ReadPage, Body>();
  /** How many letters of each font. */
  readonly #fonts = new Map<string, number>();
  /** Lines of listings on the page that furniture is taken from. */
  #listed: ReadonlySet<Line> = new Set();
  #pages = 0;
  /** Pages with hardly any words: in a paper of such pages, lines that come again are all there is to read. */
  #sparse = 0;

  /** Take notice of a page, in their order. */
  watch(page: ReadPage): void {
    this.#pages++;
    if (!page.lines.some(hasWordsAfterTwo())) this.#sparse++;
    for (const { font, chars } of page.lines) this.#fonts.set(font, (this.#fonts.get(font) ?? 0) + chars.length);
    const body = bodyOf(page.lines, page.frame);
    this.#bodies.set(page, body);
    const beside = sideLines(page.lines, body);
    const own = page.lines.filter((line) => beside.has(line) || mayRepeat(page, line));
    for (const line of [...own, ...page.askew.flatMap(({ lines }) => lines)]) {
      const { key, numbers } = keyOf(line);
      const others = this.#seen.get(key) ?? [];
      others.push({ page: page.index, y: line.box[1], size: line.size, isBeside: beside.has(line), numbers });
      this.#seen.set(key, others);
    }
    if (page.index % 64 === 0) this.#forget(page.index - 3 * 64);
  }

  /** Take the furniture out of a page, when the pages after it have been watched, and say which numbers it printed. */
  remove(page: ReadPage): Printed[] {
    const body = this.#bodies.get(page) ?? bodyOf(page.lines, page.frame);
    const main = [...this.#fonts].reduce((most, font) => (font[1] > most[1] ? font : most), ["", 0] as const)[0];
    this.#listed = listingLines(page.lines, main);
    const beside = sideLines(page.lines, body);
    const inside = page.lines.filter((line) => !beside.has(line) || atEdge(page, line, edge));
    const tables = new Set([...edgeTables(page, inside, body), ...this.#listed]);
    const apart = apartLines(inside, body, tables);
    const parts = innerPartHeads(inside);
    const furniture = new Set(
      page.lines.filter(
        (line) =>
          line.artifact ||
          (isLarge(line) && this.#comesAgain(page.index, line)) ||
          (atEdge(page, line, edge) &&
            !tables.has(line) &&
            this.#isRepeated(page.index, line, apart.has(line), parts.has(line) ? leastOfPart : 2)) ||
          // The cells of tables are beside all prose as well.
          (beside.has(line) &&
            this.#comesAgain(page.index, line, { mustCount: isPageNumber(textOf(line)), isBeside: true })),
      ),
    );
    for (const side of ["top", "bottom"] as const)
      this.#peel(page, side, { body, inside, apart, tables, parts }, furniture);
    for (const line of tableHeads([...furniture], page)) if (this.#isFirst(page.index, line)) furniture.delete(line);
    if (this.#sparse > this.#pages / 2 && !page.lines.some((line) => isText(line) && !furniture.has(line)))
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
  #peel(
    page: ReadPage,
    side: "top" | "bottom",
    { body, inside, apart, tables, parts }: Around,
    furniture: Set<Line>,
  ): void {
    const rows = edgeRows(inside, side);
    const open = (row: EdgeRow): Line[] => row.filter((line) => !furniture.has(line));
    const add = (row: EdgeRow): void => {
      for (const line of row) furniture.add(line);
    };
    // What is outermost is a running head where it comes again once, as on every other page of a short paper.
    const again = (line: Line, n: number): boolean =>
      atEdge(page, line, edge) &&
      this.#isRepeated(page.index, line, apart.has(line), parts.has(line) ? leastOfPart : n === 0 ? 1 : 2);
    const isHeadRow = (row: EdgeRow, isOutermost: boolean): boolean => {
      // A number that counts the pages vouches for the words beside it.
      const least = row.some((line) => this.#comesAgain(page.index, line, { least: 1, mustCount: true })) ? 1 : 2;
      return row.every(
        (line) =>
          atEdge(page, line, wideEdge) &&
          (this.#isRepeated(page.index, line, !tables.has(line), parts.has(line) ? leastOfPart : least) ||
            (!isOutermost && !tables.has(line) && this.#comesAgain(page.index, line, { isRange: true }))),
      );
    };
    const isHead = (n: number): boolean => {
      const head = headFrom(rows.slice(n).map(open), body);
      // Rows close to each other may be what each part of a paper begins with, unless they number the pages.
      const isCounted = (): boolean =>
        rows
          .slice(0, n + head.length)
          .flat()
          .some((line) => this.#comesAgain(page.index, line, { least: 1, mustCount: true }));
      if (head.length > 1 && !isCounted()) return false;
      return head.length > 0 && head.every((row, m) => row.length <= 2 && isHeadRow(row, n + m === 0));
    };
    for (const [n, row] of rows.entries()) {
      const left = open(row);
      if (n > 0 && left.every(isRule)) add(left);
      const next = rows.slice(n + 1).find((row) => open(row).length > 0);
      // Cells may come again by chance, whole rows do not.
      const often = this.#often(page.index);
      const isInTable = left.some((line) => tables.has(line));
      const isWhole =
        (isInTable || left.length < row.length) &&
        row.some((line) => furniture.has(line) || this.#comesAgain(page.index, line, { least: often })) &&
        left.every((line) => atEdge(page, line, edge) && this.#isSeen(page.index, line, { least: often }));
      const isBeside = left.length < row.length && this.#isMixed(page.index, row, left, next, body);
      if (!isWhole && (isInTable || !(isBeside || left.every((line) => again(line, n)) || isHead(n)))) break;
      add(left);
    }
    // What has little text beside it may be anything.
    if (page.lines.length < 3) return;
    const rest = rows.map(open).filter((row) => row.length > 0);
    for (const row of rest.slice(0, marginalRows(rest, side, body, page.frame, tables))) add(row);
  }

  /** The rest of a row that holds furniture, far from the text: a chapter's title beside the name of the book. */
  #isMixed(page: number, row: EdgeRow, open: readonly Line[], next: EdgeRow | undefined, body: Body): boolean {
    return (
      // A row of more pieces, or with other figures on each page, is one of a table, and its other cells come again by
      // chance.
      row.length <= 3 &&
      distance(row, next) > body.leading * 1.4 &&
      open.every(
        (line) =>
          line.size < body.size * 1.2 &&
          line.chars.length < 100 &&
          (!isCellOfFigures(line) || this.#isSeen(page, line, { least: this.#often(page) })),
      )
    );
  }

  /**
   * True where a line comes again as running heads do. Rows of tables, steps of a form and the set phrases of minutes
   * come again as well: what is close to the text, or reads like a sentence, must do so on many of the pages around.
   */
  #isRepeated(page: number, line: Line, isApart: boolean, least: number): boolean {
    if (isApart && !isSentence(textOf(line))) return this.#comesAgain(page, line, { least });
    return this.#comesAgain(page, line, { least: Math.max(least, this.#often(page)) });
  }

  /** On how many other pages around is often. */
  #often(page: number): number {
    const around = Math.min(page + reach, this.#pages - 1) - Math.max(page - reach, 0) + 1;
    return Math.ceil(around * oftenShare) - 1;
  }

  #comesAgain(page: number, line: Line, wanted: Wanted = {}): boolean {
    return (isLarge(line) || mayBeHead(textOf(line))) && this.#isSeen(page, line, wanted);
  }

  #isSeen(page: number, line: Line, wanted: Wanted): boolean {
    const { least = 2, mustCount = false, isBeside = false, isRange = false } = wanted;
    const { key, numbers } = keyOf(line);
    if (key === "" || this.#listed.has(line)) return false;
    const others = new Set<number>();
    // In an extract of a longer paper the numbers jump; so many words on one height are a running head all the same.
    const loose = new Set<number>();
    const isWordy = isRange
      ? isRangeKey.test(key) && !partHead.test(key)
      : atNumber.test(key) && key.replace(/\P{L}/gu, "").length >= 12;
    let counts = false;
    for (const seen of this.#seen.get(key) ?? []) {
      const pages = seen.page - page;
      if (pages === 0 || Math.abs(pages) > reach || Math.abs(seen.y - line.box[1]) > drift) continue;
      if (isBeside && !seen.isBeside) continue;
      if (Math.max(seen.size, line.size) > Math.min(seen.size, line.size) * growth) continue;
      if (isWordy) loose.add(seen.page);
      // Annexes of a page each count the pages as well.
      if (seen.numbers[0] !== numbers[0] && partHead.test(key)) continue;
      if (!seen.numbers.every((number, index) => follows(number, numbers[index] ?? 0, pages))) continue;
      others.add(seen.page);
      counts ||= seen.numbers.some((number, index) => number - (numbers[index] ?? 0) === pages);
    }
    if (mustCount && !counts) return false;
    if (isRange || loose.size >= Math.max(2, least)) return loose.size >= Math.max(2, least, isRange ? 3 : 0);
    return others.size >= (counts || this.#pages <= 4 ? 1 : least);
  }

  /** True where no page before has the same line, at any height. */
  #isFirst(page: number, line: Line): boolean {
    return !this.#seen.get(keyOf(line).key)?.some((seen) => seen.page < page);
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

/** What of a page may be furniture, and which lines of it are apart from its text. */
type Around = Readonly<{
  body: Body;
  inside: readonly Line[];
  apart: ReadonlySet<Line>;
  tables: ReadonlySet<Line>;
  /** Heads of parts that are further in than a running head. */
  parts: ReadonlySet<Line>;
}>;

/** The lines at top and bottom that more than a line's distance parts from the text. */
function apartLines(inside: readonly Line[], body: Body, tables: ReadonlySet<Line>): ReadonlySet<Line> {
  const found = new Set<Line>();
  for (const side of ["top", "bottom"] as const) {
    const rows = edgeRows(inside, side);
    const gapAfter = (from: number): number =>
      rows.findIndex((row, n) => n >= from && n + 1 < rows.length && distance(row, rows[n + 1]) > body.leading * 1.3);
    const last = gapAfter(0);
    // Where a running head has a line between, it may have one more.
    const next = gapAfter(last + 1);
    const end = last >= 0 && next - last <= 2 ? Math.max(last, next) : last;
    for (const line of rows.slice(0, end + 1).flat()) if (!tables.has(line)) found.add(line);
  }
  return found;
}

/** The rows of a running head that begins with the first of these: three at most, close together, a gap below. */
function headFrom(rows: readonly EdgeRow[], body: Body): readonly EdgeRow[] {
  const end = rows.findIndex((row, n) => distance(row, rows[n + 1]) >= body.leading * 1.3);
  return end < 0 || end > 2 ? [] : rows.slice(0, end + 1);
}

/** Heads of parts that are further in than a running head: those of the pages' own text. */
function innerPartHeads(inside: readonly Line[]): ReadonlySet<Line> {
  const rows = edgeRows(inside, "top").slice(1);
  return new Set(rows.flatMap((row) => row.filter((line) => partHead.test(keyOf(line).key))));
}

/**
 * The head of a table among what is taken for furniture at the top of a page: pieces side by side, and the lines close
 * to them. A table that goes on over pages has it on each; it is to be read on the first.
 */
function tableHeads(furniture: readonly Line[], page: ReadPage): readonly Line[] {
  const lines = furniture.filter(
    (line) => hasWords(line) && !line.artifact && !isLarge(line) && line.box[1] > page.frame.height / 2,
  );
  const isNear = (a: Line, b: Line, room: number): boolean =>
    a.box[1] - b.box[3] < b.size * room && b.box[1] - a.box[3] < a.size * room;
  const wide = lines.filter((line) => lines.filter((other) => isNear(line, other, 0)).length >= leastHeads);
  return lines.filter((line) => wide.some((other) => isNear(line, other, 0.5)));
}

/** A test that holds for the third of some lines that have words. */
function hasWordsAfterTwo(): (line: Line) => boolean {
  let found = 0;
  return (line) => hasWords(line) && ++found > 2;
}

/** More than a page number. */
function hasWords(line: Line): boolean {
  return /\p{L}/u.test(textOf(line)) && !isPageNumber(textOf(line));
}

/** Words or figures, and more than a page number. */
function isText(line: Line): boolean {
  return /[\p{L}\p{N}]/u.test(textOf(line)) && !isPageNumber(textOf(line));
}

/** Figures alone, as in the cells of a table. */
function isCellOfFigures(line: Line): boolean {
  const text = textOf(line);
  return /\d/.test(text) && !/\p{L}/u.test(text) && !isPageNumber(text);
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

/** What a page tells of, from one number to another: paragraphs, sections, articles. */
const isRangeKey = /^(?:\p{L}{3,}|§{1,2})\.? #(?:\s[-–—−]\s|[–—−])#$|^(?:paras?|§{1,2})\.? #$/iu;
/** A number at one end of a line. */
const atNumber = /^#\s|\s#$/;
const number = /\d+|\b[ivxlc]+\b/gi;

type Key = Readonly<{ key: string; numbers: readonly number[] }>;

/** Each line at an edge is looked for several times. */
const keys = new WeakMap<Line, Key>();

/** The words of a line with its numbers taken out, and these. */
function keyOf(line: Line): Key {
  const known = keys.get(line);
  if (known !== undefined) return known;
  const text = textOf(line).replace(/\s+/g, " ").trim();
  const numbers = [...text.matchAll(number)].map(([text]) => numberOf(text) ?? 0);
  const own = { key: text.replace(number, "#"), numbers };
  keys.set(line, own);
  return own;
}
