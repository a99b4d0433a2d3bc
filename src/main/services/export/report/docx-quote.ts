import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type ITableCellOptions,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import { palettes } from "../../../../shared/chart/svg.ts";
import { message } from "../../../../shared/messages/message.ts";
import { paintOf, type ReportQuote } from "../../../../shared/report/tree.ts";
import { ownDirection, type ReportWords } from "../../../../shared/report/words.ts";
import { bodyWidth, unruled } from "./docx-table.ts";
import { gap, paragraphOf, type RunLook, warning } from "./docx-text.ts";

/** A quote with its source, details and note beside a line whose colour and kind say its stance. */
export function quoteParagraphs(quote: ReportQuote, names: ReportWords): FileChild[] {
  const { words, direction, look, source, details, note, moved } = quote;
  const colour = palettes.light[paintOf(look)].slice(1);
  const style = look === "opposes" ? BorderStyle.DASHED : look === "supports" ? BorderStyle.SINGLE : BorderStyle.DOTTED;
  const rtl = direction === "rtl";
  const line = { style, color: colour, size: 18, space: 8 };
  const border = rtl ? { right: line } : { left: line };
  // In a paragraph from right to left an indent on its left is one where its lines begin (ISO/IEC 29500-1, 17.3.1.12).
  const indentOf = (turned: boolean) => (rtl === turned ? { left: 200 } : { right: 200 });
  const under = (text: string, name: string, look: RunLook = {}): FileChild => {
    const turned = ownDirection(text, names) === "rtl";
    // Lines that run the other way than the quote still begin at its side.
    const alignment = rtl === turned ? {} : { alignment: AlignmentType.END };
    return paragraphOf(text, { border, indent: indentOf(turned), style: name, ...alignment }, names.direction, look);
  };
  return [
    paragraphOf(names.quoted(words), { border, indent: indentOf(rtl), style: "Quote", bidirectional: rtl }, direction),
    under(source, "Source"),
    under(details, "Details"),
    ...(note === "" ? [] : [under(note, "Details", { italics: true })]),
    ...(moved ? [under(`⚠ ${names.say(message("report.lost"))}`, "Details", { color: warning })] : []),
    gap(),
  ];
}

/** Two quotes side by side, in a table without lines. */
export function pairTable(sides: readonly ReportQuote[], names: ReportWords): Table {
  const width = Math.round(bodyWidth / sides.length);
  const cells = sides.map(
    (side) =>
      new QuoteCell(
        { width: { size: width, type: WidthType.DXA }, margins: { top: 0, bottom: 0, left: 120, right: 120 } },
        quoteParagraphs(side, names),
      ),
  );
  return new Table({
    width: { size: bodyWidth, type: WidthType.DXA },
    columnWidths: sides.map(() => width),
    borders: unruled,
    ...(names.direction === "rtl" ? { visuallyRightToLeft: true } : {}),
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

class QuoteCell extends TableCell {
  constructor(options: Omit<ITableCellOptions, "children">, children: readonly FileChild[]) {
    super({ ...options, children: [] });
    this.root.push(...children);
  }
}
