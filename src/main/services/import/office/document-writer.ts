import type { Block, Page, PaperContent } from "../../../../shared/model/content.ts";
import { sentencesIn } from "../../../../shared/search/sentences.ts";
import { ContentBuilder, type Run } from "../builder.ts";
import { intoSections } from "../sections.ts";
import type { Inline, PageBreak } from "./inline-text.ts";
import { formatNumber } from "./number-format.ts";

/** What a block is, as the builder takes it. */
export type BlockKind = Parameters<ContentBuilder["add"]>[0];
/** How the pages of a section are numbered: the number of its first page where it says so, and the format. */
export type PageNumbers = Readonly<{ start: number | null; format: string }>;
/** A range of the finished text, in UTF-16 units. */
export type TextRange = Readonly<{ start: number; end: number }>;

/** Anchors whose names begin like this, with a number after it, are told apart: their places are wanted as they are. */
export const tracedAnchor = "piece ";

type Direction = "rtl" | undefined;

/**
 * Puts the paragraphs and tables of a word-processor document into a paper. Knows the page of each block where the file
 * says where its program's last layout broke the pages, and the place of each anchor.
 */
export class DocumentWriter {
  readonly #builder = new ContentBuilder();
  readonly #anchors = new Map<string, { start: number | null; end: number | null }>();
  /** Anchors between two paragraphs: the next one has them. */
  #waiting: { name: string; end: boolean }[] = [];
  readonly #sections = new Map<number, PageNumbers>();
  /** The section in which each page begins. */
  readonly #pageSections: number[] = [0];
  /** Page breaks since the last words. */
  #pending = { rendered: 0, asked: 0 };
  #hasRendered = false;
  readonly #title: { stated: string | null; heading: string | null } = { stated: null, heading: null };
  /** The section that is being written. */
  #section = 0;

  /** A paragraph. Empty ones are left out; their anchors and page breaks are those of what follows. */
  paragraph(kind: BlockKind, inline: Inline, direction?: Direction): void {
    if (inline.text.trim() === "") {
      this.#waiting.push(...inline.anchors.map(({ name, end }) => ({ name, end })));
      for (const lineBreak of inline.breaks) this.#pend(lineBreak);
      return;
    }
    const cuts = [...inline.breaks].sort((a, b) => a.at - b.at);
    const places: { from: number; start: number }[] = [];
    let from = 0;
    for (const cut of [...cuts, null]) {
      const end = cut?.at ?? inline.text.length;
      if (end > from) {
        this.#turn();
        const start = this.#add(
          places.length === 0 ? kind : carriedOn(kind),
          part(inline, from, end, direction),
          places.length > 0,
        );
        places.push({ from, start });
        from = end;
      }
      if (cut !== null) this.#pend(cut);
    }
    const first = places[0]?.start ?? 0;
    for (const { name, end } of this.#waiting) this.#set(name, end, first);
    this.#waiting = [];
    for (const { name, end, at: offset } of inline.anchors) this.#set(name, end, first + offset);
  }

  /** A name that the paper may have: its first title, else its first heading, without a number. */
  nameTitle(text: string, isTitle: boolean): void {
    const words = text.replace(/\s+/g, " ").trim();
    if (words === "" || this.#builder.count > maxBeforeTitle) return;
    if (isTitle) this.#title.stated ??= words;
    else this.#title.heading ??= words;
  }

  get title(): string | null {
    return this.#title.stated ?? this.#title.heading;
  }

  /** A table of cells; its first `headerRows` rows head it. */
  table(rows: readonly (readonly Inline[])[], headerRows: number): void {
    const filled = rows.filter((row) => row.length > 0);
    const cells = filled.flat();
    if (cells.every(({ text }) => text.trim() === "")) {
      for (const cell of cells) this.paragraph({ kind: "paragraph" }, cell);
      return;
    }
    this.#turn();
    this.#builder.addTable(filled, headerRows);
    const block = this.#builder.blocks.at(-1);
    if (block?.kind !== "table") return;
    for (const { name, end } of this.#waiting) this.#set(name, end, block.start);
    this.#waiting = [];
    for (const [index, row] of filled.entries()) {
      for (const [column, cell] of row.entries()) {
        const start = block.rows[index]?.[column]?.start ?? block.start;
        for (const { name, end, at: offset } of cell.anchors) this.#set(name, end, start + offset);
      }
      // Each cell of a row says again where the page ends.
      const breaks = row.map((cell) => cell.breaks).sort((a, b) => b.length - a.length)[0] ?? [];
      for (const lineBreak of breaks) this.#pend(lineBreak);
      this.#count();
    }
  }

  /** An anchor between paragraphs. */
  anchor(name: string, end: boolean): void {
    if (end) this.#set(name, true, this.#builder.length);
    else this.#waiting.push({ name, end });
  }

  /** A page break between paragraphs. */
  pageBreak(rendered: boolean): void {
    this.#pend({ rendered });
  }

  /** The section that ends here, and how its pages are numbered. */
  endSection(numbers: PageNumbers): void {
    this.#sections.set(this.#section, numbers);
    this.#section++;
  }

  /** The section that begins here. */
  startSection(numbers: PageNumbers): void {
    this.#section++;
    this.#sections.set(this.#section, numbers);
    if (this.isEmpty) this.#pageSections[this.#pageSections.length - 1] = this.#section;
  }

  /** Whether nothing was written yet. */
  get isEmpty(): boolean {
    return this.#builder.count === 0;
  }

  /** The paper, and the place of each anchor that has one. */
  finish(): Readonly<{
    content: PaperContent;
    ranges: ReadonlyMap<string, TextRange>;
    /** Places of traced anchors by their numbers, those without words left out. */
    traced: ReadonlyMap<number, TextRange>;
    hasPages: boolean;
  }> {
    for (const { name, end } of this.#waiting) this.#set(name, end, this.#builder.length);
    const page: Page = { label: "§1", width: 0, height: 0, rotation: 0 };
    const labels = this.#hasRendered ? this.#labels() : undefined;
    const whole = this.#builder.finish([page], []);
    const content = intoSections(labels === undefined ? withoutBlankPages(whole) : whole, labels);
    const ranges = new Map<string, TextRange>();
    const traced = new Map<number, TextRange>();
    for (const [name, { start, end }] of this.#anchors) {
      if (name.startsWith(tracedAnchor)) {
        if (start !== null && end !== null && end > start)
          traced.set(Number(name.slice(tracedAnchor.length)), { start, end });
        continue;
      }
      const range = rangeIn(content, start ?? end ?? 0, end ?? start ?? 0);
      if (range !== null) ranges.set(name, range);
    }
    return { content, ranges, traced, hasPages: this.#hasRendered };
  }

  #add(kind: BlockKind, run: Run, continues: boolean): number {
    this.#builder.add(kind, run, continues ? "" : null);
    return this.#builder.blocks.at(-1)?.start ?? 0;
  }

  #set(name: string, end: boolean, offset: number): void {
    const anchor = this.#anchors.get(name) ?? { start: null, end: null };
    if (end) anchor.end ??= offset;
    else anchor.start ??= offset;
    this.#anchors.set(name, anchor);
  }

  #pend({ rendered }: Pick<PageBreak, "rendered">): void {
    if (rendered) {
      this.#pending.rendered++;
      this.#hasRendered = true;
    } else this.#pending.asked++;
  }

  /** Words follow: they are on the next page if a break precedes them. Word writes one that was asked for twice. */
  #turn(): void {
    this.#count();
    this.#builder.page = this.#pageSections.length - 1;
  }

  #count(): void {
    const turns = Math.min(Math.max(this.#pending.rendered, this.#pending.asked), maxBlankPages);
    for (let turn = 0; turn < turns; turn++) this.#pageSections.push(this.#section);
    this.#pending = { rendered: 0, asked: 0 };
  }

  #labels(): string[] {
    let number = 0;
    let before = -1;
    return this.#pageSections.map((section) => {
      const { start = null, format = "decimal" } = this.#sections.get(section) ?? {};
      number = section !== before && start !== null ? start : number + 1;
      before = section;
      return formatNumber(number, format).trim() || String(number);
    });
  }
}

/** The same paper without pages that no block is on. */
function withoutBlankPages(content: PaperContent): PaperContent {
  let page = -1;
  let before = -1;
  const blocks = content.blocks.map((block): Block => {
    if (block.page !== before) page++;
    before = block.page;
    return { ...block, page };
  });
  return { ...content, blocks };
}

/** Blocks among which a title is looked for. */
const maxBeforeTitle = 40;

/** Breaks in a row that count: a hostile file could have millions of them. */
const maxBlankPages = 50;

/** What a paragraph is after a page break in it. */
function carriedOn(kind: BlockKind): BlockKind {
  return kind.kind === "code" || kind.kind === "quotation" ? kind : { kind: "paragraph" };
}

function part({ text, marks }: Inline, from: number, end: number, direction: Direction): Run {
  const inside = marks
    .filter((mark) => mark.start < end && mark.end > from)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, end) - from }));
  return { text: text.slice(from, end), marks: inside, ...(direction === undefined ? {} : { direction }) };
}

/** A range without white space at its ends; a point is the sentence around it. Null where the paper has no words. */
function rangeIn({ text, blocks }: PaperContent, from: number, to: number): TextRange | null {
  let start = Math.min(from, to);
  let end = Math.min(Math.max(from, to), text.length);
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) return { start, end };
  const block = blockAt(blocks, start);
  if (block === undefined) return null;
  const words = text.slice(block.start, block.end);
  const near = Math.min(Math.max(0, start - block.start), words.length - 1);
  const sentence = sentencesIn(words).find((sentence) => sentence.end > near) ?? { start: 0, end: words.length };
  const trimmed = words.slice(sentence.start, sentence.end);
  const head = sentence.start + trimmed.length - trimmed.trimStart().length;
  return trimmed.trim() === "" ? null : { start: block.start + head, end: block.start + head + trimmed.trim().length };
}

/** The last block that begins at an offset or before it. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}
