import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from "docx";
import type { Picture } from "../../../../shared/chart/picture.ts";
import { palettes, printed, svgOf } from "../../../../shared/chart/svg.ts";
import {
  type Block,
  cellText,
  directionOf,
  isNumeric,
  notesOf,
  type Quote,
  type ReportTree,
  type Run,
  type TableBlock,
} from "../../../../shared/report/tree.ts";
import { chartPng } from "./chart-png.ts";

const font = { ascii: "Calibri", hAnsi: "Calibri", cs: "Arial", eastAsia: "SimSun" };
const warning = "8A3300";
const soft = "5D626B";

/** A report as DOCX (ISO/IEC 29500): real headings, contents, tables with captions and repeated heads, footnotes, page numbers, right-to-left paragraphs, charts as SVG with a PNG for programs that cannot draw it. */
export async function reportDocx(tree: ReportTree): Promise<Uint8Array> {
  const writer = new Writer();
  const children: (Paragraph | Table | TableOfContents)[] = [
    paragraph(tree.title, { heading: HeadingLevel.TITLE }),
    new Paragraph({
      children: [new TextRun({ text: clean(tree.byline), color: soft, size: 18 })],
    }),
  ];
  for (const block of tree.blocks) children.push(...(await writer.block(block)));
  const footnotes = Object.fromEntries(
    notesOf(tree).map((text, index) => [index + 1, { children: [paragraph(text, {})] }]),
  );
  const document = new Document({
    title: tree.title,
    creator: "Stancemark",
    features: { updateFields: tree.blocks.some(({ kind }) => kind === "contents") },
    styles: {
      default: {
        document: {
          run: { font, size: 21 },
          paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { font, size: 40, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { font, size: 28, bold: true },
          paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
        },
        heading2: {
          run: { font, size: 23, bold: true },
          paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
        },
      },
      paragraphStyles: [
        {
          id: "Unlisted",
          name: "Heading without entry",
          basedOn: "Normal",
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
        },
        {
          id: "PairTitle",
          name: "Contradiction",
          basedOn: "Normal",
          run: { size: 20, bold: true },
          paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
        },
        {
          id: "Caption",
          name: "caption",
          basedOn: "Normal",
          run: { size: 18, color: soft },
          paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
        },
        {
          id: "Quote",
          name: "Quote",
          basedOn: "Normal",
          run: { size: 21 },
          paragraph: { spacing: { before: 120, after: 20 }, keepNext: true, keepLines: true },
        },
      ],
    },
    footnotes,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1300, bottom: 1200, left: 1250, right: 1250 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ size: 17, color: soft, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Writes blocks one after the other; counts footnotes, tables and figures as they come. */
class Writer {
  #note = 0;
  #table = 0;
  #figure = 0;

  async block(block: Block): Promise<(Paragraph | Table | TableOfContents)[]> {
    switch (block.kind) {
      case "heading":
        return [
          paragraph(block.text, {
            pageBreakBefore: block.apart === true,
            ...(block.unlisted
              ? { style: "Unlisted" }
              : { heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }),
          }),
        ];
      case "paragraph":
        return [this.#line(block.runs, {}, block.soft === true)];
      case "list":
        return block.items.map((item) => this.#line(item, { bullet: { level: 0 } }, false));
      case "quote":
        return quoteParagraphs(block.quote);
      case "pair":
        return [paragraph(block.title, { style: "PairTitle" }), pairTable(block.sides), gap()];
      case "chart":
        return this.#chart(block.picture, block.caption);
      case "flag":
        return [new Paragraph({ children: [new TextRun({ text: `⚠ ${block.text}`, color: warning, bold: true })] })];
      case "contents":
        return [new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-2" })];
      case "table":
        return [caption(`Table ${++this.#table}. ${block.caption}`), tableOf(block), gap()];
    }
  }

  #line(runs: readonly Run[], options: IParagraphOptions, isSoft: boolean): Paragraph {
    const rtl = directionOf(runs.map(({ text }) => text).join("")) === "rtl";
    const children = runs.map((run): ParagraphChild => {
      if (run.kind === "note") return new FootnoteReferenceRun(++this.#note);
      if (run.kind === "flag") return new TextRun({ text: ` [⚠ ${run.text}] `, color: warning, size: 17 });
      if (run.kind === "link")
        return new ExternalHyperlink({
          link: run.href,
          children: [new TextRun({ text: clean(run.text), style: "Hyperlink" })],
        });
      return new TextRun({
        ...textOf(run.text),
        bold: run.bold === true,
        italics: run.italic === true,
        ...markOf(run.mark),
        ...(isSoft ? { color: soft, size: 18 } : {}),
      });
    });
    return new Paragraph({ ...options, bidirectional: rtl, children });
  }

  async #chart(picture: Picture, text: string): Promise<Paragraph[]> {
    const width = 620;
    const height = Math.round((width * picture.height) / picture.width);
    const image = new ImageRun({
      type: "svg",
      data: new TextEncoder().encode(svgOf(picture, printed)),
      fallback: { type: "png", data: await chartPng(picture) },
      transformation: { width, height },
      altText: { name: text, description: text, title: text },
    });
    return [
      new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [image] }),
      caption(`Figure ${++this.#figure}. ${text}`),
    ];
  }
}

function quoteParagraphs({ words, direction, stance, source, details, note, moved }: Quote): Paragraph[] {
  const colour = (
    Object.entries(palettes.light).find(([name]) => name === stance)?.[1] ?? palettes.light.unclear
  ).slice(1);
  const style =
    stance === "opposes" ? BorderStyle.DASHED : stance === "supports" ? BorderStyle.SINGLE : BorderStyle.DOTTED;
  const rtl = direction === "rtl";
  const line = { style, color: colour, size: 18, space: 8 };
  const shared = { border: rtl ? { right: line } : { left: line }, indent: rtl ? { right: 200 } : { left: 200 } };
  const small = (text: string, extra: Readonly<{ italics?: boolean; color?: string }> = {}): Paragraph =>
    paragraphOf(text, { ...shared, spacing: { after: 20 } }, { size: 16, color: soft, ...extra });
  return [
    paragraphOf(`“${words}”`, { ...shared, style: "Quote", bidirectional: rtl }, {}),
    paragraphOf(source, { ...shared, spacing: { after: 10 }, keepNext: true }, { size: 18, color: "333333" }),
    small(details),
    ...(note === "" ? [] : [small(note, { italics: true })]),
    ...(moved ? [small("⚠ These words no longer stand where they were marked.", { color: warning })] : []),
    gap(),
  ];
}

/** What parts a quote or a table from what follows. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 40, line: 120, lineRule: LineRuleType.AUTO } });
}

/** Two quotes side by side, in a table without lines. */
function pairTable(sides: readonly Quote[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const width = Math.round(9400 / sides.length);
  const cells = sides.map(
    (side) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { top: 0, bottom: 0, left: 120, right: 120 },
        borders: { top: none, left: none, right: none, bottom: none },
        children: quoteParagraphs(side),
      }),
  );
  return new Table({
    width: { size: 9400, type: WidthType.DXA },
    columnWidths: sides.map(() => width),
    borders: { top: none, left: none, right: none, bottom: none, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

function tableOf(block: TableBlock): Table {
  const { heads, lines, foot } = block;
  const numbers = heads.map((_, at) => isNumeric(block, at));
  const widths = widthsOf(block, 9400);
  const row = (cells: readonly (string | number | null)[], bold: boolean, head = false): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: heads.map((_, at) => {
        const text = cellText(cells[at] ?? null);
        const alignment = numbers[at] ? AlignmentType.RIGHT : AlignmentType.START;
        const rule = { style: BorderStyle.SINGLE, size: 4, color: "D9D5CB" };
        const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
        return new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 60, right: 60 },
          borders: { top: none, left: none, right: none, bottom: rule },
          children: [
            paragraphOf(
              text,
              { alignment, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
              { bold, size: 17 },
            ),
          ],
        });
      }),
    });
  return new Table({
    width: { size: 9400, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(heads, true, true),
      ...lines.map((line) => row(line, false)),
      ...(foot === null ? [] : [row(foot, true)]),
    ],
  });
}

/** Widths of columns that fill `all`: each at least as wide as its longest word, the rest shared by the root of what stands in it. */
function widthsOf({ heads, lines }: TableBlock, all: number): number[] {
  const texts = heads.map((head, at) => [head, ...lines.slice(0, 500).map((line) => cellText(line[at] ?? null))]);
  const word = texts.map(
    (list) => 130 + 95 * Math.min(16, Math.max(...list.flatMap((one) => one.split(/\s+/)).map((one) => one.length))),
  );
  const wish = texts.map((list) => Math.sqrt(Math.min(90, Math.max(...list.map((one) => one.length)))));
  const left = Math.max(0, all - word.reduce((a, b) => a + b, 0));
  const total = wish.reduce((a, b) => a + b, 0);
  return word.map((least, at) => Math.round(least + (left * (wish[at] ?? 0)) / total));
}

function caption(text: string): Paragraph {
  return paragraph(text, { style: "Caption" });
}

function paragraph(text: string, options: IParagraphOptions): Paragraph {
  return paragraphOf(text, options, {});
}

type RunLook = Readonly<{ size?: number; color?: string; bold?: boolean; italics?: boolean }>;

/** A paragraph of one text, in the direction of its script. */
function paragraphOf(text: string, options: IParagraphOptions, look: RunLook): Paragraph {
  const rtl = options.bidirectional ?? directionOf(text) === "rtl";
  return new Paragraph({ ...options, bidirectional: rtl, children: [new TextRun({ ...textOf(text), ...look })] });
}

function textOf(text: string): { text: string; rightToLeft: boolean } {
  return { text: clean(text), rightToLeft: directionOf(text) === "rtl" };
}

const shades: Readonly<Record<string, string>> = {
  supports: "CFE6F5",
  opposes: "FBDCC6",
  neutral: "E6E6E3",
  mixed: "F0D9E9",
  note: "F7EFC0",
};

/** How a claim looks in a paper's own text: shade and kind of underline by its stance. */
function markOf(stance: string | undefined): object {
  if (stance === undefined) return {};
  const type =
    stance === "opposes" ? UnderlineType.WAVE : stance === "supports" ? UnderlineType.SINGLE : UnderlineType.DOTTED;
  return { shading: { type: ShadingType.CLEAR, fill: shades[stance] ?? "ECE6D2" }, underline: { type } };
}

/** Characters that XML 1.0 has no place for (section 2.2) become spaces. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ");
}
