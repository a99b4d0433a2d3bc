import type { BlockKind, DocumentWriter } from "../office/document-writer.ts";
import { type Inline, InlineText } from "../office/inline-text.ts";
import { saysWords } from "../office/number-format.ts";
import { childOf, descendantsOf, elementsOf, textOfXml, type XmlElement } from "../xml.ts";
import { InlineReader, type OdtContext, type OdtHanging, type OdtNote, textBoxesIn } from "./inline.ts";
import { ListCounter, numberFormat, type OdtListLabel } from "./lists.ts";
import type { OdtStyle } from "./styles.ts";

/** What one story of a document is read with: its body, one of its notes. */
export type OdtStoryOptions = Readonly<{
  context: OdtContext;
  writer: DocumentWriter;
  /** The label of the note that is read; null in the body. */
  note: string | null;
  /** Lists by their identifiers, and the last one of each style, which others may carry on. */
  lists: Map<string, ListCounter>;
}>;

/** A paragraph's place in a list: how deep from 0, and what is before it; null where it carries on an item. */
type Item = Readonly<{ depth: number; label: OdtListLabel | null }>;
type About = Readonly<{ style: OdtStyle; level: number | null; item: Item | null; number: string }>;

/** Columns or rows that one element stands for (19.676): more are no table that people read. */
const maxRepeated = 64;
/** A longer paragraph is text, whatever outline level it has. */
const maxHeading = 1000;

/** Indexes of what is in the document, which are no words of their own. */
const contents = /^text:(table-of-content|illustration-index|table-index|object-index)$/;

/** Reads the paragraphs, lists and tables of a story into a paper (ODF 1.3, part 3, 5 and 9). */
export class OdtStoryReader {
  readonly #options: OdtStoryOptions;
  readonly #inlines: InlineReader;
  #open: { inline: InlineText; about: About; hanging: OdtHanging } | null = null;
  /** Notes that are written at the end. */
  readonly endnotes: OdtNote[] = [];

  constructor(options: OdtStoryOptions) {
    this.#options = options;
    this.#inlines = new InlineReader(options.context, new InlineText());
  }

  /** Read all that is in an element. */
  read(parent: XmlElement): void {
    this.#blocks(parent, null);
    this.#close();
  }

  /** `place` is the list that the blocks are in. */
  #blocks(parent: XmlElement, place: ListPlace | null): void {
    for (const child of elementsOf(parent)) this.#block(child, place);
  }

  #block(element: XmlElement, place: ListPlace | null): void {
    const { context, writer } = this.#options;
    const { name, attributes } = element;
    switch (name) {
      case "text:p":
      case "text:h":
        this.#paragraph(element, place);
        break;
      case "text:list":
      case "text:ordered-list":
      case "text:unordered-list":
        this.#list(element, place);
        break;
      case "text:numbered-paragraph":
        this.#numbered(element);
        break;
      case "table:table":
        this.#close();
        this.#table(element);
        break;
      case "text:soft-page-break":
        writer.pageBreak(true);
        break;
      case "text:section":
        if (attributes["text:display"] === "none" || attributes["text:is-hidden"] === "true") context.left.hidden++;
        else this.#blocks(element, place);
        break;
      case "text:change-start":
      case "text:change-end":
        this.#inlines.mark(element);
        break;
      case "text:change":
        if (context.isBefore) this.#paragraph({ name: "text:p", attributes: {}, children: [element] }, place);
        break;
      case "text:tracked-changes":
      case "office:forms":
      case "office:annotation":
      case "dc:creator":
      case "dc:date":
        break;
      default:
        if (contents.test(name)) context.left.contents++;
        else if (name.startsWith("draw:") && name !== "draw:text-box") this.#drawing(element);
        else this.#blocks(element, place);
    }
  }

  /** A drawing that is anchored to a page. */
  #drawing(element: XmlElement): void {
    const boxes = textBoxesIn(element);
    if (boxes.length === 0) this.#options.context.left.pictures++;
    this.#close();
    for (const box of boxes) this.#story(this.#options, box);
  }

  #paragraph(element: XmlElement, place: ListPlace | null): void {
    const { context } = this.#options;
    if (isHiddenParagraph(element)) {
      context.left.hidden++;
      return;
    }
    if (this.#open === null) {
      const style = context.styles.style("paragraph", element.attributes["text:style-name"]);
      this.#break(style);
      const about = this.#about(element, style, place);
      this.#open = { inline: new InlineText(), about, hanging: { boxes: [], footnotes: [], endnotes: [] } };
      if (about.number !== "") this.#open.inline.write(`${about.number} `);
    }
    const { inline, about, hanging } = this.#open;
    this.#inlines.read(element, inline, {
      style: about.style,
      isHeading: about.level !== null,
      hanging,
      newParagraph: () => this.#again(),
    });
    // Where changes are undone, a paragraph end that was inserted is none.
    if (this.#inlines.inserted.size === 0) this.#close();
  }

  /** The next paragraph of words that are there again. */
  #again(): InlineText | null {
    if (this.#open === null) return null;
    const about: About = { ...this.#open.about, item: null, number: "" };
    this.#close();
    this.#open = { inline: new InlineText(), about, hanging: { boxes: [], footnotes: [], endnotes: [] } };
    return this.#open.inline;
  }

  /** A new page before a paragraph, and how it is numbered. */
  #break({ breakBefore, masterPage, pageNumber }: OdtStyle): void {
    const { context, writer, note } = this.#options;
    if (note !== null) return;
    if (masterPage !== "" || pageNumber !== null) {
      const format = numberFormat(context.styles.pageFormat(masterPage === "" ? "Standard" : masterPage));
      writer.startSection({ start: pageNumber === 0 ? null : pageNumber, format });
    }
    if ((breakBefore || masterPage !== "") && !writer.isEmpty) writer.pageBreak(context.hasPages);
  }

  #about(element: XmlElement, style: OdtStyle, place: ListPlace | null): About {
    const { note } = this.#options;
    const outline = Number(element.attributes["text:outline-level"] ?? element.attributes["text:level"] ?? 1);
    const isHeading = note === null && element.name === "text:h" && outline >= 1;
    const isTitle = note === null && style.names.includes("title");
    const level = isHeading ? outline : isTitle ? 1 : null;
    const printed = childOf(element, "text:number");
    const item = place === null ? null : place.next();
    const label = this.#headingNumber(element, style, place, isHeading ? outline : null) ?? item?.label ?? null;
    const stated = printed === undefined ? null : textOfXml(printed).trim();
    const ordered = label?.ordered === true ? label.text : "";
    const number = level === null ? "" : (stated ?? ordered);
    return { style, level, item: level === null ? item : null, number };
  }

  /** The number of a heading that is in no list, by the outline of the document (5.1.2). */
  #headingNumber(
    element: XmlElement,
    style: OdtStyle,
    place: ListPlace | null,
    outline: number | null,
  ): OdtListLabel | null {
    if (outline === null || place !== null || style.list === "") return null;
    if (element.attributes["text:is-list-header"] === "true") return null;
    const start = element.attributes["text:restart-numbering"] === "true" ? element.attributes["text:start-value"] : "";
    return this.#options.context.headings.next(outline - 1, wholeOf(start));
  }

  #close(): void {
    if (this.#open === null) return;
    const { inline, about, hanging } = this.#open;
    this.#open = null;
    const { writer, note, context } = this.#options;
    const words = inline.finish();
    if (about.level !== null && note === null)
      writer.nameTitle(words.text.slice(about.number.length), about.style.names.includes("title"));
    const direction = about.style.rightToLeft === true ? "rtl" : undefined;
    const number =
      about.number !== "" ? about.number : about.item?.label?.ordered === true ? about.item.label.text : "";
    // A number alone numbers nothing, unless it is what the line says, as “Exhibit A” above a title of its own.
    const isOnlyNumber = number !== "" && (words.text === "" || words.text === about.number);
    if (!isOnlyNumber) writer.paragraph(this.#kind(about, words), words, direction);
    else if (saysWords(number))
      writer.paragraph(this.#kind({ ...about, item: null }, words), { ...words, text: number }, direction);
    this.#hanging(hanging);
    if (about.style.breakAfter && note === null) writer.pageBreak(context.hasPages);
  }

  #kind({ style, level, item }: About, { text }: Inline): BlockKind {
    const { note } = this.#options;
    if (note !== null) return { kind: "footnote", label: note };
    if (level !== null && text.length <= maxHeading) return { kind: "heading", level: Math.min(level, 6) };
    if (item !== null && item.label !== null) {
      const { text: marker, ordered } = item.label;
      return { kind: "listItem", depth: Math.min(item.depth, 20), ordered, marker: marker.slice(0, 40) };
    }
    const known = style.names.map((name) => kinds.get(name)).find((kind) => kind !== undefined);
    return { kind: known ?? "paragraph" };
  }

  #hanging({ boxes, footnotes, endnotes }: OdtHanging): void {
    for (const box of boxes) this.#story(this.#options, box);
    for (const { label, content } of footnotes) this.#story({ ...this.#options, note: label }, content);
    this.endnotes.push(...endnotes);
  }

  #story(options: OdtStoryOptions, content: XmlElement): void {
    const reader = new OdtStoryReader(options);
    reader.read(content);
    this.endnotes.push(...reader.endnotes);
  }

  #list(element: XmlElement, outer: ListPlace | null): void {
    const { lists } = this.#options;
    const depth = outer === null ? 0 : outer.depth + 1;
    const own = element.attributes["text:style-name"];
    const style = own ?? outer?.style ?? "";
    const carried = element.attributes["text:continue-list"];
    const goesOn = element.attributes["text:continue-numbering"] === "true";
    let counter: ListCounter;
    if (outer !== null && (own === undefined || own === outer.style)) {
      counter = outer.counter;
      if (!goesOn) counter.restart(depth);
    } else {
      const known = carried !== undefined ? lists.get(`#${carried}`) : goesOn ? lists.get(style) : undefined;
      counter = known ?? new ListCounter(this.#options.context.styles.list(style));
    }
    lists.set(style, counter);
    const id = element.attributes["xml:id"];
    if (id !== undefined) lists.set(`#${id}`, counter);
    for (const item of elementsOf(element)) {
      const isHeader = item.name === "text:list-header";
      if (!isHeader && item.name !== "text:list-item") continue;
      const start = wholeOf(item.attributes["text:start-value"]);
      this.#blocks(item, new ListPlace({ counter, style, depth, start, isHeader }));
      this.#close();
    }
  }

  /** A paragraph that says itself at which level of which list it is (5.3.6). */
  #numbered(element: XmlElement): void {
    const { lists, context } = this.#options;
    const style = element.attributes["text:style-name"] ?? "";
    const id = `#${element.attributes["text:list-id"] ?? style}`;
    const counter = lists.get(id) ?? new ListCounter(context.styles.list(style));
    lists.set(id, counter);
    const depth = (wholeOf(element.attributes["text:level"]) ?? 1) - 1;
    const start = wholeOf(element.attributes["text:start-value"]);
    this.#blocks(element, new ListPlace({ counter, style, depth, start, isHeader: false }));
  }

  /** As for Word documents: a table that only arranges other things is read as what is in its cells. */
  #table(table: XmlElement): void {
    const rows = this.#rows(table, false);
    const cells = rows.flatMap(({ cells: all }) => all).filter((cell) => cell.name === "table:table-cell");
    if (cells.length === 1 || cells.some(hasTable)) {
      for (const cell of cells) {
        this.#blocks(cell, null);
        this.#close();
      }
      return;
    }
    const hanging: OdtHanging = { boxes: [], footnotes: [], endnotes: [] };
    const words = rows.map(({ cells: all }) => all.flatMap((cell) => this.#cell(cell, hanging)));
    const heads = rows.findIndex(({ isHead }) => !isHead);
    this.#options.writer.table(words, Math.max(0, heads));
    this.#hanging(hanging);
  }

  #rows(parent: XmlElement, isHead: boolean): { cells: XmlElement[]; isHead: boolean }[] {
    return elementsOf(parent).flatMap((child) => {
      if (child.name === "text:soft-page-break") this.#options.writer.pageBreak(true);
      if (child.name === "table:table-header-rows") return this.#rows(child, true);
      if (/^table:table-rows?(-group)?$/.test(child.name) && child.name !== "table:table-row")
        return this.#rows(child, isHead);
      if (child.name !== "table:table-row") return [];
      const cells = elementsOf(child).filter(({ name }) => /^table:(covered-)?table-cell$/.test(name));
      return [{ cells, isHead }];
    });
  }

  /** All words of a cell, its paragraphs parted by spaces; empty ones for those that are said to repeat. */
  #cell(cell: XmlElement, hanging: OdtHanging): Inline[] {
    const inline = new InlineText(true);
    const read = (parent: XmlElement, place: ListPlace | null): void => {
      for (const child of elementsOf(parent)) {
        if (/^text:(p|h)$/.test(child.name)) {
          const label = place?.next().label ?? null;
          inline.parted();
          if (label !== null) inline.write(`${label.text} `);
          const style = this.#options.context.styles.style("paragraph", child.attributes["text:style-name"]);
          if (isHiddenParagraph(child)) this.#options.context.left.hidden++;
          else this.#inlines.read(child, inline, { style, isHeading: child.name === "text:h", hanging });
        } else if (/^text:(list|ordered-list|unordered-list)$/.test(child.name)) {
          const style = child.attributes["text:style-name"] ?? place?.style ?? "";
          const counter =
            place !== null && place.style === style
              ? place.counter
              : new ListCounter(this.#options.context.styles.list(style));
          for (const item of elementsOf(child)) {
            const start = wholeOf(item.attributes["text:start-value"]);
            const depth = place === null ? 0 : place.depth + 1;
            read(item, new ListPlace({ counter, style, depth, start, isHeader: item.name === "text:list-header" }));
          }
        } else if (child.name.startsWith("draw:")) {
          const boxes = textBoxesIn(child);
          hanging.boxes.push(...boxes);
          if (boxes.length === 0) this.#options.context.left.pictures++;
        } else if (!contents.test(child.name)) read(child, place);
      }
    };
    read(cell, null);
    const words = inline.finish();
    const repeated = wholeOf(cell.attributes["table:number-columns-repeated"]) ?? 1;
    return Array.from({ length: Math.min(Math.max(1, repeated), maxRepeated) }, (_, index) =>
      index === 0 ? words : { ...words, anchors: [], breaks: [] },
    );
  }
}

/** Where in a list the paragraphs of one item are: the first has the number or sign. */
class ListPlace {
  readonly counter: ListCounter;
  readonly style: string;
  readonly depth: number;
  readonly #start: number | null;
  #isLabelled: boolean;

  constructor(
    place: Readonly<{ counter: ListCounter; style: string; depth: number; start: number | null; isHeader: boolean }>,
  ) {
    this.counter = place.counter;
    this.style = place.style;
    this.depth = place.depth;
    this.#start = place.start;
    this.#isLabelled = place.isHeader;
  }

  next(): Item {
    if (this.#isLabelled) return { depth: this.depth, label: null };
    this.#isLabelled = true;
    return { depth: this.depth, label: this.counter.next(this.depth, this.#start) };
  }
}

/** Kinds of blocks by the names of LibreOffice's own styles, which are the same in every language. */
const kinds: ReadonlyMap<string, "quotation" | "code" | "caption"> = new Map([
  ["quotations", "quotation"],
  ["quote", "quotation"],
  ["intense quote", "quotation"],
  ["caption", "caption"],
  ["preformatted text", "code"],
  ["html preformatted", "code"],
]);

function isHiddenParagraph(element: XmlElement): boolean {
  for (const descendant of descendantsOf(element))
    if (descendant.name === "text:hidden-paragraph" && descendant.attributes["text:is-hidden"] === "true") return true;
  return false;
}

function hasTable(cell: XmlElement): boolean {
  for (const { name } of descendantsOf(cell)) if (name === "table:table") return true;
  return false;
}

function wholeOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,7}$/.test(value) ? Number(value) : null;
}
