import type { Box } from "../../pdfium/module.ts";
import { isProse, type TableBoxes } from "./gutter.ts";
import type { Line } from "./lines.ts";

/** Rows farther apart than this, in sizes of the letters, are not of one table. */
const maxDrop = 3;

/**
 * Tables as the file orders them: it has the pieces of a row one after the other, and row after row. Columns of prose
 * come one after the other, so that what is in one row of the page is far apart in the file.
 */
export function fileTables(lines: readonly Line[]): TableBoxes {
  const boxes = new Map<Line, Box>();
  for (const rows of runsOf(rowsOf(lines))) {
    const table = rows.flat();
    if (!isTable(rows)) continue;
    const box = boxOf(table);
    for (const line of table) boxes.set(line, box);
  }
  return boxes;
}

type Row = Line[];

function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row !== undefined && isBeside(row, line)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function isBeside(row: Row, line: Line): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return false;
  const overlap = Math.min(last.box[3], line.box[3]) - Math.max(last.box[1], line.box[1]);
  const height = Math.min(last.box[3] - last.box[1], line.box[3] - line.box[1]);
  return overlap > height * 0.6 && (line.box[0] > last.box[2] - 1 || line.box[2] < last.box[0] + 1);
}

/**
 * Rows of several pieces under each other; between two of them up to two rows of one piece, that of a wrapped cell or
 * of a group.
 */
function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let run: Row[] = [];
  let single: Row[] = [];
  const flush = (): void => {
    if (run.length > 0) runs.push(run);
    [run, single] = [[], []];
  };
  for (const row of rows) {
    const last = (single.at(-1) ?? run.at(-1))?.[0];
    const first = row[0];
    if (first === undefined) continue;
    if (last !== undefined && !isNext(last, first)) flush();
    if (row.length > 1) {
      run.push(...single, row);
      single = [];
    } else if (run.length > 0) single.push(row);
    if (single.length > 2) flush();
  }
  flush();
  return runs;
}

function isNext(last: Line, line: Line): boolean {
  const drop = last.base - line.base;
  return drop > 0 && drop < Math.max(last.size, line.size) * maxDrop;
}

function isTable(rows: readonly Row[]): boolean {
  const many = rows.filter((row) => row.length > 1);
  if (many.length < 2) return false;
  const pieces = many.flat();
  // Prose of several columns, written or scanned line by line.
  return !isProse(pieces);
}

function boxOf(lines: readonly Line[]): Box {
  return [
    Math.min(...lines.map((line) => line.box[0])),
    Math.min(...lines.map((line) => line.box[1])),
    Math.max(...lines.map((line) => line.box[2])),
    Math.max(...lines.map((line) => line.box[3])),
  ];
}
