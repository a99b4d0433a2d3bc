import { lineSize } from "../../typst/letter-widths.ts";
import { lineCount } from "../../typst/line-count.ts";

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

/**
 * The least and most that a cell may need on one line, in points without insets, and the height of a line; null where
 * it can't be told.
 */
type Size = Readonly<{ least: number; most: number; height: number | null }>;

/** A width in points that is known about. */
type Width = Readonly<{ least: number; most: number }>;

/** What is between the lines of a cell, in ems. */
export const leading = 0.5;

/** Typst never parts so many lines of a cell at the end of a page, as none of them may be alone. */
const mostLines = 3;

/**
 * What Typst need not find out by laying out every cell up to three times: the widths of columns whose widest cells are
 * known, and the heights of rows whose lines can be counted. The table looks the same.
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
  const rooms = roomsOf(
    columns,
    all.map((cells) => cells.map(([, size]) => size)),
  );
  if (rooms === null) return { columns, rows: "auto" };
  return {
    columns: columns.map((column, index) => (column === "auto" ? measured(all[index] ?? [], codeOf) : column)),
    rows: rowsOf([
      null,
      ...body.map((cells, row) => heightOf(cells, sizes[row] ?? [], rooms)),
      ...(foot === null ? [] : [null]),
    ]),
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

/**
 * The room within the insets of each column; null for one that is as wide as its cells. Null where the columns want
 * more than the page: then Typst presses them together.
 */
function roomsOf(columns: readonly string[], sizes: readonly (readonly Size[])[]): readonly (Width | null)[] | null {
  const widths = columns.map((column, index) => widthOf(column, sizes[index] ?? []));
  const sum = (of: (width: Width) => number): number => widths.reduce((all, width) => all + of(width), 0);
  const left = { least: pageWidth - sum(({ most }) => most), most: pageWidth - sum(({ least }) => least) };
  if (left.least < 0) return null;
  const shares = columns.map((column) => (column.endsWith("fr") ? Number.parseFloat(column) : 0));
  const all = Math.max(
    1e-9,
    shares.reduce((sum, share) => sum + share, 0),
  );
  return columns.map((column, index) => {
    if (column === "auto") return null;
    const [{ least, most }, share] = [widths[index] ?? left, (shares[index] ?? 0) / all];
    return {
      least: least + left.least * share - 2 * inset.x - tolerance,
      most: most + left.most * share - 2 * inset.x + tolerance,
    };
  });
}

/** What a column takes of the page, in points; nothing for one that gets a share of what is left. */
function widthOf(column: string, sizes: readonly Size[]): Width {
  if (column.endsWith("fr")) return { least: 0, most: 0 };
  const width = Number.parseFloat(column) * (column.endsWith("em") ? textSize : 72 / 2.54);
  if (column !== "auto") return { least: width, most: width };
  const widest = (of: (size: Size) => number): number => sizes.reduce((most, size) => Math.max(most, of(size)), 0);
  return { least: widest(({ least }) => least) + 2 * inset.x, most: widest(({ most }) => most) + 2 * inset.x };
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

/** The height of a row whose lines can be counted, in points; null where Typst has to look. */
function heightOf(cells: readonly CellText[], sizes: readonly Size[], rooms: readonly (Width | null)[]): number | null {
  let text = 0;
  for (const [index, cell] of cells.entries()) {
    const { most = 0, height = null } = sizes[index] ?? {};
    const room = rooms[index] ?? null;
    if (height === null) return null;
    const count = room === null || most <= room.least ? 1 : linesOf(cell, room);
    if (count === null || count > mostLines) return null;
    if (height > 0) text = Math.max(text, count * height + (count - 1) * leading * textSize);
  }
  return text === 0 ? null : text + 2 * inset.y;
}

function linesOf({ text, strong, depth }: CellText, { least, most }: Width): number | null {
  const inEms = (width: number): number => width / textSize - depth;
  return lineCount({ text, bold: strong, least: inEms(least), most: inEms(most) });
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
