import type { GridRow } from "./grid.ts";
import { type Line, middle, textOf } from "./lines.ts";
import { isFigure } from "./spans.ts";

type Cells = readonly (readonly Line[])[];

/** Rows of print as the rows of a table: the lines of a cell that runs over several of them are one cell. */
export function tableRows(grid: readonly GridRow[]): Cells[] {
  const rows: Line[][][] = [];
  // What the present row holds already: two figures in one column are of two rows.
  let from = 0;
  for (const [n, own] of grid.entries()) {
    const { cells } = own;
    const last = rows.at(-1);
    const held = grid.slice(from, n);
    const isNew = held.some((row) => figuresInBoth(row, own)) || isUnderHeads(held, own);
    const joins = n > 0 && !isNew && goesOn(grid, n);
    if (joins && last !== undefined) for (const [c, cell] of cells.entries()) last[c]?.push(...cell);
    else {
      rows.push(cells.map((cell) => [...cell]));
      from = n;
    }
  }
  return rows;
}

/** True when row `n` of print belongs to the row of the table that the one above it is in. */
function goesOn(grid: readonly GridRow[], n: number): boolean {
  const [above, row] = [grid[n - 1], grid[n]];
  if (above === undefined || row === undefined) return false;
  const gap = above.base - row.base;
  const [before, after] = [gapAt(grid, n - 1), gapAt(grid, n + 1)];
  const usual = usualGap(grid);
  if (gap > usual * 1.15 && gap > row.size * 1.6) return false;
  const [filledAbove, filled] = [filledIn(above), filledIn(row)];
  // A label in several lines that is in the middle of its row begins above the figures.
  const isLabel = filled.length === 1 && filled[0] === 0;
  if (isLabel && filledAbove.length > 1 && after < gap * 0.6) return false;
  const byCells = isWrittenByCells(grid);
  if (byCells && !isCut(grid, n)) return true;
  if (isLabelled(grid)) {
    if (filled.length === 2 && filledAbove.length === 2) {
      const gaps = grid.slice(1).map((_, index) => gapAt(grid, index + 1));
      const isTight = gap < Math.min(...gaps) * 1.15 && Math.max(...gaps) > Math.min(...gaps) * 1.3;
      return isTight && (/^\p{Ll}/u.test(textAt(row, 0)) || (/^\p{Ll}/u.test(textAt(row, 1)) && isCutOff(grid, n - 1)));
    }
    if (filled[0] === 1 || filledAbove[0] === 1) {
      // A label may be in the middle of what it is for.
      const apart = gap > usual * 1.2 || gap > Math.min(before, after) * 1.3;
      return !apart && (filled[0] === 1 || gapAt(grid, n - 1) > gap * 1.2);
    }
  }
  const isPart = filled.length < filledAbove.length || (filled.length === 1 && filledAbove.length === 1);
  const label = textAt(row, 0);
  const continued = !byCells && /^[\p{Ll}(&]/u.test(firstText(row)) && !/[.!?:]$/.test(textAt(above, filled[0] ?? 0));
  if (isPart && filled.every((c) => filledAbove.includes(c)) && filledAbove.length > 1)
    // The next line of a wrapped cell is closer than the next row, or begins in mid-sentence.
    return continued || gap < Math.min(after, before) * 0.85;
  // A label that begins above its figures.
  if (filledAbove.length === 1 && filledAbove[0] === 0 && filled.length > 1)
    return label === ""
      ? gap < before * 0.85
      : continued || (gap < before * 0.8 && (gap < usual * 0.8 || isSmaller(row, above)));
  if (isPart && filled.length === 1 && filled[0] === 0) return continued || gap < after * 0.8;
  const prose = filled.some((c) => filledAbove.includes(c) && textAt(row, c).length > 12);
  return prose && gap < usual * 0.8 && gap < Math.max(before, after) * 0.85 && !hasFigures(row);
}

/** Labels in the first column and prose, lists among it, in the second. */
function isLabelled(grid: readonly GridRow[]): boolean {
  if (grid[0]?.cells.length !== 2) return false;
  const texts = grid.map((row) => textAt(row, 1)).filter((text) => text !== "");
  return texts.filter((text) => !isFigure(text) && text.length > 15).length > texts.length * 0.7;
}

/** True when the words in the last column of a row fill their line and stop in the midst of a sentence. */
function isCutOff(grid: readonly GridRow[], n: number): boolean {
  const own = grid[n]?.cells.at(-1)?.at(-1);
  const edge = Math.max(...grid.map(({ cells }) => cells.at(-1)?.at(-1)?.box[2] ?? 0));
  return own !== undefined && edge - own.box[2] < own.size * 5 && !/[.!?:;]$/.test(own.text);
}

/** Small print under a label. */
function isSmaller(row: GridRow, above: GridRow): boolean {
  return (row.cells[0]?.[0]?.size ?? 0) < (above.cells[0]?.[0]?.size ?? 0) * 0.95;
}

function gapAt(grid: readonly GridRow[], n: number): number {
  const [above, row] = [grid[n - 1], grid[n]];
  return above === undefined || row === undefined ? Number.POSITIVE_INFINITY : above.base - row.base;
}

function usualGap(grid: readonly GridRow[]): number {
  return middle(grid.slice(1).map((_, n) => gapAt(grid, n + 1)));
}

function filledIn({ cells }: GridRow): number[] {
  return cells.flatMap((cell, c) => (cell.length > 0 ? [c] : []));
}

function textAt({ cells }: GridRow, c: number): string {
  return (cells[c] ?? []).map(textOf).join(" ").trim();
}

function firstText(row: GridRow): string {
  return textAt(row, filledIn(row)[0] ?? 0);
}

function hasFigures(row: GridRow): boolean {
  return filledIn(row).some((c) => isFigure(textAt(row, c)));
}

/** Two figures under each other are of two rows. */
function figuresInBoth(above: GridRow, row: GridRow): boolean {
  return row.cells.some((_, c) => isFigure(textAt(above, c)) && isFigure(textAt(row, c)));
}

/**
 * A labelled row of figures under words that name its columns. The years of such names may be in a line of their own.
 */
function isUnderHeads(above: readonly GridRow[], row: GridRow): boolean {
  if (textAt(row, 0) === "" || above.some(hasFigures)) return false;
  const named = row.cells.filter(
    (_, c) =>
      c > 0 &&
      isFigure(textAt(row, c)) &&
      !/^(?:19|20)\d\d\b/.test(textAt(row, c)) &&
      above.some((head) => /\p{L}/u.test(textAt(head, c))),
  );
  return named.length > 1;
}

/** The file has what is right above a row before what is in it and right below it. */
function isCut(grid: readonly GridRow[], n: number): boolean {
  const places = (rows: readonly GridRow[]): number[] =>
    rows.flatMap((row) => row.cells.flat().map((line) => line.chars.place(0)));
  const [above, below] = [places(grid.slice(Math.max(0, n - 2), n)), places(grid.slice(n, n + 2))];
  // Headings may come after all else.
  return Math.max(...above) < Math.min(...below) || Math.min(...above) > Math.max(...below);
}

/** The file has cells of several lines one after the other, and row after row. */
function isWrittenByCells(grid: readonly GridRow[]): boolean {
  const cuts = grid.slice(1).filter((_, n) => isCut(grid, n + 1)).length;
  return cuts > 0 && cuts < grid.length - 1;
}
