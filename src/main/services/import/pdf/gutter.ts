import { directionOf } from "../../../../shared/text/direction.ts";
import type { Box } from "../../pdfium/module.ts";
import { isSpace } from "../../pdfium/page-chars.ts";
import { type Line, textOf } from "./lines.ts";

/** An x that nothing crosses between two heights, in points of the page's frame. */
export type Gutter = Readonly<{ x: number; top: number; bottom: number }>;

/** The box of the table that a line is in, for the lines of tables. */
export type TableBoxes = ReadonlyMap<Line, Box>;

/** Fewer lines than this are a column only where the file says so by its own order. */
const minLines = 4;
/** Least width of a gutter, in points. */
const minGap = 5;

type Side = "left" | "right" | "across";

/** Where a line comes in the file's order. */
export function placeOf(line: Line): number {
  return line.chars.place(0);
}

/** The height of a line's middle, or of that of the table it is in. */
export function centre(line: Line, tables: TableBoxes): number {
  const [, bottom, , top] = tables.get(line) ?? line.box;
  return (bottom + top) / 2;
}

export function sideOf(line: Line, x: number, tables: TableBoxes): Side {
  const box = tables.get(line) ?? line.box;
  if (box[0] < x - line.size && box[2] > x + line.size * 0.5) return "across";
  return (box[0] + box[2]) / 2 < x ? "left" : "right";
}

/** The best gutter of some lines: that with the most words on its poorer side. Null where they are one column. */
export function findGutter(lines: readonly Line[], tables: TableBoxes): Gutter | null {
  const sorted = lines.toSorted((a, b) => centre(b, tables) - centre(a, tables));
  let best: Gutter | null = null;
  let most = 0;
  for (const x of new Set([...edges(lines, 0), ...edges(lines, 2)]))
    for (const run of runsAt(sorted, x, tables)) {
      const words = Math.min(lettersIn(run.left), lettersIn(run.right));
      if (words <= most || !areColumns(run.left, run.right)) continue;
      const all = ownOf(run, lines).map((line) => centre(line, tables));
      [best, most] = [{ x, top: Math.max(...all), bottom: Math.min(...all) }, words];
    }
  return best;
}

/** Most lines of a column that are under a line which ends another one. */
const maxTail = 4;

/**
 * The lines of a stretch without those at its head that go on with columns above it: where these end at several
 * heights, their last lines are under one that bounds the stretch.
 */
function ownOf({ left, right }: Run, lines: readonly Line[]): Line[] {
  const all = [...left, ...right].sort((a, b) => b.box[3] - a.box[3]);
  const isBeside = (a: Line, b: Line): boolean => a.box[0] < b.box[2] && b.box[0] < a.box[2];
  /** The nearest line right over (1) or under (-1) another one, in the next row. */
  const next = (line: Line, way: 1 | -1): Line | undefined =>
    lines.find((candidate) => {
      const drop = (candidate.base - line.base) * way;
      return drop > line.size * 0.5 && drop < line.size * 1.6 && isBeside(candidate, line);
    });
  const goesOnAbove = (line: Line): boolean => {
    if (next(line, 1) === undefined) return false;
    let last: Line | undefined = line;
    for (let count = 0; count < maxTail && last !== undefined; count++) last = next(last, -1);
    return last === undefined;
  };
  let from = 0;
  while (all.slice(from, from + 1).some(goesOnAbove)) from++;
  const own = all.slice(from);
  const sides = [left, right].map((side) => side.filter((line) => own.includes(line)).length);
  return Math.min(...sides) < minLines ? all : own;
}

type Run = { left: Line[]; right: Line[] };

/** Stretches of a page that nothing crosses at an x, with lines on both sides. */
function runsAt(sorted: readonly Line[], x: number, tables: TableBoxes): Run[] {
  const runs: Run[] = [];
  let run: Run = { left: [], right: [] };
  for (const line of sorted) {
    const side = sideOf(line, x, tables);
    if (side === "across") {
      runs.push(run);
      run = { left: [], right: [] };
    } else run[side].push(line);
  }
  runs.push(run);
  return runs.filter(({ left, right }) => left.length > 0 && right.length > 0);
}

function areColumns(left: readonly Line[], right: readonly Line[]): boolean {
  if (!hasGap(left, right) || !sideBySide(left, right)) return false;
  const few = Math.min(countOf(left), countOf(right)) < minLines;
  if (few) return areColumnsOfFile(left, right);
  if ((isProse(left) || isProse(right)) && areApartInFile(left, right)) return true;
  if (isProse(left) && isProse(right)) return !isTabular(left, right);
  return isProse(left) ? isApart(left, right) : isApart(right, left);
}

/** The file has one side whole before the other. */
function areApartInFile(left: readonly Line[], right: readonly Line[]): boolean {
  const [first, two] = isRightToLeft([...left, ...right]) ? [right, left] : [left, right];
  return Math.max(...first.map(placeOf)) < Math.min(...two.map(placeOf));
}

/**
 * Few lines on both sides, as at the end of a chapter: the file has one side whole before the other, and both are
 * prose.
 */
function areColumnsOfFile(left: readonly Line[], right: readonly Line[]): boolean {
  if (Math.min(left.length, right.length) < 2 || !areApartInFile(left, right)) return false;
  return isProse(left, 2) && isProse(right, 2);
}

/** Where several lines begin (side 0) or end (side 2), at most two dozen places. */
function edges(lines: readonly Line[], side: 0 | 2): number[] {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const x = Math.round((line.box[side] + (side === 0 ? -2 : 2)) / 2) * 2;
    counts.set(x, (counts.get(x) ?? 0) + countOf([line]));
  }
  const many = [...counts].filter(([, count]) => count >= (side === 0 ? 2 : 4));
  return many
    .sort((a, b) => b[1] - a[1])
    .slice(0, 24)
    .map(([at]) => at);
}

function hasGap(left: readonly Line[], right: readonly Line[]): boolean {
  const end = left.map((line) => line.box[2]).sort((a, b) => b - a);
  const start = right.map((line) => line.box[0]).sort((a, b) => a - b);
  // One line in twenty may run out of its column.
  const spare = Math.floor(Math.min(left.length, right.length) / 20);
  return (start[spare] ?? 0) - (end[spare] ?? 0) >= minGap;
}

/** At least half of the shorter side is level with something on the other. */
function sideBySide(left: readonly Line[], right: readonly Line[]): boolean {
  const [few, many] = countOf(left) < countOf(right) ? [left, right] : [right, left];
  const [foot, top] = [Math.min(...many.map((line) => line.box[1])), Math.max(...many.map((line) => line.box[3]))];
  return countOf(few.filter((line) => line.box[1] < top && line.box[3] > foot)) >= countOf(few) * 0.5;
}

/** How many lines there are, each row of a table that is known as one. */
function countOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { table }) => sum + (table?.rows.length ?? 1), 0);
}

/**
 * Half of the lines are long, or nearly all that is said is in long ones: formulas and labels come in scraps. Rows of a
 * table that is known are as long as lines of prose.
 */
export function isProse(lines: readonly Line[], least = minLines): boolean {
  const long = lines.filter(isLong);
  const [count, many] = [countOf(lines), countOf(long)];
  if (count < least) return false;
  return many >= count * 0.5 || (many >= minLines && lettersIn(long) >= lettersIn(lines) * 0.65);
}

const longLines = new WeakMap<Line, boolean>();

/** Twenty letters or more that are no row of figures; looked at often, so remembered. */
export function isLong(line: Line): boolean {
  const known = longLines.get(line);
  if (known !== undefined) return known;
  const found = line.table !== undefined || (lettersIn([line]) >= 20 && !isOfFigures(line.text));
  longLines.set(line, found);
  return found;
}

/** True when half of a text or more, without spaces and points, is figures. */
function isOfFigures(text: string): boolean {
  let [figures, ink] = [0, 0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) figures++;
    if (!isSpace(code) && code !== 0x2e && code !== 0x2c && code !== 0x3a) ink++;
  }
  return figures >= ink * 0.5;
}

/** What a line says, in letters: a Chinese character says as much as two or three of an alphabet. */
function lettersIn(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => {
    const own = line.table === undefined ? 0 : lettersIn(line.table.rows.flat().flatMap((cell) => cell.lines));
    return sum + Math.max(own, line.chars.length, (line.box[2] - line.box[0]) / (line.size * 0.6));
  }, 0);
}

/**
 * A figure or a box beside a column of prose: unlike a table's cells its lines are not on the lines of the prose.
 */
function isApart(prose: readonly Line[], other: readonly Line[]): boolean {
  if (!isProse(prose) || prose.length < 8) return false;
  if (turnsBetween(prose, other) > Math.max(3, other.length * 0.5)) return false;
  const level = other.filter((line) => prose.some((near) => Math.abs(near.base - line.base) < line.size * 0.2));
  return level.length < other.length * 0.6;
}

/**
 * Words in rows: on one height with those beside them, written row by row, and hardly a line goes on with the one above
 * it.
 */
function isTabular(left: readonly Line[], right: readonly Line[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const level = few.filter((line) => many.some((near) => Math.abs(near.base - line.base) < line.size * 0.2));
  if (level.length < few.length * 0.7 || turnsBetween(left, right) < few.length * 0.8) return false;
  return Math.max(goingOn(left), goingOn(right)) < 0.35;
}

/** The share of lines that begin in the midst of a sentence. */
function goingOn(lines: readonly Line[]): number {
  return lines.filter(({ text }) => /^[\p{Ll},;)]/u.test(text)).length / lines.length;
}

/** How often the file goes from some lines to others and back, as it does in the rows of a table. */
export function turnsBetween(some: readonly Line[], others: readonly Line[]): number {
  const all = [...some.map((line) => ({ line, side: 0 })), ...others.map((line) => ({ line, side: 1 }))];
  const sides = all.sort((a, b) => placeOf(a.line) - placeOf(b.line)).map(({ side }) => side);
  return sides.filter((side, n) => n > 0 && side !== sides[n - 1]).length;
}

export function isRightToLeft(lines: readonly Line[]): boolean {
  const right = lines.filter((line) => directionOf(textOf(line)) === "rtl").length;
  return right > lines.length / 2;
}
