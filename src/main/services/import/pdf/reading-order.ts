import { directionOf } from "../../../../shared/text/direction.ts";
import { type Line, textOf } from "./lines.ts";

/** Lines of one column, in their order. */
export type Column = readonly Line[];

/** Most lines of a page that are looked at for columns; drawings with more labels are read row by row. */
const mostLines = 3000;

/** Fewer lines than this are a column only where the file says so by its own order. */
const fewest = 4;

/**
 * Lines in the order they are read. A page is divided at a gutter: an x where several lines begin (or end) that stand beside
 * prose. Lines that cross the gutter (titles, figures over the full width) part the columns into those above and those
 * below them. Each part is divided again (after the recursive X-Y cut of Nagy and Seth 1984).
 */
export function readingOrder(lines: readonly Line[]): Column[] {
  return ordered(lines, new Map(lines.map((line, index) => [line, index])));
}

/** Where each line stands in the file. */
type Places = ReadonlyMap<Line, number>;

function ordered(lines: readonly Line[], places: Places): Column[] {
  if (lines.length === 0) return [];
  const gutter = lines.length > mostLines ? null : findGutter(lines, places);
  if (gutter === null) return [byRow(lines)];
  return bandsOf(lines, gutter).flatMap((band) => {
    if (band.across.length > 0) return ordered(band.across, places);
    const [first, second] = isRightToLeft([...band.left, ...band.right])
      ? [band.right, band.left]
      : [band.left, band.right];
    return [...ordered(first, places), ...ordered(second, places)];
  });
}

type Band = { left: Line[]; right: Line[]; across: Line[] };

/** From the top: lines in columns and lines across them in turn. */
function bandsOf(lines: readonly Line[], gutter: number): Band[] {
  const bands: Band[] = [];
  for (const line of lines.toSorted((a, b) => centre(b) - centre(a))) {
    const side = sideOf(line, gutter);
    let band = bands.at(-1);
    if (band === undefined || (side === "across") !== band.across.length > 0) {
      band = { left: [], right: [], across: [] };
      bands.push(band);
    }
    band[side].push(line);
  }
  return withShortLines(bands);
}

/** Short lines of prose over the full width, such as a paragraph's last, lie on one side of the gutter and are no column. */
function withShortLines(bands: readonly Band[]): Band[] {
  const whole: Band[] = [];
  for (const band of bands) {
    const last = whole.at(-1);
    const own = [...band.left, ...band.right];
    const isShort = own.length > 0 && own.length <= 2 && (band.left.length === 0 || band.right.length === 0);
    const goesOn = isShort && isUnder(last?.across.at(-1), own[0]);
    if (last !== undefined && goesOn) last.across.push(...own);
    else if (last !== undefined && last.across.length > 0 && band.across.length > 0) last.across.push(...band.across);
    else whole.push(band);
  }
  return whole;
}

/** In the next row, and beginning where the line above begins. */
function isUnder(above: Line | undefined, line: Line | undefined): boolean {
  if (above === undefined || line === undefined) return false;
  const [near, far] = isRightToLeft([line]) ? [line.box[2], above.box[2]] : [line.box[0], above.box[0]];
  return Math.abs(near - far) < line.size * 2 && above.base - line.base < line.size * 2.2;
}

function centre(line: Line): number {
  return (line.box[1] + line.box[3]) / 2;
}

function sideOf({ box, size }: Line, gutter: number): keyof Band {
  if (box[0] < gutter - size && box[2] > gutter + size * 0.5) return "across";
  return (box[0] + box[2]) / 2 < gutter ? "left" : "right";
}

/** The x of the best gutter: that with the most words on its poorer side. */
function findGutter(lines: readonly Line[], places: Places): number | null {
  let best: number | null = null;
  let most = 0;
  for (const x of [...edges(lines, 0), ...edges(lines, 2)]) {
    const left = lines.filter((line) => sideOf(line, x) === "left");
    const right = lines.filter((line) => sideOf(line, x) === "right");
    const few = Math.min(left.length, right.length) < fewest;
    if (few && !areColumnsOfFile(left, right, places)) continue;
    if (!hasGap(left, right) || !sideBySide(left, right)) continue;
    const parted = few || (isProse(left) ? isProse(right) || isApart(left, right) : isApart(right, left));
    const words = Math.min(lettersIn(left), lettersIn(right));
    if (parted && words > most) [best, most] = [x, words];
  }
  return best;
}

/** Few lines on both sides, as at the end of a chapter: the file has one side whole before the other, and both are prose. */
function areColumnsOfFile(left: readonly Line[], right: readonly Line[], places: Places): boolean {
  if (Math.min(left.length, right.length) < 2 || !isProse(left, 2) || !isProse(right, 2)) return false;
  const of = (lines: readonly Line[]): number[] => lines.map((line) => places.get(line) ?? 0);
  const [one, two] = isRightToLeft([...left, ...right]) ? [of(right), of(left)] : [of(left), of(right)];
  return Math.max(...one) < Math.min(...two);
}

/** Where four lines or more begin (side 0) or end (side 2), at most a dozen places. */
function edges(lines: readonly Line[], side: 0 | 2): number[] {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const at = Math.round((line.box[side] + (side === 0 ? -2 : 2)) / 2) * 2;
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const many = [...counts].filter(([, count]) => count >= (side === 0 ? 3 : 4));
  return many
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([at]) => at);
}

function hasGap(left: readonly Line[], right: readonly Line[]): boolean {
  const end = left.map((line) => line.box[2]).sort((a, b) => b - a);
  const start = right.map((line) => line.box[0]).sort((a, b) => a - b);
  // One line in twenty may run out of its column.
  const spare = Math.floor(Math.min(left.length, right.length) / 20);
  return (start[spare] ?? 0) - (end[spare] ?? 0) >= 5;
}

/** At least half of the shorter side stands level with something on the other. */
function sideBySide(left: readonly Line[], right: readonly Line[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const [foot, top] = [Math.min(...many.map((line) => line.box[1])), Math.max(...many.map((line) => line.box[3]))];
  return few.filter((line) => line.box[1] < top && line.box[3] > foot).length >= few.length * 0.5;
}

function isProse(lines: readonly Line[], least = fewest): boolean {
  const long = lines.filter((line) => lettersIn([line]) >= 20).length;
  return lines.length >= least && long >= lines.length * 0.5;
}

/** What a line says, in letters: a Chinese character says as much as two or three of an alphabet. */
function lettersIn(lines: readonly Line[]): number {
  return lines.reduce(
    (sum, line) => sum + Math.max(line.chars.length, (line.box[2] - line.box[0]) / (line.size * 0.6)),
    0,
  );
}

/** A figure or a box beside a column of prose: unlike a table's cells its lines do not stand on the lines of the prose. */
function isApart(prose: readonly Line[], other: readonly Line[]): boolean {
  if (!isProse(prose) || prose.length < 8) return false;
  const level = other.filter((line) => prose.some((one) => Math.abs(one.box[1] - line.box[1]) < 0.7));
  return level.length < other.length * 0.6;
}

function isRightToLeft(lines: readonly Line[]): boolean {
  const right = lines.filter((line) => directionOf(textOf(line)) === "rtl").length;
  return right > lines.length / 2;
}

/** Pieces of one row from left to right (or from the right, where the row is read so), rows from the top. */
function byRow(lines: readonly Line[]): Line[] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((a, b) => b.box[3] - a.box[3])) {
    const row = rows.at(-1);
    const first = row?.[0];
    const overlap = first === undefined ? 0 : Math.min(first.box[3], line.box[3]) - Math.max(first.box[1], line.box[1]);
    if (row !== undefined && overlap > (line.box[3] - line.box[1]) * 0.6) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => {
    if (row.length === 1) return row;
    const way = isRightToLeft(row) ? -1 : 1;
    return row.sort((a, b) => (a.box[0] - b.box[0]) * way);
  });
}
