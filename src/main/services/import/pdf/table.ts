import type { Line } from "./lines.ts";

/** A cell: its lines, none for one that is empty. */
export type Cell = Readonly<{ lines: readonly Line[]; header: boolean }>;
/** The rows of a table, each from its first cell on; rows may differ in length. */
export type Rows = readonly (readonly Cell[])[];

/** The rows of a tagged table that begins at line `i`, and how many lines it takes; null when there is none. */
export function taggedTable(lines: readonly Line[], i: number): { rows: Rows; taken: number } | null {
  const table = cellTag(lines[i])?.table;
  if (table === undefined) return null;
  const own: Line[] = [];
  for (let at = i; at < lines.length && cellTag(lines[at])?.table === table; at++) own.push(...lines.slice(at, at + 1));
  const rows = new Map<number, Map<number, Line[]>>();
  for (const line of own) {
    const tag = cellTag(line);
    if (tag === null) continue;
    const row = rows.get(tag.row) ?? new Map<number, Line[]>();
    rows.set(tag.row, row.set(tag.id, [...(row.get(tag.id) ?? []), line]));
  }
  // Structure elements are numbered in the order of the file, which is that of the cells.
  const ordered = [...rows].sort(([a], [b]) => a - b).map(([, cells]) => [...cells].sort(([a], [b]) => a - b));
  const made = ordered.map((cells) =>
    cells.map(([, held]) => ({ lines: held, header: cellTag(held[0])?.header ?? false })),
  );
  return { rows: made, taken: own.length };
}

function cellTag(line: Line | undefined) {
  return line?.tag?.kind === "cell" ? line.tag : null;
}

/** The rows of a table that is only to be seen: rows of two pieces or more side by side, in columns. */
export function drawnTable(lines: readonly Line[], i: number): { rows: Rows; taken: number } | null {
  const rows: Line[][] = [];
  let taken = 0;
  for (let at = i; at < lines.length; ) {
    const row = rowAt(lines, at);
    const above = rows.at(-1);
    if (row.length === 1 && above !== undefined && goesOn(rows, row[0])) above.push(...row);
    else if (row.length < 2 || !fits(rows, row)) break;
    else rows.push(row);
    at += row.length;
    taken = at - i;
  }
  if (rows.filter((row) => row.length > 1).length < 2) return null;
  return cellsOf(wholeRows(rows), taken);
}

/** Rows whose cells run over several lines: where some lines stand closer than others, those are one row. */
function wholeRows(rows: readonly Line[][]): Line[][] {
  const gaps = rows.slice(1).map((row, index) => baseOf(rows[index]) - baseOf(row));
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  if (most < least * 1.2) return [...rows];
  const whole: Line[][] = [];
  for (const [index, row] of rows.entries()) {
    const near = index > 0 && (gaps[index - 1] ?? most) < least * 1.1;
    if (near) whole.at(-1)?.push(...row);
    else whole.push([...row]);
  }
  return whole;
}

function baseOf(row: readonly Line[] | undefined): number {
  return Math.max(...(row ?? []).map((line) => line.base));
}

function cellsOf(rows: readonly (readonly Line[])[], taken: number): { rows: Rows; taken: number } | null {
  const columns = columnsOf(rows.flat());
  const bold = rows[0]?.every((line) => line.bold) && !rows.every((row) => row.every((line) => line.bold));
  const cells = rows.map((row, index) =>
    columns.map((column) => ({
      lines: row.filter((line) => isIn(line, column)),
      header: bold === true && index === 0,
    })),
  );
  // Labels of a drawing fall into no columns.
  const filled = cells.flat().filter((cell) => cell.lines.length > 0).length;
  return filled < rows.length * columns.length * 0.5 ? null : { rows: cells, taken };
}

function rowAt(lines: readonly Line[], at: number): Line[] {
  const row = lines.slice(at, at + 1);
  for (let next = at + 1; isBeside(row.at(-1), lines[next]); next++) row.push(...lines.slice(next, next + 1));
  return row;
}

function isBeside(a: Line | undefined, b: Line | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (b.box[0] < a.box[2] && a.box[0] < b.box[2]) return false;
  return Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) > (a.box[3] - a.box[1]) * 0.6;
}

function fits(rows: readonly (readonly Line[])[], row: readonly Line[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return true;
  const gap = Math.min(...last.map((line) => line.box[1])) - Math.max(...row.map((line) => line.box[3]));
  return Math.abs(row.length - first.length) <= 2 && gap < (row[0]?.size ?? 10) * 2.5;
}

/** A piece alone under one cell of the row above, close to it: the cell's next line. */
function goesOn(rows: readonly (readonly Line[])[], line: Line | undefined): boolean {
  const above = rows.at(-1) ?? [];
  const cell = above.find((one) => line !== undefined && one.box[0] < line.box[2] && line.box[0] < one.box[2]);
  const others = above.filter((one) => one !== cell);
  if (
    line === undefined ||
    cell === undefined ||
    others.some((one) => one.box[0] < line.box[2] && line.box[0] < one.box[2])
  )
    return false;
  const gap = cell.box[1] - line.box[3];
  return gap < line.size * 0.4 && cell !== above[0] && Math.abs(cell.box[0] - line.box[0]) < line.size * 1.5;
}

type Span = { x0: number; x1: number };

/** Stretches of x that the pieces of a table share. */
function columnsOf(lines: readonly Line[]): Span[] {
  const columns: Span[] = [];
  for (const { box } of lines.toSorted((a, b) => a.box[0] - b.box[0])) {
    const last = columns.at(-1);
    if (last !== undefined && box[0] < last.x1 - 1) last.x1 = Math.max(last.x1, box[2]);
    else columns.push({ x0: box[0], x1: box[2] });
  }
  return columns;
}

function isIn({ box }: Line, { x0, x1 }: Span): boolean {
  const middle = (box[0] + box[2]) / 2;
  return middle >= x0 && middle <= x1;
}
