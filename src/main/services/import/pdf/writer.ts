import { directionOf } from "../../../../shared/text/direction.ts";
import { GeometryWriter } from "../../geometry/geometry.ts";
import type { ContentBuilder } from "../builder.ts";
import type { ImportedEnd } from "../imported.ts";
import { printedAuthors } from "./authors.ts";
import type { Piece } from "./blocks.ts";
import { append, type Flow, flowOf, jointOf, type Where } from "./flow.ts";
import { type Heading, levelsOf } from "./headings.ts";
import { readsAsWords } from "./legible.ts";
import { textOf } from "./lines.ts";
import type { Places } from "./places.ts";
import { carriesOver, looksAlike, mayGoOn } from "./sentences.ts";
import { printedTitle, titleOf } from "./title.ts";
import type { Words } from "./words.ts";

/** So many blocks are a paper's beginning. */
const maxOpening = 20;

type Held = { piece: Piece; flow: Flow; page: number; joint: "" | " " | null };
type Note = { flow: Flow; label: string; page: number; due: boolean };

/**
 * Puts pieces into the paper: sentences over page breaks go on, footnotes wait until the paragraph they belong to is
 * whole.
 */
export class Writer {
  readonly #out: ContentBuilder;
  readonly #words: Words;
  readonly #geometry = new GeometryWriter();
  readonly #headings: { block: number; page: number; heading: Heading }[] = [];
  /** Where the items are that the present one lies in, outermost first. */
  #items: number[] = [];
  #notes: Note[] = [];
  #held: Held | null = null;
  /** The text of the paper's first blocks, where its title and authors are. */
  readonly #opening: string[] = [];

  constructor(out: ContentBuilder, words: Words) {
    this.#out = out;
    this.#words = words;
  }

  /** A footnote of the page whose text comes next. One without a mark goes on with the note before it. */
  note(piece: Piece, where: Where): void {
    const flow = flowOf(piece.lines, where, piece.skip);
    const last = this.#notes.at(-1);
    if (flow.text === "") return;
    if (piece.marker === "" && last !== undefined) append(last.flow, jointOf(last.flow, flow.text, this.#words), flow);
    else this.#notes.push({ flow, label: piece.marker || "*", page: where.page, due: false });
  }

  /** The next piece of the text. It is written when it is known what comes after it. */
  add(piece: Piece, where: Where): void {
    if (piece.kind === "table") {
      this.#release(where.page);
      this.#table(piece, where);
      return;
    }
    const flow = flowOf(piece.lines, where, piece.skip);
    if (flow.text === "") return;
    const held = this.#held;
    const joint = this.#jointTo(piece, flow, where.page);
    if (joint === null) this.#release(where.page);
    else this.#write();
    const marks = new Set(piece.lines.flatMap((line) => line.notes.map((note) => note.label)));
    for (const note of this.#notes) if (note.page === where.page && marks.has(note.label)) note.due = true;
    const { skip } = joint === null || held === null ? piece : held.piece;
    this.#held = {
      piece: joint === null ? piece : { ...piece, kind: "paragraph", skip },
      flow,
      page: where.page,
      joint,
    };
  }

  /**
   * Write what is left. Returns the geometry of the whole text, the levels of its headings, the paper's title, and the
   * authors printed on it. `stated` is the title by the file's metadata; on pages of `garbled`, from 0, only what
   * reads as words is a title, and authors are printed only where that is.
   */
  end(
    stated = "",
    garbled: ReadonlySet<number> = new Set(),
  ): Pick<ImportedEnd, "geometry" | "levels" | "title"> & Readonly<{ suggestedAuthors: readonly string[] }> {
    this.#release(Number.POSITIVE_INFINITY);
    const first = this.#headings[0]?.page;
    const largest = printedTitle(this.#headings.map(({ heading: { text, size }, page }) => ({ text, size, page })));
    const isReadable = first === undefined || !garbled.has(first) || readsAsWords(largest ?? "");
    const printed = isReadable ? largest : null;
    // Where nothing is printed on the first page, its title may be in a picture.
    const title = titleOf(stated, printed, first === 0 && isReadable ? this.#opening : []);
    const found = levelsOf(
      this.#headings.map(({ heading }) => heading),
      title,
    );
    const levels = this.#headings.map(({ block }, index) => [block, found[index] ?? 1] as const);
    const suggestedAuthors = isReadable ? printedAuthors(this.#opening, printed) : [];
    return { geometry: this.#geometry.finish(), levels, title, suggestedAuthors };
  }

  #jointTo(piece: Piece, flow: Flow, page: number): "" | " " | null {
    const held = this.#held;
    if (held === null || held.page === page || !mayGoOn(held.piece, piece)) return null;
    if (directionOf(held.flow.text) !== directionOf(flow.text)) return null;
    if (!looksAlike(held.piece, piece)) return null;
    return carriesOver(held.piece, piece) ? jointOf(held.flow, flow.text, this.#words) : null;
  }

  /** Write the held piece and the footnotes that belong to it or to an earlier page. */
  #release(page: number): void {
    this.#write();
    const ready = this.#notes.filter((note) => note.due || note.page < page);
    this.#notes = this.#notes.filter((note) => !ready.includes(note));
    for (const { flow, label, page: own } of ready) {
      this.#place(flow.places, null);
      // A note follows its paragraph, which may have begun a page further on than the note does.
      this.#out.page = Math.max(this.#out.page, own);
      this.#out.add({ kind: "footnote", label }, { text: flow.text, marks: flow.marks });
    }
  }

  #write(): void {
    const held = this.#held;
    this.#held = null;
    if (held === null) return;
    const { piece, flow, page, joint } = held;
    this.#place(flow.places, joint);
    this.#out.page = page;
    const { text, marks } = flow;
    if (this.#opening.length < maxOpening) this.#opening.push(text);
    if (piece.kind !== "listItem" && joint === null) this.#items = [];
    if (piece.kind === "heading") this.#heading(piece, flow, page);
    else if (piece.kind === "listItem")
      this.#out.add(
        { kind: "listItem", depth: this.#depthOf(piece), ordered: piece.marker !== "•", marker: piece.marker },
        { text, marks },
      );
    else
      this.#out.add(
        { kind: piece.kind === "table" || piece.kind === "footnote" ? "paragraph" : piece.kind },
        { text, marks },
        joint,
      );
  }

  #heading({ size, bold, level }: Piece, { text, marks }: Flow, page: number): void {
    this.#headings.push({ block: this.#out.count, page, heading: { size, bold, text, given: level } });
    this.#out.add({ kind: "heading", level: 1 }, { text, marks: marks.filter((mark) => mark.kind !== "bold") });
  }

  /** From tags, else from how far an item is in from those before it. */
  #depthOf(piece: Piece): number {
    if (piece.level !== null) return Math.min(20, piece.level);
    const first = piece.lines[0];
    if (first === undefined) return 0;
    const edge = directionOf(textOf(first)) === "rtl" ? -first.box[2] : first.box[0];
    while ((this.#items.at(-1) ?? Number.NEGATIVE_INFINITY) > edge - first.size * 0.5) this.#items.pop();
    this.#items.push(edge);
    return Math.min(20, this.#items.length - 1);
  }

  #place(places: Places, joint: string | null): void {
    if (this.#out.count > 0) this.#geometry.addNowhere((joint ?? "\n").length);
    places.writeTo(this.#geometry);
  }

  #table(piece: Piece, where: Where): void {
    const rows = piece.rows.map((row) => row.map((cell) => ({ cell, flow: flowOf(cell.lines, where, 0) })));
    if (this.#out.count > 0) this.#geometry.addNowhere(1);
    for (const [index, row] of rows.entries()) {
      // The separator of two rows or two cells is on no page.
      if (index > 0) this.#geometry.addNowhere(1);
      for (const [cell, { flow }] of row.entries()) {
        if (cell > 0) this.#geometry.addNowhere(1);
        flow.places.writeTo(this.#geometry);
      }
    }
    this.#items = [];
    this.#out.page = where.page;
    this.#out.addTable(
      rows.map((row) => row.map(({ cell, flow: { text, marks } }) => ({ text, marks, header: cell.header }))),
    );
  }
}
