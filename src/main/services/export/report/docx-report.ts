import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TableOfContents,
  TextRun,
} from "docx";
import type { Picture } from "../../../../shared/chart/picture.ts";
import { printed, svgOf } from "../../../../shared/chart/svg.ts";
import { type Block, directionOf, notesOf, type ReportTree, type Run } from "../../../../shared/report/tree.ts";
import { chartPng } from "./chart-png.ts";
import { pairTable, quoteParagraphs } from "./docx-quote.ts";
import { styles } from "./docx-styles.ts";
import { tableOf } from "./docx-table.ts";
import { clean, gap, markOf, paragraphOf, soft, textOf, warning } from "./docx-text.ts";

/** A report as DOCX (ISO/IEC 29500): real headings, contents, tables with captions and repeated heads, footnotes, page numbers, right-to-left paragraphs, charts as SVG with a PNG for programs that cannot draw it. */
export async function reportDocx(tree: ReportTree): Promise<Uint8Array> {
  const writer = new Writer();
  const children: (Paragraph | Table | TableOfContents)[] = [
    paragraphOf(tree.title, { heading: HeadingLevel.TITLE }),
    new Paragraph({
      children: [new TextRun({ text: clean(tree.byline), color: soft, size: 18 })],
    }),
  ];
  for (const block of tree.blocks) children.push(...(await writer.block(block)));
  const footnotes = Object.fromEntries(
    notesOf(tree).map((text, index) => [index + 1, { children: [paragraphOf(text, {})] }]),
  );
  const document = new Document({
    title: tree.title,
    creator: "Stancemark",
    features: { updateFields: tree.blocks.some(({ kind }) => kind === "contents") },
    styles,
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
          paragraphOf(block.text, {
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
        return [paragraphOf(block.title, { style: "PairTitle" }), pairTable(block.sides), gap()];
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
    const wide = 620;
    // A picture taller than a page would be cut off at its end.
    const height = Math.min(820, Math.round((wide * picture.height) / picture.width));
    const width = Math.round((height * picture.width) / picture.height);
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

function caption(text: string): Paragraph {
  return paragraphOf(text, { style: "Caption" });
}
