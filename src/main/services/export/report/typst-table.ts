import { cellText, isNumeric, stemsOf, type TableBlock } from "../../../../shared/report/tree.ts";
import { ownDirection, type ReportWords } from "../../../../shared/report/words.ts";
import type { TextDirection } from "../../../../shared/text/isolate.ts";
import { type CellText, inset, leading, roomOf, textSize } from "./typst-table-room.ts";
import { quoted, words } from "./typst-words.ts";

/** How all tables look. `#wide` is how wide a column is whose widest cells are given. */
export const tableLook = `#set table(stroke: (x, y) => (bottom: if y == 0 { 0.8pt + luma(120) } else { 0.5pt + luma(220) }), inset: (x: ${inset.x}pt, y: ${inset.y}pt))
#show table: set text(${textSize}pt)
#show table: set par(leading: ${leading}em)
#let wide(..cells) = calc.max(..cells.pos().map(cell => measure(text(${textSize}pt, cell)).width)) + ${2 * inset.x}pt
`;

type Column = Readonly<{ head: string; isNumeric: boolean; texts: readonly string[] }>;

/** The room of a table and of one of its letters, about, in the size of its text. */
const [page, letter] = [52, 0.58];

/**
 * Widths as Typst has them: short columns as wide as they are, the others by their length, but none narrower than its
 * longest word.
 */
function widthsOf(columns: readonly Column[]): readonly string[] {
  const shares = columns.map(({ head, isNumeric, texts }): number | string => {
    // Heads of numbers are broken rather than the words beside them pressed.
    if (isNumeric) return head.length > 10 ? "2.1cm" : "auto";
    const length = longest(texts);
    return length < 14 ? "auto" : Math.round(Math.min(4, Math.sqrt(length / 8)) * 10) / 10;
  });
  const flexible = shares.filter((share) => typeof share === "number");
  if (flexible.length === 0) return shares.map((share, index) => (index === 0 ? "1fr" : String(share)));
  // One alone has all the room that is left.
  if (flexible.length === 1) return shares.map((share) => (typeof share === "number" ? "1fr" : share));
  const all = flexible.reduce((sum, share) => sum + share, 0);
  const fixed = columns.map(({ head, texts }, index) =>
    typeof shares[index] === "number" ? 0 : longest([head, ...texts]) * letter + 1.2,
  );
  const room = page - fixed.reduce((sum, width) => sum + width, 0);
  return shares.map((share, index) => {
    if (typeof share === "string") return share;
    const { head = "", texts = [] } = columns[index] ?? {};
    const least = Math.min(14, longest([head, ...texts].flatMap((text) => text.split(/\s+/))) * letter + 1.2);
    return (share / all) * room < least ? `${least.toFixed(1)}em` : `${share}fr`;
  });
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 1);
}

/** A table as a figure with its caption above it and a repeated head. */
export function tableTypst(block: TableBlock, { direction }: ReportWords): string {
  const { caption, heads, lines, foot } = block;
  const numbers = heads.map((_, index) => isNumeric(block, index));
  const stems = stemsOf(block);
  const isTree = stems.some(({ depth }) => depth > 0);
  const columns = widthsOf(
    heads.map((head, index) => ({
      head,
      isNumeric: numbers[index] === true,
      texts: index === 0 ? stems.map(({ name }) => name) : lines.map((line) => cellText(line[index] ?? null)),
    })),
  );
  const cellsOf = (line: TableBlock["lines"][number], strong: boolean): CellText[] =>
    heads.map((_, index) => ({ text: cellText(line[index] ?? null), strong, depth: 0 }));
  const body = lines.map((line, index): CellText[] => {
    const { depth, name } = stems[index] ?? { depth: 0, name: "" };
    return [{ text: name, strong: isTree && depth === 0, depth }, ...cellsOf(line, false).slice(1)];
  });
  const [head, end] = [cellsOf(heads, true), foot === null ? null : cellsOf(foot, true)];
  const code = (cell: CellText): string => cellTypst(cell, direction);
  const room = roomOf({ columns, head, body, foot: end }, code);
  const row = (cells: readonly CellText[]): string => cells.map(code).join(", ");
  const align = numbers.map((number) => (number ? "end" : "start")).join(", ");
  const made = `table(columns: (${room.columns.join(", ")},), rows: ${room.rows}, align: (${align},), table.header(${row(head)})${body.map((cells) => `, ${row(cells)}`).join("")}${end === null ? "" : `, table.footer(repeat: false, ${row(end)})`})`;
  // Widths are measured where the table is.
  const placed = room.columns.some((column) => column.startsWith("wide(")) ? `context ${made}` : made;
  const figure = `#figure(kind: table, supplement: [Table], caption: [${words(caption, direction)}], ${placed})`;
  // A table that a page holds stays whole; a long one goes on under its repeated head.
  const low = body.every((cells) => cells.every(({ text }) => text.length <= 30));
  return lines.length > (low ? 34 : 8) ? figure : `#block(breakable: false, width: 100%)[${figure}]`;
}

/** Latin words that are longer than a column of a table, with soft hyphens at every twelfth letter. */
function withBreaks(text: string): string {
  return text.replace(/\p{Script=Latin}{25,}/gu, (word) => word.replace(/.{12}(?=.{4})/gu, "$&\u00ad"));
}

/** A cell as cheap as it can be: a string where nothing more is needed. */
function cellTypst({ text, strong, depth }: CellText, around: TextDirection): string {
  const way = ownDirection(text, { direction: around });
  const breakable = withBreaks(quoted(text));
  const message = way === around ? breakable : `text(dir: ${way}, ${breakable})`;
  const cell = strong ? `strong(${message})` : message;
  return depth === 0 ? cell : `pad(${around === "rtl" ? "right" : "left"}: ${depth}em, ${cell})`;
}
