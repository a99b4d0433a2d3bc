import {
  centre,
  findGutter,
  type Gutter,
  isLong,
  isRightToLeft,
  placeOf,
  sideOf,
  type TableBoxes,
  turnsBetween,
} from "./gutter.ts";
import { type Line, middle } from "./lines.ts";
import { partedAtEdges } from "./spans.ts";
import { fileTables } from "./table-boxes.ts";

/** Lines of one column, in their order. */
export type Column = readonly Line[];

/** Most lines of a page that are looked at for columns; drawings with more labels are read row by row. */
const maxLines = 3000;

/**
 * Lines in the order they are read. A page is divided at a gutter: an x that is free within a stretch of the page, with
 * prose on both sides of it. What is above the stretch comes first, then one side, then the other, then what is below;
 * each part is divided again (after the recursive X-Y cut of Nagy and Seth 1984). A table is never divided. The order
 * of the file decides where the page alone leaves two readings.
 */
export function readingOrder(lines: readonly Line[]): Column[] {
  if (lines.length > maxLines) return [byRow(lines)];
  const parted = partedAtEdges(lines);
  return ordered(parted, fileTables(parted));
}

function ordered(lines: readonly Line[], tables: TableBoxes): Column[] {
  if (lines.length === 0) return [];
  const gutter = findGutter(lines, tables);
  if (gutter === null) return [byRow(lines)];
  const parts = partsOf(lines, gutter, tables);
  return [
    ...ordered(parts.above, tables),
    ...stagesOf(parts.left, parts.right).flatMap(({ left, right }) => {
      const [first, second] = isRightToLeft([...left, ...right]) ? [right, left] : [left, right];
      return [...ordered(first, tables), ...ordered(second, tables)];
    }),
    ...ordered(parts.below, tables),
  ];
}

type Sides = { left: Line[]; right: Line[] };
type Parts = Sides & { above: Line[]; below: Line[] };

function partsOf(lines: readonly Line[], gutter: Gutter, tables: TableBoxes): Parts {
  const parts: Parts = { above: [], left: [], right: [], below: [] };
  for (const line of lines) {
    const y = centre(line, tables);
    if (y > gutter.top) parts.above.push(line);
    else if (y < gutter.bottom) parts.below.push(line);
    else parts[sideOf(line, gutter.x, tables) === "left" ? "left" : "right"].push(line);
  }
  return withShortLines(trimmed(parts));
}

/**
 * What is at the head of one side alone and comes in the file before the other side, or at the foot of one side alone
 * and comes after the other, belongs to neither column: a caption under two columns, a date over the right one.
 */
function trimmed(parts: Parts): Parts {
  const { left, right } = parts;
  if (left.length === 0 || right.length === 0) return parts;
  const firstOf = (lines: readonly Line[]): number => Math.min(...lines.map(placeOf));
  const lastOf = (lines: readonly Line[]): number => Math.max(...lines.map(placeOf));
  const topOf = (lines: readonly Line[]): number => Math.max(...lines.map((line) => line.box[3]));
  const footOf = (lines: readonly Line[]): number => Math.min(...lines.map((line) => line.box[1]));
  const over = (line: Line, others: readonly Line[]): boolean =>
    line.box[1] >= topOf(others) && placeOf(line) < firstOf(others);
  const under = (line: Line, others: readonly Line[]): boolean =>
    line.box[3] <= footOf(others) && placeOf(line) > lastOf(others);
  // The column that is read first goes on down to its foot, the other one from its head: only the rest can be in doubt.
  const [first, second] = isRightToLeft([...left, ...right]) ? [right, left] : [left, right];
  const headed = second.filter((line) => over(line, first));
  const footed = first.filter((line) => under(line, second));
  const kept = (line: Line): boolean => !headed.includes(line) && !footed.includes(line);
  return {
    above: [...parts.above, ...headed],
    left: left.filter(kept),
    right: right.filter(kept),
    below: [...footed, ...parts.below],
  };
}

/** Up to two lines that go on with a paragraph over the full width, such as its last line, are no column. */
function withShortLines(parts: Parts): Parts {
  const lowest = parts.above.toSorted((a, b) => a.base - b.base)[0];
  const highest = (side: readonly Line[]): number => Math.max(...side.map((line) => line.box[3]));
  const [top, other] = [highest(parts.left), highest(parts.right)];
  const side = top > other ? "left" : "right";
  const over = parts[side].filter((line) => line.box[1] >= Math.min(top, other)).sort((a, b) => b.base - a.base);
  if (over.length === 0 || over.length > 2 || !isUnder(lowest, over[0])) return parts;
  return { ...parts, above: [...parts.above, ...over], [side]: parts[side].filter((line) => !over.includes(line)) };
}

/** In the next row, and beginning where the line above begins. */
function isUnder(above: Line | undefined, line: Line | undefined): boolean {
  if (above === undefined || line === undefined) return false;
  const [near, far] = isRightToLeft([line]) ? [line.box[2], above.box[2]] : [line.box[0], above.box[0]];
  const drop = above.base - line.base;
  return Math.abs(near - far) < line.size * 2 && drop > 0 && drop < line.size * 2.2;
}

/** Fewer long lines than this on a side are no stage of their own. */
const minStage = 2;

/**
 * Columns over columns, such as one article over another: where the file has all that is above before all that is
 * below.
 */
function stagesOf(left: readonly Line[], right: readonly Line[]): Sides[] {
  const onLeft = new Set(left);
  // Formulas and labels may come after all else in a file: long lines bear witness.
  const long = [...left, ...right].filter(isLong).sort((a, b) => b.box[3] - a.box[3]);
  const cuts = bestCuts(long, onLeft);
  const edges = [0, ...cuts, long.length];
  // A file that is written row by row says nothing about columns.
  const turns = turnsBetween(
    long.filter((line) => onLeft.has(line)),
    long.filter((line) => !onLeft.has(line)),
  );
  const whole = { left: [...left], right: [...right] };
  if (turns > edges.length * 2) return [whole];
  const stages = stagesAt(left, right, long, cuts);
  // Numbered heads show whether columns or rows come first.
  return countsOn([whole]) > countsOn(stages) ? [whole] : stages;
}

function stagesAt(
  left: readonly Line[],
  right: readonly Line[],
  long: readonly Line[],
  cuts: readonly number[],
): Sides[] {
  const heights = cuts.map((cut) => long[cut]?.box[3] ?? 0);
  const stageOf = ({ box }: Line): number => heights.filter((height) => (box[1] + box[3]) / 2 < height).length;
  const stages = [0, ...cuts].map((_, n) => ({
    left: left.filter((line) => stageOf(line) === n),
    right: right.filter((line) => stageOf(line) === n),
  }));
  for (const [n, stage] of stages.entries()) passHeading(stage, stages[n + 1]);
  return stages;
}

/** No column ends with a heading: one under both columns is that of the stage below. */
function passHeading(stage: Sides, next: Sides | undefined): void {
  if (next === undefined) return;
  for (const [side, other] of [
    ["left", "right"],
    ["right", "left"],
  ] as const) {
    const foot = Math.min(...stage[other].map((line) => line.box[1]));
    const usual = middle(stage[side].map((line) => line.size));
    const isHeading = (line: Line): boolean => line.size > usual * 1.12 && line.box[3] < foot + 1;
    next[side].unshift(...stage[side].filter(isHeading));
    stage[side] = stage[side].filter((line) => !isHeading(line));
  }
}

/** How many numbered lines follow on the one before, when they are read in this order: `2.` after `1.`. */
function countsOn(stages: readonly Sides[]): number {
  const down = (lines: readonly Line[]): Line[] => lines.toSorted((a, b) => b.box[3] - a.box[3]);
  const lines = stages.flatMap(({ left, right }) => [...down(left), ...down(right)]);
  const numbers = lines.flatMap(({ text }) => {
    const found = /^(\d{1,3})[.)]?\s/.exec(text)?.[1];
    return found === undefined ? [] : [Number(found)];
  });
  return numbers.filter((number, n) => n > 0 && number === (numbers[n - 1] ?? 0) + 1).length;
}

/** Where it may be cut so that each stage has both sides, first where there is most room between two stages. */
function bestCuts(lines: readonly Line[], onLeft: ReadonlySet<Line>): number[] {
  const room = (cut: number): number =>
    Math.min(...lines.slice(0, cut).map((line) => line.box[1])) - (lines[cut]?.box[3] ?? 0);
  let cuts: number[] = [];
  for (const cut of cutsOf(lines).sort((a, b) => room(b) - room(a))) {
    const more = [...cuts, cut].sort((a, b) => a - b);
    const edges = [0, ...more, lines.length];
    if (edges.slice(1).every((end, n) => isStage(lines.slice(edges[n], end), onLeft))) cuts = more;
  }
  return cuts;
}

function isStage(lines: readonly Line[], onLeft: ReadonlySet<Line>): boolean {
  const left = lines.filter((line) => onLeft.has(line)).length;
  return left >= minStage && lines.length - left >= minStage;
}

/** Where all lines before are higher, and come earlier in the file, than all lines after. */
function cutsOf(lines: readonly Line[]): number[] {
  const cuts: number[] = [];
  let [foot, last] = [Infinity, -1];
  const firstAfter = lines.map(placeOf);
  for (let n = firstAfter.length - 2; n >= 0; n--)
    firstAfter[n] = Math.min(firstAfter[n] ?? 0, firstAfter[n + 1] ?? Infinity);
  for (const [n, line] of lines.entries()) {
    if (n > 0 && line.box[3] <= foot + 1 && last < (firstAfter[n] ?? 0)) cuts.push(n);
    foot = Math.min(foot, line.box[1]);
    last = Math.max(last, placeOf(line));
  }
  return cuts;
}

/** Pieces of one row from left to right (or from the right, where the row is read so), rows from the top. */
function byRow(lines: readonly Line[]): Line[] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((a, b) => topOf(b) - topOf(a))) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && isLevel(row[0], line)) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => {
    if (row.length === 1) return row;
    const way = isRightToLeft(row) ? -1 : 1;
    return row.sort((a, b) => (a.box[0] - b.box[0]) * way);
  });
}

/** Where capital letters end. */
function topOf({ base, size }: Line): number {
  return base + size * 0.8;
}

/** On one baseline, or of very different sizes and on one height: a formula, a mark beside a heading. */
function isLevel(a: Line, b: Line): boolean {
  const [small, large] = a.size < b.size ? [a.size, b.size] : [b.size, a.size];
  if (Math.abs(a.base - b.base) < small * 0.4) return true;
  const overlap = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  return small < large * 0.8 && overlap > (b.box[3] - b.box[1]) * 0.6;
}
