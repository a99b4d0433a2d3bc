/** Header and rows of a table, each a list of cells as they are written, and the line after it. */
export type Table = Readonly<{ header: readonly string[] | null; rows: readonly (readonly string[])[]; next: number }>;
export type Lines = Readonly<{ at: (line: number) => string; end: number }>;

const columnLine = /^ *--+(?: +--+)+ *$/;
const wholeLine = /^ *-{3,} *$/;

/** The table by dashes that begins at a line; null where there is none. */
export function dashedAt(lines: Lines, line: number): Table | null {
  const first = lines.at(line);
  if (columnLine.test(first)) return bodyUnder(lines, line, null);
  if (wholeLine.test(first)) {
    const dashes = nextDashes(lines, line + 1);
    const isHeader = dashes > line + 1 && dashes < lines.end && columnLine.test(lines.at(dashes));
    if (!isHeader || isAnyEmpty(lines, line + 1, dashes)) return null;
    return bodyUnder(lines, dashes, [line + 1, dashes]);
  }
  if (first.trim() === "" || line + 1 >= lines.end || !columnLine.test(lines.at(line + 1))) return null;
  return simpleUnder(lines, line);
}

/** A table with one line of header over its dashes, up to an empty line or dashes. */
function simpleUnder(lines: Lines, line: number): Table | null {
  const starts = startsOf(lines.at(line + 1));
  let end = line + 2;
  while (end < lines.end && lines.at(end) !== "" && !isDashes(lines.at(end))) end++;
  const header = cellsOf([lines.at(line)], starts);
  const rows = rowsOf(lines, line + 2, end, starts);
  if (header === null || rows === null || rows.length === 0) return null;
  return { header, rows, next: end < lines.end && isDashes(lines.at(end)) ? end + 1 : end };
}

/** A table between dashes: those at `dashes` tell the columns, the next ones end it. */
function bodyUnder(lines: Lines, dashes: number, head: readonly [number, number] | null): Table | null {
  const starts = startsOf(lines.at(dashes));
  const end = nextDashes(lines, dashes + 1);
  if (end >= lines.end || (end + 1 < lines.end && lines.at(end + 1) !== "")) return null;
  if (head !== null && !wholeLine.test(lines.at(end))) return null;
  const heads = head === null ? [] : Array.from({ length: head[1] - head[0] }, (_, n) => lines.at(head[0] + n));
  const header = cellsOf(heads, starts);
  const rows = rowsOf(lines, dashes + 1, end, starts);
  if (header === null || rows === null || rows.length === 0) return null;
  return { header: head === null ? null : header, rows, next: end + 1 };
}

/** Rows of one line each; where there are empty lines, what is between two of them is a row. */
function rowsOf(lines: Lines, from: number, to: number, starts: readonly number[]): string[][] | null {
  const rows: string[][] = [[]];
  const isSpaced = isAnyEmpty(lines, from, to);
  for (let n = from; n < to; n++) {
    const text = lines.at(n);
    if (text === "" || !isSpaced) rows.push([]);
    if (text !== "") rows.at(-1)?.push(text);
  }
  const cells = rows.filter((row) => row.length > 0).map((row) => cellsOf(row, starts));
  return cells.every((row) => row !== null) ? cells : null;
}

/** The cells of a row of some lines; null where something crosses from one column into the next. */
function cellsOf(row: readonly string[], starts: readonly number[]): string[] | null {
  const isCrossed = row.some((text) => starts.slice(1).some((start) => /[^ ]/.test(text[start - 1] ?? " ")));
  if (isCrossed || row.some((text) => text.includes("\t"))) return null;
  return starts.map((start, n) =>
    row
      .map((text) => text.slice(n === 0 ? 0 : start, starts[n + 1]).trim())
      .filter((text) => text !== "")
      .join("\n"),
  );
}

function startsOf(dashes: string): number[] {
  return [...dashes.matchAll(/-+/g)].map(({ index }) => index);
}

function nextDashes(lines: Lines, from: number): number {
  let line = from;
  while (line < lines.end && !isDashes(lines.at(line))) line++;
  return line;
}

function isDashes(text: string): boolean {
  return columnLine.test(text) || wholeLine.test(text);
}

function isAnyEmpty(lines: Lines, from: number, to: number): boolean {
  for (let n = from; n < to; n++) if (lines.at(n) === "") return true;
  return false;
}
