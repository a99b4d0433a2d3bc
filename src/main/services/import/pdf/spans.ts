import { isSpace } from "../../pdfium/page-chars.ts";
import type { Letters } from "./letters.ts";
import { type Line, middle, textOf } from "./lines.ts";
import { isRightToLeft } from "./rtl.ts";

/** A gap between cells, in sizes of the letters; between words it is about a quarter. */
export const cellGap = 0.75;

/** Letters of one row of print without a gap between them that is wide enough to be that of two cells. */
export type Span = Readonly<{
  /** Pieces of lines, from left to right. */
  lines: readonly Line[];
  x0: number;
  x1: number;
}>;

/** One row of print: all that is on one baseline. */
export type PrintRow = Readonly<{ lines: readonly Line[]; spans: readonly Span[]; base: number; size: number }>;

/** The lines of a column, given from the top, as rows of print. */
export function printRows(lines: readonly Line[]): PrintRow[] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last?.[0] !== undefined && isLevel(last[0], line)) last.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => ({
    lines: row,
    spans: spansOf(row),
    base: Math.max(...row.map((line) => line.base)),
    size: row[0]?.size ?? 10,
  }));
}

function isLevel(first: Line, line: Line): boolean {
  if (Math.abs(first.base - line.base) < 2) return true;
  // Columns of a table may be centred or set in two sizes.
  const overlap = Math.min(first.box[3], line.box[3]) - Math.max(first.box[1], line.box[1]);
  return Math.abs(first.base - line.base) < Math.min(first.size, line.size) * 0.3 && overlap > 0;
}

function spansOf(row: readonly Line[]): Span[] {
  const spans: { lines: Line[]; x0: number; x1: number }[] = [];
  for (const line of row
    .flatMap((line) => (isMixed(line) ? splitLeft(line) : splitAtGaps(line, cellGap).flatMap(splitFigures)))
    .sort((a, b) => a.box[0] - b.box[0])) {
    const last = spans.at(-1);
    const before = last?.lines.at(-1);
    const isNear = last !== undefined && line.box[0] - last.x1 < line.size * cellGap;
    if (isNear && !(before !== undefined && areTwoFigures(before.text, line.text))) {
      last.lines.push(line);
      last.x1 = Math.max(last.x1, line.box[2]);
    } else spans.push({ lines: [line], x0: line.box[0], x1: line.box[2] });
  }
  return spans;
}

/** A line in pieces, parted wherever its letters are at least so many sizes apart. */
function splitAtGaps(line: Line, least: number, isCut: (x: number, inked: number) => boolean = () => true): Line[] {
  const { chars, size } = line;
  const cuts: number[] = [];
  let inked = 0;
  let from = Number.POSITIVE_INFINITY;
  for (let i = 0; i < chars.length; i++) {
    if (isSpace(chars.code(i))) continue;
    if (chars.left(i) - from >= size * least && isCut(chars.left(i), inked)) cuts.push(i);
    inked++;
    from = chars.right(i);
  }
  return cuts.length === 0 ? [line] : splitLine(line, cuts);
}

/** A figure that is whole: with its thousands, its decimals or its per cent sign. */
const whole = /^[(–−-]?[$€£]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+,\d{1,2}|\d+(?:[.,]\d+)?%)%?\)?$/;

/** True where the end of some words and the beginning of others are two figures: no cell has both. */
function areTwoFigures(before: string, after: string): boolean {
  return whole.test(before.match(/\S+\s*$/)?.[0].trim() ?? "") && whole.test(after.match(/^\s*\S+/)?.[0].trim() ?? "");
}

/** A piece with two whole figures next to each other is one of two columns, though the gap is that between words. */
function splitFigures(line: Line): Line[] {
  if (!/\d\S*\s+\S?\S?\d/.test(line.text)) return [line];
  const words: { from: number; text: string }[] = [];
  for (let i = 0, isIn = false; i < line.chars.length; i++) {
    const isInk = !isSpace(line.chars.code(i));
    if (isInk && !isIn) words.push({ from: i, text: "" });
    const last = words.at(-1);
    if (isInk && last !== undefined) last.text += String.fromCodePoint(line.chars.code(i));
    isIn = isInk;
  }
  const cuts = words.flatMap(({ from, text }, n) => (areTwoFigures(words[n - 1]?.text ?? "", text) ? [from] : []));
  return cuts.length === 0 ? [line] : splitLine(line, cuts);
}

/** Lines with words from right to left: what follows a letter may be on either side of it. */
function isMixed({ chars, text }: Line): boolean {
  // No letter before U+0590 runs to the left.
  return /[\u0590-\uffff]/.test(text) && chars.findIndex((i) => isRightToLeft(chars.code(i))) >= 0;
}

/** Such a line in pieces, parted wherever what is read next is beyond a wide gap of the page. */
function splitLeft(line: Line): Line[] {
  const { chars, size } = line;
  const inked = Array.from({ length: chars.length }, (_, i) => i).filter((i) => !isSpace(chars.code(i)));
  const gaps: number[] = [];
  let from = Number.POSITIVE_INFINITY;
  for (const i of inked.toSorted((a, b) => chars.left(a) - chars.left(b))) {
    if (chars.left(i) - from >= size * cellGap) gaps.push((chars.left(i) + from) / 2);
    from = Math.max(from === Number.POSITIVE_INFINITY ? chars.right(i) : from, chars.right(i));
  }
  const cellOf = (i: number): number => gaps.filter((x) => chars.left(i) > x).length;
  const cuts = inked.filter((i, n) => n > 0 && cellOf(i) !== cellOf(inked[n - 1] ?? i));
  return cuts.length === 0 ? [line] : splitLine(line, cuts);
}

/** Least gap, in sizes of the letters, at which a line is parted where other lines begin. */
const edgeGap = 0.8;
/** So many other lines must begin there. */
const minEdge = 3;

/**
 * Lines parted where they run on into the next column: at a gap that ends where several other lines begin. A list mark
 * stays.
 */
export function partedAtEdges(lines: readonly Line[]): Line[] {
  const starts = new Map<number, number>();
  for (const line of lines) {
    const column = Math.round(line.box[0]);
    starts.set(column, (starts.get(column) ?? 0) + 1);
  }
  const isEdge = (x: number): boolean => {
    const column = Math.round(x);
    return (starts.get(column) ?? 0) + (starts.get(column - 1) ?? 0) + (starts.get(column + 1) ?? 0) >= minEdge;
  };
  const isCut = (line: Line, x: number, inked: number): boolean =>
    inked > 3 && isEdge(x) && !isWithinProse(line, x, lines);
  return lines
    .flatMap((line) =>
      line.tag === null && line.table === undefined
        ? splitAtGaps(line, edgeGap, (x, inked) => isCut(line, x, inked))
        : [line],
    )
    .map((line) => (line.table === undefined ? withOwnHeight(line) : line));
}

/** True when the lines right above and below have words across an x: a wide gap there is one of justified print. */
function isWithinProse(line: Line, x: number, lines: readonly Line[]): boolean {
  const crosses = (other: Line): boolean => other.box[0] < x - line.size * 2 && other.box[2] > x + line.size * 2;
  const near = (way: 1 | -1): Line | undefined =>
    lines.find((other) => {
      const drop = (line.base - other.base) * way;
      const beside = Math.min(line.box[2], other.box[2]) - Math.max(line.box[0], other.box[0]);
      return drop > line.size * 0.8 && drop < line.size * 1.6 && beside > 0 && crosses(other) && !hasGapAt(other, x);
    });
  return near(1) !== undefined && near(-1) !== undefined;
}

function hasGapAt({ chars, size }: Line, x: number): boolean {
  const inked = Array.from({ length: chars.length }, (_, i) => i).filter((i) => !isSpace(chars.code(i)));
  const before = Math.max(...inked.map((i) => chars.right(i)).filter((right) => right < x + size * 0.3));
  const after = Math.min(...inked.map((i) => chars.left(i)).filter((left) => left > before - size * 0.1));
  return after - before >= size * edgeGap;
}

/** Some fonts of bullets and formulas say that they are several lines high. */
function withOwnHeight(line: Line): Line {
  const [x0, y0, x1, y1] = line.box;
  const [bottom, top] = [Math.max(y0, line.base - line.size * 0.5), Math.min(y1, line.base + line.size * 1.2)];
  return (bottom === y0 && top === y1) || bottom >= top ? line : { ...line, box: [x0, bottom, x1, top] };
}

/** A line in pieces that begin at these of its letters and at the first. */
export function splitLine(line: Line, cuts: readonly number[]): Line[] {
  const edges = [0, ...cuts, line.chars.length];
  return edges.slice(1).flatMap((end, n) => piece(line, edges[n] ?? 0, end) ?? []);
}

function piece(line: Line, from: number, to: number): Line | null {
  const own = line.chars.slice(from, to);
  const isInk = (i: number): boolean => !isSpace(own.code(i));
  const first = own.findIndex(isInk);
  if (first < 0) return null;
  const last = own.findLastIndex(isInk) + 1;
  const chars = own.slice(first, last);
  const [start, end] = [from + first, from + last];
  const notes = line.notes
    .filter(({ at }) => at > start && at <= Math.max(end, to === line.chars.length ? at : to))
    .map(({ label, at }) => ({ label, at: Math.min(at, end) - start }));
  const bold = chars.every((i) => chars.isBold(i) || isSpace(chars.code(i)));
  const [x0, x1] = sidesOf(chars);
  const box = [x0, line.box[1], x1, line.box[3]] as const;
  return { ...line, chars, text: chars.text(), box, notes, bold, ...ownHeight(chars, line) };
}

/** Baseline, size and height of a piece: columns that are close together may have lines at other heights. */
function ownHeight(chars: Letters, line: Line): Partial<Line> {
  const ink = Array.from({ length: chars.length }, (_, i) => i).filter((i) => !isSpace(chars.code(i)));
  const bases = ink.map((i) => chars.base(i));
  const own = middle(bases);
  if (Math.abs(own - line.base) < 0.5) return {};
  const [bottom, top] = [Math.min(...ink.map((i) => chars.bottom(i))), Math.max(...ink.map((i) => chars.top(i)))];
  const size = middle(ink.map((i) => chars.size(i)));
  const [x0, x1] = sidesOf(chars);
  return { base: own, size, box: [x0, bottom, x1, top] };
}

/** Where letters begin on the left and end on the right. */
function sidesOf(chars: Letters): [number, number] {
  const places = Array.from({ length: chars.length }, (_, i) => i).filter((i) => !isSpace(chars.code(i)));
  return [Math.min(...places.map((i) => chars.left(i))), Math.max(...places.map((i) => chars.right(i)))];
}

export function textOfSpan({ lines }: Span): string {
  return lines.map(textOf).join(" ");
}

const numeric =
  /^[\s([<>~≈±+*–—−-]*[$€£¥₹]?\s?[\d٠-٩۰-۹][\d٠-٩۰-۹.,'’\s/:–-]*\s?[%‰°)\]*†a-zA-Z]{0,3}$|^[–—−-]$|^n\/?a$/i;

/** True for a figure with its signs, as the cells of tables hold. */
export function isFigure(text: string): boolean {
  return numeric.test(text.trim());
}
