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

/**
 * Widths of columns that fill `all`: each at least as wide as its longest word, the rest shared by the root of what is
 * in it.
 */
function widthsOf(block: TableBlock, all: number): number[] {
  const { heads, lines } = block;
  const stems = stemsOf(block).map(({ name }) => name);
  const texts = heads.map((head, index) => [
    head,
    ...(index === 0 ? stems : lines.map((line) => cellText(line[index] ?? null))).slice(0, 500),
  ]);
  const word = texts.map(
    (list) =>
      130 + 95 * Math.min(16, Math.max(...list.flatMap((text) => text.split(/\s+/)).map((text) => text.length))),
  );
  const wish = texts.map((list) => Math.sqrt(Math.min(90, Math.max(...list.map((text) => text.length)))));
  const left = Math.max(0, all - word.reduce((a, b) => a + b, 0));
  const total = wish.reduce((a, b) => a + b, 0);
  return word.map((least, index) => Math.round(least + (left * (wish[index] ?? 0)) / total));
}
