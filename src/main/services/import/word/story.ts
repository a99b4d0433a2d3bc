import type { BlockKind, DocumentWriter, PageNumbers } from "../office/document-writer.ts";
import { type Inline, InlineText } from "../office/inline-text.ts";
import { saysWords } from "../office/number-format.ts";
import { childOf, childrenOf, descendantsOf, elementsOf, type XmlElement } from "../xml.ts";
import { isOn, wholeNumber } from "./names.ts";
import type { Note } from "./notes.ts";
import type { ListLabel, Numbering } from "./numbering.ts";
import type { Relation } from "./package.ts";
import { alternative, type Hanging, isContentsControl, type RunContext, RunReader } from "./runs.ts";
import { type ParagraphProperties, paragraphProperties, type Style } from "./styles.ts";

/** What one story of a document is read with: its body, one of its notes. */
export type StoryOptions = Readonly<{
  context: RunContext;
  writer: DocumentWriter;
  numbering: Numbering;
  relations: ReadonlyMap<string, Relation>;
  /** The label of the note that is read; null in the body. */
  note: string | null;
}>;

/** What a paragraph is and says of itself, with its style. */
type About = Readonly<{ own: ParagraphProperties; style: Style; level: number | null; label: ListLabel | null }>;

/** The most columns that a cell spans (17.4.17 allows more than any table has). */
const maxSpan = 63;
/** A longer paragraph is text, whatever outline level it has. */
const maxHeading = 1000;

/** Reads the paragraphs and tables of a story into a paper (ECMA-376, 17.2 to 17.4). */
export class StoryReader {
  readonly #options: StoryOptions;
  readonly #runs: RunReader;
  /** A paragraph that goes on in the next, since the mark between them is deleted. */
  #open: { inline: InlineText; about: About; hanging: Hanging } | null = null;
  /** Notes that are written at the end. */
  readonly endnotes: Note[] = [];
  isBroken = false;

  constructor(options: StoryOptions) {
    this.#options = options;
    this.#runs = new RunReader(options.context, options.relations, new InlineText());
  }

  /** Read all that is in an element. */
  read(parent: XmlElement): void {
    this.#blocks(parent);
    this.#close();
    this.isBroken ||= this.#runs.fields.isBroken;
  }

  #blocks(parent: XmlElement): void {
    for (const child of elementsOf(parent)) this.#block(child);
  }

  #block(element: XmlElement): void {
    const { context, writer } = this.#options;
    switch (element.name) {
      case "w:p":
        this.#paragraph(element);
        break;
      case "w:tbl":
        this.#close();
        this.#table(element);
        break;
      case "w:sdt": {
        if (isContentsControl(element)) context.left.contents++;
        else this.#blocks(childOf(element, "w:sdtContent") ?? nothing);
        break;
      }
      case "w:del":
      case "w:moveFrom":
        if (context.isBefore) this.#blocks(element);
        break;
      case "w:ins":
      case "w:moveTo":
        if (!context.isBefore) this.#blocks(element);
        break;
      case "mc:AlternateContent":
        this.#blocks(alternative(element));
        break;
      case "w:commentRangeStart":
      case "w:commentRangeEnd":
        this.#close();
        writer.anchor(`comment ${element.attributes["w:id"]}`, element.name.endsWith("End"));
        break;
      case "w:altChunk":
        context.left.documents++;
        break;
      case "w:sectPr":
        writer.endSection(pageNumbers(element));
        break;
      case "w:r":
      case "w:hyperlink":
        // No writer that follows the standard puts runs here; their words are read all the same.
        this.#paragraph({ name: "w:p", attributes: {}, children: [element] });
        break;
      case "w:pPr":
      case "w:tblPr":
      case "w:tcPr":
      case "w:footnotePr":
        break;
      default:
        this.#blocks(element);
        break;
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const { context } = this.#options;
    const element = childOf(paragraph, "w:pPr");
    const mark = childOf(element, "w:rPr");
    if (this.#open === null) {
      const about = this.#about(paragraphProperties(element));
      this.#open = { inline: new InlineText(), about, hanging: { boxes: [], footnotes: [], endnotes: [] } };
      this.#prefix(this.#open.inline, about);
    }
    const { inline, about, hanging } = this.#open;
    this.#countMark(paragraph, mark);
    this.#runs.read(paragraph, inline, { style: about.style, isHeading: about.level !== null, hanging });
    // The mark at its end is deleted, or was not there before: the next paragraph carries it on (17.13.5.15).
    const isJoined = childOf(mark, context.isBefore ? "w:ins" : "w:del") !== undefined || isDropCap(element);
    if (!isJoined) this.#close();
    const section = childOf(element, "w:sectPr");
    if (section === undefined) return;
    this.#close();
    this.#options.writer.endSection(pageNumbers(section));
    if (childOf(section, "w:type")?.attributes["w:val"] !== "continuous") this.#options.writer.pageBreak(false);
  }

  /** An inserted or deleted paragraph end is a change of its own where no words beside it are. */
  #countMark(paragraph: XmlElement, mark: XmlElement | undefined): void {
    const change = childOf(mark, "w:ins") ?? childOf(mark, "w:del");
    if (change === undefined || elementsOf(paragraph).some(({ name }) => /^w:(ins|del|move)/.test(name))) return;
    const { "w:author": author = "", "w:date": date = "" } = change.attributes;
    this.#options.context.changes.add(change.name === "w:ins" ? "insertions" : "deletions", author, date);
  }

  /** What a paragraph is: its list counts each time it is asked. */
  #about(own: ParagraphProperties): About {
    const { context, numbering, note } = this.#options;
    const style = context.styles.paragraph(own.style);
    const outline = own.outline ?? style.paragraph.outline;
    const named = headingLevel(style);
    const level = note !== null ? null : outline !== null && outline < 9 ? outline + 1 : outline === 9 ? null : named;
    const place = own.place;
    const list = place?.list ?? style.paragraph.place?.list ?? null;
    const depth = place?.level ?? (place === null ? (style.paragraph.place?.level ?? null) : null);
    const label = list === null || list === "0" ? null : numbering.next(list, depth, style);
    return { own, style, level, label };
  }

  /** The number of a heading is part of its words: papers are cited by it. */
  #prefix(inline: InlineText, { level, label }: About): void {
    if (level !== null && label?.ordered === true) inline.write(`${label.text} `);
  }

  #close(): void {
    if (this.#open === null) return;
    const { inline, about, hanging } = this.#open;
    this.#open = null;
    const words = inline.finish();
    if (about.level !== null) {
      const number = about.label?.ordered === true ? about.label.text : "";
      this.#options.writer.nameTitle(words.text.slice(number.length), about.style.names.includes("title"));
    }
    const direction = (about.own.rightToLeft ?? about.style.paragraph.rightToLeft) === true ? "rtl" : undefined;
    const { writer } = this.#options;
    // A number alone numbers nothing, unless it is what the line says, as “Exhibit A” above a title of its own.
    const isOnlyNumber = about.label?.ordered === true && (words.text === "" || words.text === about.label.text);
    if (!isOnlyNumber) writer.paragraph(this.#kind(about, words), words, direction);
    else if (saysWords(about.label.text)) {
      const kind = this.#kind({ ...about, label: null }, words);
      writer.paragraph(kind, { ...words, text: about.label.text }, direction);
    }
    this.#hanging(hanging);
  }

  /** What hangs on a paragraph or table follows it: the words of text boxes, then footnotes. */
  #hanging({ boxes, footnotes, endnotes }: Hanging): void {
    for (const box of boxes) this.#story(this.#options, box);
    for (const { relations, label, content } of footnotes)
      this.#story({ ...this.#options, relations, note: label }, content);
    this.endnotes.push(...endnotes);
  }

  #story(options: StoryOptions, content: XmlElement): void {
    const reader = new StoryReader(options);
    reader.read(content);
    this.endnotes.push(...reader.endnotes);
    this.isBroken ||= reader.isBroken;
  }

  #kind({ style, level, label }: About, { text }: Inline): BlockKind {
    const { note } = this.#options;
    if (note !== null) return { kind: "footnote", label: note };
    if (level !== null && text.length <= maxHeading) return { kind: "heading", level: Math.min(level, 6) };
    if (label !== null) {
      const { ordered, level: depth } = label;
      return { kind: "listItem", depth, ordered, marker: label.text.slice(0, 40) };
    }
    const known = style.names.map((name) => kinds.get(name)).find((kind) => kind !== undefined);
    return { kind: known ?? "paragraph" };
  }

  /**
   * A table of data as a table. One that only arranges other things, a box of one cell or one with tables in it, is
   * read as what is in its cells.
   */
  #table(table: XmlElement): void {
    const rows = this.#rows(table);
    const cells = rows.flatMap(({ cells }) => cells);
    if (cells.length === 1 || cells.some(hasTable)) {
      for (const cell of cells) {
        this.#blocks(cell);
        this.#close();
      }
      return;
    }
    const hanging: Hanging = { boxes: [], footnotes: [], endnotes: [] };
    const words = rows.map(({ row, cells }) => [
      ...blanks(row, "w:gridBefore"),
      ...cells.flatMap((cell) => [this.#cell(cell, hanging), ...spanned(cell)]),
      ...blanks(row, "w:gridAfter"),
    ]);
    const heads = rows.findIndex(({ row }) => isOn(childOf(childOf(row, "w:trPr"), "w:tblHeader")) !== true);
    this.#options.writer.table(words, Math.max(0, heads));
    this.#hanging(hanging);
  }

  /** The rows that are there when changes are accepted or undone, with their cells. */
  #rows(parent: XmlElement): { row: XmlElement; cells: XmlElement[] }[] {
    const { isBefore, changes } = this.#options.context;
    return elementsOf(parent).flatMap((child) => {
      if (child.name !== "w:tr") return isWrapper(child) ? this.#rows(unwrapped(child)) : [];
      const properties = childOf(child, "w:trPr");
      const inserted = childOf(properties, "w:ins");
      const deleted = childOf(properties, "w:del");
      const change = inserted ?? deleted;
      const { "w:author": author = "", "w:date": date = "" } = change?.attributes ?? {};
      if (change !== undefined) changes.add(inserted === undefined ? "deletions" : "insertions", author, date);
      const isGone = isBefore ? inserted !== undefined : deleted !== undefined;
      return isGone ? [] : [{ row: child, cells: this.#cells(child) }];
    });
  }

  #cells(parent: XmlElement): XmlElement[] {
    const { isBefore } = this.#options.context;
    return elementsOf(parent).flatMap((child) => {
      if (child.name !== "w:tc") return isWrapper(child) ? this.#cells(unwrapped(child)) : [];
      const gone = childOf(childOf(child, "w:tcPr"), isBefore ? "w:cellIns" : "w:cellDel");
      return gone === undefined ? [child] : [];
    });
  }

  /** All words of a cell, its paragraphs parted by spaces. */
  #cell(cell: XmlElement, hanging: Hanging): Inline {
    const inline = new InlineText(true);
    const read = (parent: XmlElement): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === "w:p") {
          inline.parted();
          const about = this.#about(paragraphProperties(childOf(child, "w:pPr")));
          if (about.label !== null) inline.write(`${about.label.text} `);
          this.#runs.read(child, inline, { style: about.style, isHeading: about.level !== null, hanging });
        } else if (child.name === "w:altChunk") this.#options.context.left.documents++;
        else if (/^w:commentRange/.test(child.name))
          inline.anchor(`comment ${child.attributes["w:id"]}`, child.name.endsWith("End"));
        else if (isWrapper(child)) read(unwrapped(child));
      }
    };
    read(cell);
    return inline.finish();
  }
}

const nothing: XmlElement = { name: "", attributes: {}, children: [] };
const blank: Inline = { text: "", marks: [], anchors: [], breaks: [] };

/** Kinds of blocks by the names of Word's own styles, which are the same in every language. */
const kinds: ReadonlyMap<string, "quotation" | "code" | "caption"> = new Map([
  ["quote", "quotation"],
  ["intense quote", "quotation"],
  ["block text", "quotation"],
  ["caption", "caption"],
  ["image caption", "caption"],
  ["table caption", "caption"],
  ["html preformatted", "code"],
  ["source code", "code"],
  ["macro", "code"],
]);

/** The level of a heading by the name of its style, where no outline level is said. */
function headingLevel({ names }: Style): number | null {
  for (const name of names) {
    const level = /^heading ([1-9])$/.exec(name)?.[1];
    if (level !== undefined) return Number(level);
    if (name === "title") return 1;
  }
  return null;
}

/** A large first letter is a paragraph of its own, that the next one carries on (17.3.1.11). */
function isDropCap(properties: XmlElement | undefined): boolean {
  const dropped = childOf(properties, "w:framePr")?.attributes["w:dropCap"];
  return dropped !== undefined && dropped !== "none";
}

function pageNumbers(section: XmlElement): PageNumbers {
  const numbers = childOf(section, "w:pgNumType")?.attributes;
  return { start: wholeNumber(numbers?.["w:start"]), format: numbers?.["w:fmt"] ?? "decimal" };
}

/** Empty cells where a row begins late or ends early, so that columns stay below each other. */
function blanks(row: XmlElement, name: string): Inline[] {
  const count = wholeNumber(childOf(childOf(row, "w:trPr"), name)?.attributes["w:val"]) ?? 0;
  return Array.from({ length: Math.min(Math.max(0, count), maxSpan) }, () => blank);
}

/** Empty cells after one that spans several columns. */
function spanned(cell: XmlElement): Inline[] {
  const span = wholeNumber(childOf(childOf(cell, "w:tcPr"), "w:gridSpan")?.attributes["w:val"]) ?? 1;
  return Array.from({ length: Math.min(Math.max(1, span), maxSpan) - 1 }, () => blank);
}

function hasTable(cell: XmlElement): boolean {
  for (const { name } of descendantsOf(cell)) if (name === "w:tbl") return true;
  return false;
}

/** Elements around rows, cells and paragraphs that say nothing of their own. */
function isWrapper({ name }: XmlElement): boolean {
  return !/Pr$/.test(name) && !/^w:(tr|tc|tbl|p|tblGrid|bookmark\w+)$/.test(name);
}

function unwrapped(element: XmlElement): XmlElement {
  if (element.name === "mc:AlternateContent") return alternative(element);
  return element.name === "w:sdt" ? (childrenOf(element, "w:sdtContent")[0] ?? nothing) : element;
}
