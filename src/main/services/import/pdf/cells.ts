import { type GridRow, gridOf, stretchesOf } from "./grid.ts";
import { type Line, middle, textOf } from "./lines.ts";
import { isRule } from "./margins.ts";
import { isFigure, type PrintRow, printRows, textOfSpan } from "./spans.ts";
import type { Rows } from "./table.ts";
import { tableRows } from "./table-rows.ts";

/** Rows farther apart than this, in sizes of the letters, are not of one table. */
const maxDrop = 3.2;
/** Rows of a table with one piece each, such as headings of groups and wrapped cells, that may follow each other. */
const maxSingle = 3;
/** Lines of one cell in a column after the first that stand alone in their rows. */
const maxWrapped = 12;

/**
 * The lines of a column, those of a table parted into its cells and in the order of its rows; the first of them tells
 * the table.
 */
export function withCells(lines: readonly Line[]): Line[] {
  // A table that rules draw is known already, and parts what is over it from what is under it.
  const at = lines.findIndex((line) => line.table !== undefined);
  if (at >= 0) return [...withCells(lines.slice(0, at)), ...lines.slice(at, at + 1), ...withCells(lines.slice(at + 1))];
  const rows = printRows(lines);
  const widest = Math.max(...rows.map(({ spans }) => (spans.at(-1)?.x1 ?? 0) - (spans[0]?.x0 ?? 0)));
  const parted: Line[] = [];
  for (let i = 0; i < rows.length; ) {
    const found = tableAt(rows, i, widest);
    if (found === null) parted.push(...(rows[i++]?.lines ?? []));
    else {
      const own = found.rows.flatMap((row) => row.flatMap((cell) => cell.lines));
      const [first, ...rest] = own;
      if (!found.isTable) parted.push(...own);
      else if (first !== undefined) parted.push({ ...first, table: { rows: found.rows, taken: own.length } }, ...rest);
      i = found.end;
    }
  }
  return parted;
}

/**
 * What begins with row `i`, up to row `end`: a table, or the rows of a title and of small print beside it. `widest` is
 * the width of the widest of all rows.
 */
function tableAt(
  rows: readonly PrintRow[],
  i: number,
  widest: number,
): { rows: Rows; end: number; isTable: boolean } | null {
  const head = headOf(rows, i);
  const end = endOf(rows, i + head, widest);
  if (end - i - head < 2) return null;
  const all = trimmed(rows.slice(i, end), head);
  const own = all.filter((row) => !isRuled(row));
  if (own.length - head < 2 || own[0] !== rows[i]) return null;
  const grid = gridOf(own);
  if (grid === null || !isTable(grid, own.slice(head))) return null;
  const beside = titleBeside(grid);
  return { rows: cellsOf(beside ?? grid), end: i + all.length, isTable: beside === null };
}

/** So many times larger than what is beside or under it is a title. */
const muchLarger = 1.4;

/**
 * A grid that is a title with small print beside it, such as a journal's name and year, in the order in which they are
 * read; null for other grids. A large figure beside what it counts is none.
 */
function titleBeside(grid: readonly GridRow[]): GridRow[] | null {
  if (grid[0]?.cells.length !== 2) return null;
  const sides = [0, 1].map((side) => grid.flatMap(({ cells }) => cells[side] ?? []));
  const sizes = sides.map((lines) => middle(lines.map((line) => line.size)));
  const large = (sizes[0] ?? 0) > (sizes[1] ?? 0) ? 0 : 1;
  if ((sizes[large] ?? 0) < (sizes[1 - large] ?? 0) * muchLarger) return null;
  const words = (sides[large] ?? []).map((line) => textOf(line).match(/\p{L}{2,}/gu)?.length ?? 0);
  if (words.some((count) => count === 0) || words.reduce((sum, count) => sum + count, 0) < 3) return null;
  return [large, 1 - large].flatMap((side) =>
    grid.flatMap((row) => ((row.cells[side]?.length ?? 0) === 0 ? [] : [{ ...row, cells: [row.cells[side] ?? []] }])),
  );
}

/** Rows without the notes after them: long words over several columns, which are in rows of their own. */
function trimmed(rows: readonly PrintRow[], head: number): PrintRow[] {
  const columns = stretchesOf(rows);
  const isAcross = (row: PrintRow | undefined): boolean =>
    row?.spans.some(
      (span) =>
        textOfSpan(span).length > 25 &&
        columns.filter((column) => column.x0 < span.x1 - 1 && column.x1 > span.x0 + 1).length > 1,
    ) === true;
  let [start, end] = [0, rows.length];
  while (end > head + 2 && (isAcross(rows[end - 1]) || isNote(rows[end - 1]))) end--;
  while (start < 3 && start < end - 2 && isAcross(rows[start]) && textOfRow(rows[start]).length > 45) start++;
  return rows.slice(start, end);
}

/** A rule that is written between two rows. */
function isRuled(row: PrintRow): boolean {
  return row.lines.every(isRule);
}

function isNote(row: PrintRow | undefined): boolean {
  return row !== undefined && row.spans.length <= 2 && /^(?:source|note|nb|n\.b\.)s?\s*[:.]/i.test(textOfRow(row));
}

function textOfRow(row: PrintRow | undefined): string {
  return (row?.spans ?? []).map(textOfSpan).join(" ");
}

/**
 * How many rows of one piece from `i` on are headings over the columns of a table: they leave its first column free.
 */
function headOf(rows: readonly PrintRow[], i: number): number {
  for (let n = 0; n <= maxSingle; n++) {
    const [row, next] = [rows[i + n], rows[i + n + 1]];
    if (row === undefined) return 0;
    if (row.spans.length > 1) return n;
    // The end of a title over the names of its authors.
    if (row.size > (next?.size ?? row.size) * muchLarger) return 0;
    if (next === undefined || row.base - next.base > row.size * 2 || row.lines.some((line) => line.tag !== null))
      return 0;
    const left = Math.min(...rows.slice(i, i + 12).map(({ spans }) => spans[0]?.x0 ?? 0));
    const right = Math.max(...rows.slice(i, i + 12).map(({ spans }) => spans.at(-1)?.x1 ?? 0));
    const [x0, x1] = [row.spans[0]?.x0 ?? 0, row.spans[0]?.x1 ?? 0];
    if (x0 < left + (right - left) * 0.2 || x1 - x0 > (right - left) * 0.5) return 0;
  }
  return 0;
}

/** The row before which a table ends that may begin with row `i`. */
function endOf(rows: readonly PrintRow[], i: number, widest: number): number {
  let end = i;
  let single = 0;
  let second = Number.POSITIVE_INFINITY;
  for (let index = i; index < rows.length; index++) {
    const [last, row] = [rows[index - 1], rows[index]];
    if (row === undefined || row.lines.some((line) => line.tag !== null)) break;
    if (index > i && last !== undefined && !isNear(last, row, index === i + 1)) break;
    if (isRuled(row)) continue;
    if (isWideProse(row) || isCaption(row)) break;
    if (row.spans.length > 1) {
      [end, single] = [index + 1, 0];
      second = Math.min(second, row.spans[1]?.x0 ?? second);
      continue;
    }
    const [span] = row.spans;
    // The next line of a cell that is not in the first column.
    if (span !== undefined && span.x0 > second - row.size * 0.5 && single < maxWrapped) {
      single++;
      continue;
    }
    if (index === i || ++single > maxSingle || span === undefined) break;
    if (span.x1 - span.x0 > widest * 0.55 && textOfSpan(span).length > 40) break;
  }
  return withWrapped(rows, i, end);
}

function isCaption(row: PrintRow): boolean {
  return /^(?:table|figure|fig\.|chart|exhibit|graph|map|tableau|tabelle|abbildung|tabla|figura)\s*[A-Z]{0,2}[\d.-]+[.:]/i.test(
    textOfRow(row),
  );
}

/** A long line of words with gaps of which none is much wider than a cell's must be: loose print. */
function isWideProse({ lines, spans }: PrintRow): boolean {
  const [line] = lines;
  if (lines.length > 1 || line === undefined || spans.length < 2 || line.chars.length < 45) return false;
  const gaps = spans.slice(1).map(({ x0 }, n) => x0 - (spans[n]?.x1 ?? x0));
  const words = line.text.replace(/[\s\p{P}]/gu, "");
  return Math.max(...gaps) < line.size * 1.4 && words.replace(/\P{L}/gu, "").length > words.length * 0.9;
}

/** Below headings that are set aslant there is more room. */
function isNear(last: PrintRow, row: PrintRow, isHead: boolean): boolean {
  const drop = last.base - row.base;
  return drop > 0 && drop < Math.max(last.size, row.size) * maxDrop * (isHead && last.spans.length > 1 ? 1.5 : 1);
}

/** A last cell may run over more lines than the rest of its row. */
function withWrapped(rows: readonly PrintRow[], i: number, end: number): number {
  if (end - i < 2) return end;
  let offset = end;
  const left = Math.min(...rows.slice(i, end).map(({ spans }) => spans[0]?.x0 ?? 0));
  for (; offset < rows.length && offset < end + maxWrapped; offset++) {
    const [last, row] = [rows[offset - 1], rows[offset]];
    if (last === undefined || row === undefined || row.lines.some((line) => line.tag !== null)) break;
    const [span] = row.spans;
    const above = rows[end - 1]?.spans.find(
      (cell) => span !== undefined && Math.abs(cell.x0 - span.x0) < row.size * 1.5,
    );
    if (span === undefined || row.spans.length > 1 || above === undefined || last.base - row.base > row.size * 1.4)
      break;
    const small = Math.abs(row.size - (above.lines[0]?.size ?? row.size)) > row.size * 0.12;
    const isLabel = span.x0 < left + row.size;
    if (small || (isLabel && !/^\p{Ll}/u.test(textOfSpan(span))) || span.x1 > above.x1 + row.size * 4) break;
  }
  return offset;
}

/** True for what is no prose, no list and no drawing. */
function isTable(grid: readonly GridRow[], rows: readonly PrintRow[]): boolean {
  const parted = grid.filter((row) => row.cells.filter((cell) => cell.length > 0).length > 1);
  const columns = grid[0]?.cells.length ?? 0;
  // Words of prose now and then are under each other; what the file itself sets apart is no chance.
  const apart = rows.filter((row) => row.lines.length > 1).length;
  if (parted.length < (apart >= 2 ? 2 : 3)) return false;
  // Lines of words under each other in a column after the first are those of one cell.
  const wrapped = grid.filter(({ cells: [first = [], ...rest] }) => {
    const words = rest.flat().map((line) => line.text);
    return first.length === 0 && words.length === 1 && (words[0]?.length ?? 0) > 12 && !isFigure(words[0] ?? "");
  });
  if (parted.length < (grid.length - wrapped.length) * 0.34) return false;
  if (columns === 2 && parted.every(({ cells }) => isListMark((cells[0] ?? []).map((line) => line.text).join(""))))
    return false;
  if (isSpacedProse(rows) || isStretchedProse(rows) || isRunning(grid, isFlush(rows) ? 0.4 : 0.6)) return false;
  // Labels of a drawing fall into no columns.
  const filled = parted.reduce((sum, row) => sum + row.cells.filter((cell) => cell.length > 0).length, 0);
  return filled >= parted.length * Math.max(1.5, columns * 0.4);
}

function isListMark(text: string): boolean {
  return text.trim().length <= 4 && !isYear(text);
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text.trim());
}

/** True when rows of words, each one line in the file, all begin and end at the same x, as justified prose does. */
function isFlush(rows: readonly PrintRow[]): boolean {
  const isWords = ({ lines }: PrintRow): boolean =>
    lines.length === 1 && (lines[0]?.text.replace(/\P{L}/gu, "").length ?? 0) > (lines[0]?.text.length ?? 0) * 0.6;
  const spread = (of: (row: PrintRow) => number): number => Math.max(...rows.map(of)) - Math.min(...rows.map(of));
  const size = rows[0]?.size ?? 10;
  const isEven =
    spread(({ spans }) => spans[0]?.x0 ?? 0) < size * 0.3 && spread(({ spans }) => spans.at(-1)?.x1 ?? 0) < size * 0.3;
  return isEven && rows.every(isWords);
}

/**
 * One sentence runs through the cells of row after row: columns or wide gaps of prose. `share` is how many of the rows
 * it must go on from.
 */
function isRunning(grid: readonly GridRow[], share: number): boolean {
  const texts = grid.map((row) =>
    row.cells.map((cell) => cell.map((line) => line.text).join(" ")).filter((text) => text !== ""),
  );
  let [running, pairs, long] = [0, 0, 0];
  for (const [n, cells] of texts.entries()) {
    if (cells.length > 0 && Math.min(...cells.map((cell) => cell.length)) > 18 && !cells.some(isFigure)) long++;
    const next = texts[n + 1];
    if (next === undefined) continue;
    pairs++;
    const [end, start] = [cells.at(-1) ?? "", next[0] ?? ""];
    const [last, isLower] = [end.replaceAll("\u0002", "-"), /^\p{Ll}/u.test(start)];
    // A word that is parted between a row and the next one's first cell is proof.
    if (/\p{Ll}-$/u.test(last) && isLower && next.length > 1) running += 2;
    else if (/[\p{L},-]$/u.test(last) && isLower && end.split(" ").length > 2) running++;
  }
  if (pairs === 1 && running > 0 && texts.every(isSentence)) return true;
  return (pairs > 1 && running >= pairs * share) || (long >= texts.length * 0.6 && running >= pairs * 0.4);
}

/** True when each cell of a row goes on with the one before it in words of small letters. */
function isSentence([, ...further]: readonly string[]): boolean {
  return further.length > 0 && further.every((text) => /^\p{Ll}/u.test(text)) && further.join(" ").length > 24;
}

/** No gap within a word is so wide, in sizes of the letters. */
const betweenWords = 0.18;

/**
 * Justified prose in a narrow column: all gaps of a line are equally wide, and what is after those it shares with
 * others begins anywhere.
 */
function isSpacedProse(rows: readonly PrintRow[]): boolean {
  const gaps = rows.map(gapsOf);
  const even = gaps.every(
    (own) => own.length === 0 || Math.max(...own.map(widthOf)) < 1.3 * Math.min(...own.map(widthOf)),
  );
  if (!even || gaps.flat().length <= rows.length) return false;
  const starts = rows.map((row) => row.spans[1]?.x0).filter((x) => x !== undefined);
  return Math.max(...starts) - Math.min(...starts) > (rows[0]?.size ?? 10) * 0.3;
}

/**
 * The same beside items of lists and last lines: most of the parted rows are words with even gaps, and the words begin
 * at other places in each, as those of columns do not.
 */
function isStretchedProse(rows: readonly PrintRow[]): boolean {
  const parted = rows.filter(({ spans }) => spans.length > 1);
  const stretched = parted.filter((row) => {
    const widths = gapsOf(row).map(widthOf);
    const words = row.spans
      .map(textOfSpan)
      .join("")
      .replace(/[\s\p{P}]/gu, "");
    const isWords = words.replace(/\P{L}/gu, "").length > words.length * 0.9;
    return isWords && widths.length >= 2 && Math.max(...widths) < 1.5 * Math.min(...widths);
  });
  if (stretched.length < 2 || stretched.length < parted.length * 0.4) return false;
  const starts = stretched.flatMap((row) => row.spans[1]?.x0 ?? []);
  return Math.max(...starts) - Math.min(...starts) > (rows[0]?.size ?? 10) * 0.5;
}

type Gap = Readonly<{ from: number; to: number }>;

function widthOf({ from, to }: Gap): number {
  return to - from;
}

function gapsOf({ lines, size }: PrintRow): Gap[] {
  const gaps: Gap[] = [];
  let from = Number.POSITIVE_INFINITY;
  for (const { chars } of lines)
    for (let i = 0; i < chars.length; i++) {
      if (/\s/.test(String.fromCodePoint(chars.code(i)))) continue;
      const to = chars.left(i);
      if (to - from >= size * betweenWords) gaps.push({ from, to });
      from = chars.right(i);
    }
  return gaps;
}

/** Rows of cells; the first ones are headings where they are bold and not all is. */
function cellsOf(grid: readonly GridRow[]): Rows {
  const rows = tableRows(grid);
  const isBold = (row: readonly (readonly Line[])[]): boolean => row.flat().every((line) => line.bold);
  const heads = rows.every(isBold)
    ? 0
    : Math.max(
        0,
        rows.findIndex((row) => !isBold(row)),
      );
  return rows.map((row, n) => row.map((lines) => ({ lines, header: n < heads })));
}
