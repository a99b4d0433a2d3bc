import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import type { Page } from "../../../../shared/model/content.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { RecognisedPage } from "../../../../shared/model/recognised.ts";
import type { PageMark } from "../../pdfium/marks.ts";
import { PageChars } from "../../pdfium/page-chars.ts";
import { openPdf, type PdfPage, type PdfReader } from "../../pdfium/reader.ts";
import type { Tag } from "../../pdfium/structure.ts";
import { ContentBuilder } from "../builder.ts";
import { dateOf } from "../headings.ts";
import type { ImportedEnd, Out } from "../imported.ts";
import { statedAuthors } from "./authors.ts";
import { Furniture } from "./furniture.ts";
import { Outline } from "./headings.ts";
import { type Fault, faultWarnings } from "./legible.ts";
import { withoutLineNumbers } from "./line-numbers.ts";
import { textOf } from "./lines.ts";
import { calledOn } from "./notes.ts";
import { type ReadPage, readPage, readScan } from "./page.ts";
import { pageLabels } from "./page-labels.ts";
import type { Printed } from "./page-numbers.ts";
import { asideOf, beforeUnfinished, pagePieces } from "./page-pieces.ts";
import { PageTags } from "./page-tags.ts";
import type { PagesAhead } from "./pages-ahead.ts";
import { factsOf, type PdfFacts } from "./pdf-facts.ts";
import { withRuledTables } from "./ruled-tables.ts";
import { withUnicodeMaps } from "./unicode-maps.ts";
import { addWords } from "./words.ts";
import { Writer } from "./writer.ts";

/** Pages held in memory: as many are read ahead before one is written, so that it is known what comes again on them. */
const ahead = 32;
/** A file of a few kilobytes can claim millions of pages. */
const mostPages = 100_000;
/** UTF-16 units after which words are handed out. */
const partUnits = 1 << 16;
/** A page whose words have a lower mean confidence is worth a warning: clean print has 90 and more. */
const unsurePage = 75;
/** No more mark-up than about this is brought in from one file. */
const mostMarks = 20_000;

/**
 * A PDF as a paper, part by part: canonical text in reading order with a place for every character. The words of
 * `recognised` pages are read instead of those that the pages have. The thread of `ahead` has
 * the same file open and reads its pages for this one, which then opens it only for what the other leaves; the paper is
 * the same. Throws `password`, `unreadable` and `limit`.
 */
export async function importPdf(
  bytes: Uint8Array,
  password: string | null,
  { onProgress, onPart }: Out,
  recognised: readonly RecognisedPage[] = [],
  ahead: PagesAhead | null = null,
): Promise<ImportedEnd> {
  const own = new OwnPdf(bytes, password);
  let mapped: PdfReader | null | undefined;
  try {
    const facts = (await ahead?.facts) ?? factsOf(await own.open());
    const { pageCount } = facts;
    if (pageCount === 0) throw new WorkbenchError("unreadable", message("pdf.noPages"));
    if (pageCount > mostPages)
      throw new WorkbenchError("limit", message("pdf.tooManyPages", { count: pageCount, most: mostPages }));
    const source: PageSource = {
      page: async (index, tags) => (await ahead?.page(index, tags)) ?? (await own.open()).page(index, tags),
    };
    const paper = new PaperOfPdf(facts, source, PageTags.of(bytes, password), recognised);
    for (let index = 0; index < pageCount; index++) {
      let page = await paper.pageAt(index, mapped ?? null);
      if ((page.fault === "garbled" || page.hasUnnamed) && mapped === undefined) {
        mapped = await openWithMaps(bytes, password);
        if (mapped !== null) page = await paper.pageAt(index, mapped);
      }
      paper.read(page);
      if (paper.out.length >= partUnits) onPart(paper.out.take());
      onProgress(message("progress.pages"), index + 1, pageCount);
    }
    const end = paper.finish();
    onPart(paper.out.take());
    return end;
  } finally {
    await own.close();
    mapped?.close();
  }
}

/** Null where maps to Unicode would not help, which is so for most files. */
async function openWithMaps(bytes: Uint8Array, password: string | null): Promise<PdfReader | null> {
  const withMaps = withUnicodeMaps(bytes, password);
  return withMaps === null ? null : openPdf(withMaps, password);
}

/** Where pages come from: PDFium in this thread or in another. */
type PageSource = Readonly<{ page: (index: number, tags?: "tags") => PdfPage | Promise<PdfPage> }>;

/** A PDF that is opened in this thread when it is first needed. */
class OwnPdf {
  readonly #bytes: Uint8Array;
  readonly #password: string | null;
  #reader: Promise<PdfReader> | null = null;

  constructor(bytes: Uint8Array, password: string | null) {
    this.#bytes = bytes;
    this.#password = password;
  }

  /** Throws as `openPdf` does. */
  open(): Promise<PdfReader> {
    this.#reader ??= openPdf(this.#bytes, this.#password);
    return this.#reader;
  }

  async close(): Promise<void> {
    (await this.#reader?.catch(() => null))?.close();
  }
}

/** A paper as it grows, page by page. */
class PaperOfPdf {
  readonly #facts: PdfFacts;
  readonly #source: PageSource;
  readonly #tags: PageTags | null;
  #isDamaged: boolean;
  readonly #outline: Outline;
  readonly out = new ContentBuilder();
  readonly #furniture = new Furniture();
  readonly #sizes = new Map<number, number>();
  #letters = 0;
  #openNote = false;
  #boldLetters = 0;
  readonly #words = new Map<string, number>();
  readonly #writer: Writer;
  readonly #printed: Printed[][] = [];
  readonly #pages: Page[] = [];
  readonly #scans: ReadonlyMap<number, RecognisedPage>;
  readonly #silent: number[] = [];
  readonly #broken: number[] = [];
  readonly #askew: number[] = [];
  readonly #named: number[] = [];
  readonly #faults: Record<Fault, number[]> = { garbled: [], lacking: [] };
  readonly #marks: PageMark[] = [];
  #waiting: ReadPage[] = [];

  constructor(
    facts: PdfFacts,
    source: PageSource,
    { tags, damaged }: ReturnType<typeof PageTags.of>,
    recognised: readonly RecognisedPage[],
  ) {
    this.#facts = facts;
    this.#source = source;
    this.#scans = new Map(recognised.map((scan) => [scan.page, scan]));
    this.#tags = tags;
    this.#isDamaged = damaged;
    this.#outline = new Outline(facts.outline);
    this.#writer = new Writer(this.out, this.#words);
  }

  /** A page, by the names of its glyphs where `mapped`, the same file with maps made of them, reads it otherwise. */
  async pageAt(index: number, mapped: PdfReader | null = null): Promise<ReadPage> {
    const page = await this.#pageIn(this.#source, index);
    if (mapped === null || this.#broken.includes(index + 1)) return page;
    const other = await this.#pageIn(mapped, index);
    if (textOfPage(page) === textOfPage(other)) return page;
    // Ligatures alone are read for sure.
    if (page.fault === "garbled") this.#named.push(index + 1);
    return other;
  }

  /** The next page of the paper. */
  read(page: ReadPage): void {
    const { index } = page;
    if (this.#marks.length < mostMarks)
      this.#marks.push(...page.annotations.map((annotation) => ({ ...annotation, page: index })));
    if (page.isAskewLeft) this.#askew.push(index + 1);
    if (page.fault !== null) this.#faults[page.fault].push(index + 1);
    page.lines = withoutLineNumbers(page.lines);
    this.#furniture.watch(page);
    addWords(this.#words, page.lines);
    for (const line of page.lines) {
      const size = Math.round(line.size * 4) / 4;
      this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + line.chars.length);
      this.#letters += line.chars.length;
      if (line.bold) this.#boldLetters += line.chars.length;
    }
    this.#waiting.push(page);
    if (this.#waiting.length > ahead) this.#writeFirst();
  }

  finish(): ImportedEnd {
    while (this.#waiting.length > 0) this.#writeFirst();
    const garbled = new Set(this.#faults.garbled.map((page) => page - 1));
    const written = this.#writer.end(this.#facts.info.Title, garbled);
    const labels = pageLabels(
      this.#pages.map((page) => page.label),
      this.#printed,
    );
    const pages = this.#pages.map((page, index) => ({ ...page, label: labels[index] ?? String(index + 1) }));
    const warnings = [
      ...warningsOf(this.#silent, this.#broken, pages.length),
      ...faultWarnings(this.#faults, named),
      ...(this.#named.length === 0 ? [] : [message("pdf.fontsNamed", named(this.#named))]),
      ...(this.#askew.length === 0 ? [] : [message("pdf.textAskew", named(this.#askew))]),
      ...scanWarnings([...this.#scans.values()]),
    ];
    const about = aboutOf(this.#facts, written);
    const unread = [...new Set([...this.#silent, ...Object.values(this.#faults).flat()])].sort((a, b) => a - b);
    return {
      format: "pdf",
      ...written,
      ...about,
      end: { pages, warnings },
      marks: this.#marks,
      unread: unread.map((page) => page - 1).filter((page) => !this.#scans.has(page)),
    };
  }

  /** A page that PDFium cannot make sense of becomes an empty one, so that the rest is read. */
  async #pageIn(source: PageSource, index: number): Promise<ReadPage> {
    try {
      const tags = this.#tagsOn(index);
      const page = await source.page(index, this.#isDamaged ? "tags" : undefined);
      const scan = this.#scans.get(index);
      if (scan !== undefined) return readScan(page, index, scan);
      return readPage(tags === null ? page : { ...page, tags }, index);
    } catch (error) {
      if (!(error instanceof WorkbenchError) || this.#facts.pageCount === 1) throw error;
      this.#broken.push(index + 1);
      const empty = {
        visible: [0, 0, 612, 792],
        rotation: 0,
        label: "",
        chars: new PageChars(0),
        ownChars: 0,
        boxes: new PageChars(0),
        drawing: { shapes: [], rules: [] },
        links: [],
        tags: new Map(),
        annotations: [],
      } as const;
      return readPage(empty, index);
    }
  }

  /** Null where they are to be had from PDFium alone, or not at all. */
  #tagsOn(index: number): ReadonlyMap<number, Tag> | null {
    if (this.#tags === null || this.#isDamaged) return null;
    try {
      return this.#tags.on(index);
    } catch {
      this.#isDamaged = true;
      return null;
    }
  }

  #writeFirst(): void {
    const page = this.#waiting.shift();
    if (page === undefined) return;
    const { index, frame, links, rotation } = page;
    const [left, bottom, right, top] = frame.visible;
    this.#printed.push(this.#furniture.remove(page));
    const corner = left === 0 && bottom === 0 ? {} : { left, bottom };
    const scan = this.#scans.get(index);
    const ocr = scan === undefined ? {} : { ocr: { languages: scan.languages, confidence: scan.confidence } };
    this.#pages.push({ label: page.label, width: right - left, height: top - bottom, ...corner, rotation, ...ocr });
    if (!page.hasText && scan === undefined && !this.#broken.includes(index + 1)) this.#silent.push(index + 1);
    const body = [...this.#sizes].reduce((best, size) => (size[1] > best[1] ? size : best), [10, 0])[0];
    const outlined = (text: string): number | null => this.#outline.levelOf(text, index);
    // A title page alone does not show what the text is set in.
    const bold = this.#letters > 500 && this.#boldLetters > this.#letters * 0.6;
    const called = calledOn(page.lines);
    const around = { body, bold, foot: frame.height * 0.5, outlined, called };
    const inPaper = { open: this.#openNote, isLast: index === this.#facts.pageCount - 1 };
    const { text, notes, open } = pagePieces(withRuledTables(page.lines, page.rules), around, inPaper);
    this.#openNote = open;
    const where = { page: index, frame, links, words: this.#words };
    for (const note of notes) this.#writer.note(note, where);
    const beside = [{ lines: page.boxLines, frame }, ...page.turned, ...page.askew].flatMap(({ lines, frame }) =>
      asideOf(pagePieces(lines, around)).map((piece) => ({ piece, where: { ...where, frame } })),
    );
    const own = text.map((piece) => ({ piece, where }));
    for (const one of beforeUnfinished(own, beside)) this.#writer.add(one.piece, one.where);
  }
}

function textOfPage({ lines, boxLines }: ReadPage): string {
  return [...lines, ...boxLines].map(textOf).join("\n");
}

/** Authors are only suggested: metadata name whoever installed the program, and lines of names are easily misread. */
function aboutOf(
  { info }: PdfFacts,
  { title, suggestedAuthors }: ReturnType<Writer["end"]>,
): Pick<ImportedEnd, "title" | "authors" | "suggestedAuthors" | "date"> {
  const stated = statedAuthors(info.Author, title);
  return {
    title,
    authors: [],
    suggestedAuthors: stated.length > 0 ? stated : suggestedAuthors,
    date: dateOf(dayOf(info.CreationDate)),
  };
}

/** The day of a date as PDF writes it (ISO 32000-1, 7.9.4), where month and day may be left out. */
function dayOf(stated: string): string {
  const [, ...parts] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(stated) ?? [];
  return parts.filter((part) => part !== undefined).join("-");
}

function warningsOf(silent: readonly number[], broken: readonly number[], pages: number): Message[] {
  const warnings: Message[] = [];
  if (silent.length === pages) warnings.push(message("pdf.noText"));
  else if (silent.length > 0) warnings.push(message("pdf.pagesWithoutText", named(silent)));
  if (broken.length > 0) warnings.push(message("pdf.pagesDamaged", named(broken)));
  return warnings;
}

/** Pages on which nothing or little could be recognised. */
function scanWarnings(scans: readonly RecognisedPage[]): Message[] {
  const pagesWith = (test: (scan: RecognisedPage) => boolean): number[] =>
    scans.filter(test).map(({ page }) => page + 1);
  const empty = pagesWith(({ lines }) => lines.length === 0);
  const unsure = pagesWith(({ lines, confidence }) => lines.length > 0 && confidence < unsurePage);
  return [
    ...(empty.length === 0 ? [] : [message("ocr.nothingFound", named(empty))]),
    ...(unsure.length === 0 ? [] : [message("ocr.unsure", named(unsure))]),
  ];
}

function named(pages: readonly number[]): Readonly<{ count: number; pages: string; more: number }> {
  return { count: pages.length, pages: pages.slice(0, 20).join(", "), more: Math.max(0, pages.length - 20) };
}
