import type { Line } from "./lines.ts";
import { type Body, type EdgeRow, edgeRows } from "./margins.ts";
import type { ReadPage } from "./page.ts";

/** So many rows, one after the other, have their pieces below one another in a table. */
const leastRows = 3;
/** How far, in points, pieces below one another may be out of line. */
const near = 3;
/** A longer piece is a line of a column of text, and no cell. */
const longestCell = 40;
/** How far into the text, in lines, a rule between two columns reaches. */
const leastReach = 6;

/**
 * The lines at top and bottom of a page that belong to a table of its text: their rows go on inwards in the same
 * columns, or a rule between columns does. They are no running heads, whatever they say.
 */
export function edgeTables(page: ReadPage, inside: readonly Line[], body: Body): ReadonlySet<Line> {
  const found = new Set<Line>();
  const rules = page.rules.filter(([x0, , x1]) => x0 === x1 && x0 > body.x0 + 10 && x0 < body.x1 - 10);
  for (const side of ["top", "bottom"] as const) {
    const rows = edgeRows(inside, side);
    const isRuled = (row: EdgeRow): boolean => row.some((line) => rules.some((rule) => goesIn(rule, line, side, body)));
    for (const [n, row] of rows.entries())
      if (isTable(rows.slice(n, n + leastRows)) || isRuled(row)) for (const line of row) found.add(line);
  }
  return found;
}

/** True where two columns or more go through all rows, whatever else is between. */
function isTable(rows: readonly EdgeRow[]): boolean {
  const [first, ...others] = rows;
  if (first === undefined || rows.length < leastRows) return false;
  const below = first.map((line) =>
    others.map((row) => row.find((other) => isBelow(line, other) && other.chars.length <= longestCell)),
  );
  // A line of text is below two pieces of a running head, one at either side.
  const columns = below.filter((column, n) =>
    column.every((line, row) => line !== undefined && !below.slice(0, n).some((earlier) => earlier[row] === line)),
  );
  return columns.length >= 2;
}

/** True for two pieces that have a side or their middle in common. */
function isBelow({ box: a }: Line, { box: b }: Line): boolean {
  const middles = Math.abs(a[0] + a[2] - b[0] - b[2]) / 2;
  return Math.abs(a[0] - b[0]) < near || Math.abs(a[2] - b[2]) < near || middles < near;
}

/** True for a rule that is on the height of a line and goes on far into the text. */
function goesIn(
  [, y0, , y1]: readonly [number, number, number, number],
  { box }: Line,
  side: "top" | "bottom",
  body: Body,
): boolean {
  const y = (box[1] + box[3]) / 2;
  if (y < y0 || y > y1) return false;
  return (side === "top" ? y - y0 : y1 - y) > body.leading * leastReach;
}
