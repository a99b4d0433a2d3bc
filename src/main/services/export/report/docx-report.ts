import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import type { Picture } from "../../../../shared/chart/picture.ts";
import { printed, svgOf } from "../../../../shared/chart/svg.ts";
import { message } from "../../../../shared/messages/message.ts";
import {
  lettersOf,
  notesOf,
  type ReportBlock,
  type ReportRun,
  type ReportTree,
} from "../../../../shared/report/tree.ts";
import { ownDirection, type ReportWords } from "../../../../shared/report/words.ts";
import { packZip } from "../../import/zip-pack.ts";
import { chartPngs, type ShownChart } from "./chart-png.ts";
import { pairTable, quoteParagraphs } from "./docx-quote.ts";
import { styles } from "./docx-styles.ts";
import { bodyWidth, docxTable } from "./docx-table.ts";
import { clean, gap, paragraphOf, runOf, runTexts, soft, warning } from "./docx-text.ts";

/**
 * A report as DOCX (ISO/IEC 29500): real headings, contents, tables with captions and repeated heads, footnotes, page
 * numbers, right-to-left paragraphs, charts as SVG with a PNG for programs that cannot draw it.
 */
export async function reportDocx(tree: ReportTree): Promise<Uint8Array> {
  const { words } = tree;
  const charts = tree.blocks.flatMap((block) => (block.kind === "chart" ? [shownChart(block.picture)] : []));
  const writer = new Writer(words, await chartPngs(charts));
  const children: FileChild[] = [
    paragraphOf(tree.title, { heading: HeadingLevel.TITLE }, words.direction),
    paragraphOf(tree.byline, {}, words.direction, { color: soft, size: 18 }),
  ];
  for (const block of tree.blocks) children.push(...writer.block(block));
  const footnotes = Object.fromEntries(
    notesOf(tree).map((note, index) => [index + 1, { children: [writer.line(note, {}, false)] }]),
  );
  const document = new Document({
    title: tree.title,
    creator: "Stancemark",
    // Word fills in the pages of the contents when it opens the file. The estimate of `docx/layout` took 11 s for 84
    // blocks.
    features: { updateFields: tree.blocks.some(({ kind }) => kind === "contents") },
    styles,
    footnotes,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1300, bottom: 1200, left: 1250, right: 1250 },
          },
        },
        headers: { default: runningHead(tree) },
        footers: { default: pageFoot(), first: pageFoot() },
        children,
      },
    ],
  });
  return packZip(partsOf(document));
}

/** docx's own compiler, which its packer has to itself. */
type Compiler = Readonly<{ compile(document: Document): ReadonlyMap<string, Uint8Array | string> }>;

/** The files of a document by their names, as docx would pack them; it packs them in script, which takes longer. */
function partsOf(document: Document): ReadonlyMap<string, Uint8Array | string> {
  return (Packer as unknown as Readonly<{ compiler: Compiler }>).compiler.compile(document);
}

/** Title and day at the top of every page but the first. */
function runningHead(tree: ReportTree): Header {
  const tabStops = [{ type: TabStopType.RIGHT, position: bodyWidth }];
  const look = { size: 17, color: soft };
  const children = [
    // Isolated: digits after letters from right to left would change their order.
    new TextRun({ ...runTexts(`\u2068${tree.title}\u2069`), ...look }),
    new TextRun({ children: [new Tab(), tree.made.slice(0, 10)], ...look }),
  ];
  return new Header({ children: [new Paragraph({ tabStops, children })] });
}

function pageFoot(): Footer {
  const pages = [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES];
  const children = [new TextRun({ size: 17, color: soft, children: pages })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

/** Writes blocks one after the other; counts footnotes, tables and figures as they come. */
class Writer {
  readonly #words: ReportWords;
  #note = 0;
  #table = 0;
  #figure = 0;
  /** The pictures of the figures, in order. */
  readonly #pngs: readonly Uint8Array[];

  constructor(words: ReportWords, pngs: readonly Uint8Array[]) {
    this.#words = words;
    this.#pngs = pngs;
  }

  block(block: ReportBlock): FileChild[] {
    switch (block.kind) {
      case "heading":
        return [
          paragraphOf(
            block.text,
            {
              pageBreakBefore: block.apart === true,
              ...(block.unlisted
                ? { style: "Unlisted" }
                : { heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }),
            },
            this.#words.direction,
          ),
        ];
      case "paragraph":
        return [this.line(block.runs, {}, block.soft === true)];
      case "list":
        return block.items.map((item) => this.line(item, { bullet: { level: 0 } }, false));
      case "references":
        return block.entries.map((entry) => this.line(entry, { indent: { left: 340, hanging: 340 } }, false));
      case "quote":
        return quoteParagraphs(block.quote, this.#words);
      case "pair":
        return [
          paragraphOf(block.title, { style: "PairTitle" }, this.#words.direction),
          pairTable(block.sides, this.#words),
          gap(),
        ];
      case "chart":
        return this.#chart(block.picture, block.caption);
      case "flag":
        return [paragraphOf(`⚠ ${block.text}`, {}, this.#words.direction, { color: warning, bold: true })];
      case "contents":
        return [
          new TableOfContents(this.#words.say(message("report.section.contents")), {
            hyperlink: true,
            headingStyleRange: "1-2",
          }),
        ];
      case "table":
        return [this.#caption(block.caption), docxTable(block, this.#words.direction), gap()];
    }
  }

  line(runs: readonly ReportRun[], options: IParagraphOptions, isSoft: boolean): Paragraph {
    const rtl = ownDirection(lettersOf(runs), this.#words) === "rtl";
    const children = runs.map((run): ParagraphChild => {
      if (run.kind === "note") return new FootnoteReferenceRun(++this.#note);
      if (run.kind === "flag") return new TextRun({ text: ` [⚠ ${run.text}] `, color: warning, size: 17 });
      if (run.kind === "link")
        return new ExternalHyperlink({
          link: run.href,
          children: [new TextRun({ text: clean(run.text), style: "Hyperlink" })],
        });
      return new TextRun({
        ...runTexts(run.text),
        bold: run.bold === true,
        italics: run.italic === true,
        ...runOf(run.mark),
        ...(isSoft ? { color: soft, size: 18 } : {}),
      });
    });
    return new Paragraph({ ...options, bidirectional: rtl, children });
  }

  #caption(caption: string): FileChild {
    const text = this.#words.say(message("report.table", { number: ++this.#table, caption }));
    return paragraphOf(text, { style: "Caption" }, this.#words.direction);
  }

  #chart(picture: Picture, text: string): FileChild[] {
    const { width, height } = shownChart(picture);
    const image = new ImageRun({
      type: "svg",
      data: new TextEncoder().encode(svgOf(picture, printed)),
      fallback: { type: "png", data: this.#pngs[this.#figure] ?? new Uint8Array() },
      transformation: { width, height },
      altText: { name: text, description: text, title: text },
    });
    const figure = this.#words.say(message("report.figure", { number: ++this.#figure, caption: text }));
    return [
      new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [image] }),
      paragraphOf(figure, { style: "Caption", keepNext: false, spacing: { after: 200 } }, this.#words.direction),
    ];
  }
}

/** A chart as wide as the text, or as tall as a page: what is taller would be cut off at its end. */
function shownChart(picture: Picture): ShownChart {
  const wide = 620;
  const height = Math.min(820, Math.round((wide * picture.height) / picture.width));
  return { picture, width: Math.round((height * picture.width) / picture.height), height };
}
