import { lineSize } from "../../typst/letter-widths.ts";

/** A cell of a table; `depth` is how far it is indented, in ems. */
export type CellText = Readonly<{ text: string; strong: boolean; depth: number }>;

/** A table with its columns as `tableTypst` wants them: `auto`, or so many `cm`, `em` or `fr`. */
export type TableRoom = Readonly<{
  columns: readonly string[];
  head: readonly CellText[];
  body: readonly (readonly CellText[])[];
  foot: readonly CellText[] | null;
}>;

/** The size of a table's text and what its cells leave free at their sides, in points. */
export const textSize = 8.5;
export const inset = { x: 4, y: 4.5 } as const;

/** How wide the text of a page is, in points: A4 without its margins (`reportMarkup`). */
const pageWidth = ((210 - 48) / 25.4) * 72;

/** The part of a column's cells that is measured at most: measuring more costs as much as it saves. */
const mostMeasured = 0.25;

/** Widths that are a little smaller than a column's, in points, so that rounding breaks no line. */
const tolerance = 0.5;

/** The least and most that a cell may need, in points without insets; `height` null where it can't be told. */
type Size = Readonly<{ least: number; most: number; height: number | null }>;

/**
 * What Typst need not find out by laying out every cell up to three times: the widths of columns whose widest cells are
 * known, and the heights of rows that surely are one line. The table looks the same.
 */
export function roomOf(
  { columns, head, body, foot }: TableRoom,
  codeOf: (cell: CellText) => string,
): Readonly<{ columns: readonly string[]; rows: string }> {
  const sizes = body.map((cells) => cells.map(sizeOf));
  const ends = [head, ...(foot === null ? [] : [foot])];
  const all = columns.map((_, index) =>
    [...ends, ...body].map((cells, row): readonly [CellText, Size] => {
      const cell = cells[index] ?? { text: "", strong: false, depth: 0 };
      return [cell, sizes[row - ends.length]?.[index] ?? sizeOf(cell)];
    }),
  );
  const most = columns.map((column, index) =>
    mostOf(
      column,
      (all[index] ?? []).map(([, size]) => size),
    ),
  );
  const taken = most.reduce((sum, width) => sum + width, 0);
  // Columns that want more than the page are pressed together by Typst.
  if (taken > pageWidth) return { columns, rows: "auto" };
  const shares = columns.map((column) => (column.endsWith("fr") ? Number.parseFloat(column) : 0));
  const shared = shares.reduce((sum, share) => sum + share, 0);
  const rooms = columns.map((column, index) => {
    if (column === "auto") return Number.POSITIVE_INFINITY;
    const flexible = shared === 0 ? 0 : ((pageWidth - taken) * (shares[index] ?? 0)) / shared;
    return (most[index] ?? 0) + flexible - 2 * inset.x - tolerance;
  });
  return {
    columns: columns.map((column, index) => (column === "auto" ? measured(all[index] ?? [], codeOf) : column)),
    rows: rowsOf([null, ...sizes.map((cells) => heightOf(cells, rooms)), ...(foot === null ? [] : [null])]),
  };
}

function sizeOf({ text, strong, depth }: CellText): Size {
  const { least, most, capital } = lineSize(text, strong);
  const indent = depth * textSize;
  // Words that get soft hyphens may be broken at them.
  const isLine = capital !== null && !/\p{L}{25}/u.test(text);
  return {
    least: indent + least * textSize,
    most: indent + most * textSize,
    height: !isLine ? null : text.trim() === "" ? 0 : capital * textSize,
  };
}

/** The most room that a column can take of the page, in points; 0 for one that gets what is left. */
function mostOf(column: string, sizes: readonly Size[]): number {
  if (column.endsWith("fr")) return 0;
  if (column.endsWith("em")) return Number.parseFloat(column) * textSize;
  if (column.endsWith("cm")) return (Number.parseFloat(column) / 2.54) * 72;
  return sizes.reduce((most, size) => Math.max(most, size.most), 0) + 2 * inset.x;
}

/** A column as wide as its widest cell: Typst measures those that may be the widest. `auto` where they are many. */
function measured(cells: readonly (readonly [CellText, Size])[], codeOf: (cell: CellText) => string): string {
  const least = cells.reduce((least, [, size]) => Math.max(least, size.least), 0);
  const widest = new Map<string | number, string>();
  for (const [cell, { least: own, most }] of cells) {
    if (most < least) continue;
    // Of cells that are surely as wide as each other, one is enough.
    widest.set(own === most ? own : codeOf(cell), codeOf(cell));
    if (widest.size > Math.max(10, cells.length * mostMeasured)) return "auto";
  }
  return `wide(${[...widest.values()].join(", ")})`;
}

/** The height of a row that surely is one line, in points; null where Typst has to look. */
function heightOf(cells: readonly Size[], rooms: readonly number[]): number | null {
  let text = 0;
  for (const [index, { most, height }] of cells.entries()) {
    if (height === null || most > (rooms[index] ?? 0)) return null;
    text = Math.max(text, height);
  }
  return text === 0 ? null : text + 2 * inset.y;
}

/** Heights of all rows as Typst has them; those of the same height that follow each other as one. */
function rowsOf(heights: readonly (number | null)[]): string {
  const runs: { height: string; count: number }[] = [];
  for (const height of heights) {
    const code = height === null ? "auto" : `${height}pt`;
    const last = runs.at(-1);
    if (last?.height === code) last.count++;
    else runs.push({ height: code, count: 1 });
  }
  if (runs.length === 1) return "auto";
  return runs.map(({ height, count }) => `(${height},) * ${count}`).join(" + ");
}
