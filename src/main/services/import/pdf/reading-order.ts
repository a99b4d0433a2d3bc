import type { Line } from "./lines.ts";

/**
 * Lines in the order they are read: a page is cut at its gutters and at full-width gaps in turn (recursive X-Y cut, Nagy
 * and Seth 1984). A gutter counts only between two stretches of prose, so that tables keep their rows.
 */
export function readingOrder(lines: readonly Line[]): Line[][] {
  if (lines.length < 2) return lines.length === 0 ? [] : [[...lines]];
  const gutter = findGutter(lines);
  if (gutter !== null) {
    const left = lines.filter((line) => line.box[2] <= gutter);
    const right = lines.filter((line) => line.box[2] > gutter);
    return [...readingOrder(left), ...readingOrder(right)];
  }
  const cut = findCut(lines);
  if (cut === null) return [byRow(lines)];
  const above = lines.filter((line) => line.box[1] >= cut);
  return [...readingOrder(above), ...readingOrder(lines.filter((line) => line.box[1] < cut))];
}

/** The x of a gap that no line crosses, with prose on both sides. */
function findGutter(lines: readonly Line[]): number | null {
  const edges = [...new Set(lines.map((line) => line.box[2]))].sort((a, b) => a - b);
  for (const edge of edges) {
    const right = lines.filter((line) => line.box[2] > edge);
    const start = Math.min(...right.map((line) => line.box[0]));
    if (right.length === 0 || start < edge + 6) continue;
    const left = lines.filter((line) => line.box[2] <= edge);
    if (isProse(left) ? isProse(right) || beside(left, right) : beside(right, left)) return edge;
  }
  return null;
}

function isProse(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.chars.length >= 20).length;
  return lines.length >= 4 && long >= lines.length * 0.5;
}

/** A figure or a listing beside a column of prose: unlike a table's cells its lines do not stand on the lines of the prose. */
function beside(prose: readonly Line[], other: readonly Line[]): boolean {
  if (!isProse(prose) || prose.length < 8 || other.length < 4) return false;
  const level = other.filter((line) => prose.some((one) => Math.abs(one.box[1] - line.box[1]) < 0.7));
  return level.length < other.length * 0.6;
}

/** The y of a horizontal gap above or below which columns differ: tried only where a part of the lines has a gutter. */
function findCut(lines: readonly Line[]): number | null {
  const rows = lines.toSorted((a, b) => b.box[3] - a.box[3]);
  let floor = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows.length - 1; i++) {
    floor = Math.min(floor, rows[i]?.box[1] ?? 0);
    const next = rows[i + 1]?.box[3] ?? 0;
    if (next > floor + 1) continue;
    const cut = (floor + Math.min(floor, next)) / 2;
    const above = rows.slice(0, i + 1);
    const below = rows.slice(i + 1);
    if (findGutter(above) !== null || findGutter(below) !== null) return cut;
  }
  return null;
}

/** Pieces of one row from left to right, rows from the top. */
function byRow(lines: readonly Line[]): Line[] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((a, b) => b.box[3] - a.box[3])) {
    const row = rows.at(-1);
    const first = row?.[0];
    const overlap = first === undefined ? 0 : Math.min(first.box[3], line.box[3]) - Math.max(first.box[1], line.box[1]);
    if (row !== undefined && overlap > (line.box[3] - line.box[1]) * 0.6) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}
