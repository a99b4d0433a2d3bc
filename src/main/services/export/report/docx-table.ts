import {
  AlignmentType,
  BorderStyle,
  type ITableBordersOptions,
  type ITableOptions,
  type ITableRowOptions,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import { cellText, isNumeric, stemsOf, type TableBlock } from "../../../../shared/report/tree.ts";
import type { TextDirection } from "../../../../shared/text/isolate.ts";
import { CopiedElement } from "./docx-copies.ts";
import { clean, lookOf, type ParagraphLook, paragraphIn } from "./docx-text.ts";

/** The width of a page's text, in twentieths of a point. */
export const bodyWidth = 9400;

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** A table without a line. */
export const unruled: ITableBordersOptions = {
  top: none,
  left: none,
  right: none,
  bottom: none,
  insideHorizontal: none,
  insideVertical: none,
};

/**
 * A table with a repeated head; numbers are right-aligned. What its cells share is stated once, for the whole table.
 */
export function docxTable(block: TableBlock, direction: TextDirection): Table {
  const { heads, lines, foot } = block;
  const numbers = heads.map((_, index) => isNumeric(block, index));
  const widths = widthsOf(block, bodyWidth);
  const stems = stemsOf(block);
  const isTree = stems.some(({ depth }) => depth > 0);
  const cellsOf = (cells: TableBlock["lines"][number], style: string, depth = 0): CopiedElement[] =>
    heads.map((_, index) => {
      const text = cellText(cells[index] ?? null);
      const paragraph = {
        style: index > 0 && style === "CellRoot" ? "Cell" : style,
        ...(index === 0 && depth > 0 ? { indent: { left: 170 * depth } } : {}),
        ...(numbers[index] ? { alignment: AlignmentType.RIGHT } : {}),
      };
      return cellOf(text, widths[index] ?? 0, lookOf(text, paragraph, direction));
    });
  const rule = { style: BorderStyle.SINGLE, size: 4, color: "D9D5CB" };
  const options = {
    width: { size: bodyWidth, type: WidthType.DXA },
    columnWidths: widths,
    ...(direction === "rtl" ? { visuallyRightToLeft: true } : {}),
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    borders: { ...unruled, bottom: rule, insideHorizontal: rule },
  };
  const rows = lines.map((line, index) => {
    const { depth, name } = stems[index] ?? { depth: 0, name: "" };
    return cellsOf([name, ...line.slice(1)], isTree && depth === 0 ? "CellRoot" : "Cell", depth);
  });
  if (foot !== null) rows.push(cellsOf(foot, "CellHead"));
  return new CopiedTable(options, [
    new CopiedRow({ tableHeader: true, cantSplit: true }, cellsOf(heads, "CellHead")),
    ...rows.map((cells) => new CopiedRow({ tableHeader: false, cantSplit: true }, cells)),
  ]);
}

function cellOf(text: string, width: number, look: ParagraphLook): CopiedElement {
  return new CopiedElement(
    "w:tc",
    JSON.stringify([width, look]),
    clean(text),
    (sample) => new TableCell({ width: { size: width, type: WidthType.DXA }, children: [paragraphIn(sample, look)] }),
  );
}

/** Rows and cells are pushed, because docx's constructors ask for cells of its own. */
class CopiedTable extends Table {
  constructor(options: Omit<ITableOptions, "rows">, rows: readonly CopiedRow[]) {
    super({ ...options, rows: [] });
    this.root.push(...rows);
  }
}

class CopiedRow extends TableRow {
  constructor(options: Omit<ITableRowOptions, "children">, cells: readonly CopiedElement[]) {
    super({ ...options, children: [] });
    this.root.push(...cells);
  }
}

/** The widths of a table's columns, which fill `all`, by its heads and its first 500 lines. */
function widthsOf(block: TableBlock, all: number): number[] {
  const { heads, lines } = block;
  const stems = stemsOf(block).map(({ name }) => name);
  return columnWidths(
    heads.map((head, index) => [
      head,
      ...(index === 0 ? stems : lines.map((line) => cellText(line[index] ?? null))).slice(0, 500),
    ]),
    all,
  );
}

/**
 * Widths of columns of these texts, in twentieths of a point, that fill `all`: each at least as wide as its longest
 * word, as far as there is room. The rest goes to columns whose texts are longer than a word, by the root of how much.
 */
export function columnWidths(texts: readonly (readonly string[])[], all: number): number[] {
  const words = texts.map((list) => longest(list.flatMap((text) => text.split(betweenWords))));
  const least = words.map((length) => cellMargins + widthOfLetter * Math.min(16, length));
  const wish = texts.map((list, index) => Math.sqrt(Math.max(0, Math.min(90, longest(list)) - (words[index] ?? 0))));
  const needed = least.reduce((a, b) => a + b, 0);
  if (needed >= all) return least.map((width) => Math.round((width * all) / needed));
  const total = wish.reduce((a, b) => a + b, 0);
  return least.map((width, index) =>
    Math.round(width + (all - needed) * (total === 0 ? 1 / texts.length : (wish[index] ?? 0) / total)),
  );
}

/**
 * A bold letter of 8.5 points, in twentieths of a point: 0.65 of the size in DejaVu Sans, which LibreOffice sets where
 * ours is not installed.
 */
const widthOfLetter = 112;

/** What a cell leaves free at both sides, in twentieths of a point, and a little more. */
const cellMargins = 160;

/** White space at which a line may end: "+ supports" is joined by a space at which none does. */
const betweenWords = /[^\S\u00a0\u2007\u202f]+/u;

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
