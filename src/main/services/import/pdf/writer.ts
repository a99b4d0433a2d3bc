import type { Place } from "../../geometry.ts";
import type { ContentBuilder } from "../builder.ts";
import type { Piece } from "./blocks.ts";
import { type Flow, flowOf, jointOf, type Where } from "./flow.ts";
import type { Words } from "./words.ts";

type Held = { piece: Piece; flow: Flow; page: number; joint: "" | " " | null };
type Note = { flow: Flow; label: string; page: number; due: boolean };

/** Puts pieces into the paper: sentences over page breaks go on, footnotes wait until the paragraph they belong to is whole. */
export class Writer {
  readonly #out: ContentBuilder;
  readonly #sizes: readonly number[];
  readonly #words: Words;
  readonly #places: Place[] = [];
  #notes: Note[] = [];
  #held: Held | null = null;

  constructor(out: ContentBuilder, sizes: readonly number[], words: Words) {
    this.#out = out;
    this.#sizes = sizes;
    this.#words = words;
  }

  /** A footnote of the page whose text comes next. */
  note(piece: Piece, where: Where): void {
    const flow = flowOf(piece.lines, where, piece.skip);
    if (flow.text !== "") this.#notes.push({ flow, label: piece.marker || "*", page: where.page, due: false });
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
    const joint = this.#jointTo(piece, flow, where.page);
    if (joint === null) this.#release(where.page);
    else this.#write();
    for (const note of this.#notes)
      if (note.page === where.page && piece.lines.some((line) => line.notes.includes(note.label))) note.due = true;
    this.#held = { piece, flow, page: where.page, joint };
  }

  /** Write what is left. Returns the place of each UTF-16 unit of the text. */
  end(): readonly Place[] {
    this.#release(Number.POSITIVE_INFINITY);
    return this.#places;
  }

  #jointTo(piece: Piece, flow: Flow, page: number): "" | " " | null {
    const held = this.#held;
    if (held === null || held.page === page || piece.kind !== "paragraph") return null;
    if (held.piece.kind !== "paragraph" && held.piece.kind !== "listItem") return null;
    return carriesOver(held.flow.text, flow.text) ? jointOf(held.flow, flow.text, this.#words) : null;
  }

  /** Write the held piece and the footnotes that belong to it or to an earlier page. */
  #release(page: number): void {
    this.#write();
    const ready = this.#notes.filter((note) => note.due || note.page < page);
    this.#notes = this.#notes.filter((note) => !ready.includes(note));
    for (const { flow, label, page: own } of ready) {
      this.#place(flow.places, null);
      // A note stands behind its paragraph, which may have begun a page further on than the note does.
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
    const marks = piece.kind === "heading" ? flow.marks.filter((mark) => mark.kind !== "bold") : flow.marks;
    const run = { text: flow.text, marks };
    if (piece.kind === "heading") this.#out.add({ kind: "heading", level: this.#level(piece) }, run);
    else if (piece.kind === "listItem")
      this.#out.add({ kind: "listItem", depth: 0, ordered: piece.marker !== "•", marker: piece.marker }, run);
    else this.#out.add({ kind: piece.kind === "caption" ? "caption" : "paragraph" }, run, joint);
  }

  #level(piece: Piece): number {
    const rank = this.#sizes.findIndex((size) => size <= Math.round(piece.size));
    return Math.min(6, (rank < 0 ? this.#sizes.length : rank) + 1);
  }

  #place(places: readonly Place[], joint: string | null): void {
    if (this.#out.blocks.length > 0) for (let i = 0; i < (joint ?? "\n").length; i++) this.#places.push(null);
    for (const place of places) this.#places.push(place);
  }

  #table(piece: Piece, where: Where): void {
    const rows = piece.rows.map((row) => row.map((line) => flowOf([line], where, 0)));
    const places = rows.flatMap((row, index) => [
      ...(index > 0 ? [null] : []),
      ...row.flatMap((flow, cell) => (cell > 0 ? [null, ...flow.places] : flow.places)),
    ]);
    this.#place(places, null);
    this.#out.page = where.page;
    this.#out.addTable(rows, piece.rows[0]?.every((line) => line.bold) ? 1 : 0);
  }
}

/** True when a paragraph at the top of a page or column goes on with the sentence at the foot of the one before. */
export function carriesOver(before: string, after: string): boolean {
  return !/[.!?:;”"。！？：；؟۔]$/.test(before) || /^\p{Ll}/u.test(after);
}
