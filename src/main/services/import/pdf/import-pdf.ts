import type { Page } from "../../../../shared/model/content.ts";
import { encodeGeometry, type Place } from "../../geometry.ts";
import type { Progress } from "../../jobs.ts";
import { openPdf, type PdfReader } from "../../pdfium.ts";
import { ContentBuilder } from "../builder.ts";
import type { Imported } from "../imported.ts";
import { type Piece, piecesOf } from "./blocks.ts";
import { type Flow, flowOf } from "./flow.ts";
import { type ReadPage, removeFurniture } from "./furniture.ts";
import { linesOf, middle, textOf } from "./lines.ts";
import { readingOrder } from "./reading-order.ts";

/** A PDF as a paper: canonical text in reading order with a place for every character. Throws `password` and `unreadable`. */
export async function importPdf(
  bytes: Uint8Array,
  options: { password: string | null; fileName: string },
  onProgress: Progress,
): Promise<Imported> {
  const reader = await openPdf(bytes, options.password);
  try {
    const pages: ReadPage[] = [];
    for (let index = 0; index < reader.pageCount; index++) {
      const page = reader.page(index);
      pages.push({ page, lines: linesOf(page) });
      onProgress("pages", index + 1, reader.pageCount);
    }
    return build(reader, pages);
  } finally {
    reader.close();
  }
}

function build(reader: PdfReader, pages: ReadPage[]): Imported {
  const warnings = withoutText(pages);
  const printed = removeFurniture(pages);
  const body = middle(pages.flatMap(({ lines }) => lines.flatMap((line) => line.chars.map(() => line.size))));
  const out = new ContentBuilder();
  const places: Place[] = [];
  const sizes = headingSizes(pages, body);
  const writer = new Writer(out, places, sizes);
  for (const [index, { page, lines }] of pages.entries()) {
    out.page = index;
    for (const column of readingOrder(lines))
      for (const piece of piecesOf(column, body, page.height * 0.5)) writer.add(piece, index, page.links);
    writer.pageEnd();
  }
  writer.end();
  const content = out.finish(
    pages.map(({ page }, index): Page => labelled(page, printed[index] ?? null, index)),
    warnings,
  );
  const heading = content.blocks.filter((block) => block.kind === "heading").sort((a, b) => a.level - b.level)[0];
  return {
    format: "pdf",
    title:
      reader.info("Title").trim() || (heading === undefined ? null : content.text.slice(heading.start, heading.end)),
    authors: reader.info("Author").trim() === "" ? [] : [reader.info("Author").trim()],
    date: /^D:(\d{4})(\d{2})(\d{2})/.exec(reader.info("CreationDate"))?.slice(1, 4).join("-") ?? null,
    content,
    geometry: encodeGeometry(places),
  };
}

function labelled(page: ReadPage["page"], printed: string | null, index: number): Page {
  const { width, height, rotation } = page;
  return { label: page.label || (printed?.replace(/[-–\s]/g, "") ?? String(index + 1)), width, height, rotation };
}

function withoutText(pages: readonly ReadPage[]): string[] {
  const empty = pages.flatMap(({ lines }, index) => (lines.length === 0 ? [index + 1] : []));
  if (empty.length === 0) return [];
  if (empty.length === pages.length) return ["No page of this PDF holds text; it may be a scan."];
  return [`There is no text on page ${empty.slice(0, 20).join(", ")}; it may be a picture.`];
}

/** Sizes of lines larger than the running text, largest first: the place in the list is the heading's level. */
function headingSizes(pages: readonly ReadPage[], body: number): number[] {
  const sizes = pages.flatMap(({ lines }) =>
    lines.filter((line) => line.size > body * 1.1 && textOf(line).length > 1).map((line) => Math.round(line.size)),
  );
  return [...new Set(sizes)].sort((a, b) => b - a).slice(0, 5);
}

/** Puts pieces into the paper: sentences over page breaks go on, footnotes wait until the paragraph they belong to is whole. */
class Writer {
  readonly #out: ContentBuilder;
  readonly #places: Place[];
  readonly #sizes: readonly number[];
  #notes: { flow: Flow; label: string; page: number }[] = [];
  #open: { text: string; page: number; parted: boolean } | null = null;
  #atPageStart = true;

  constructor(out: ContentBuilder, places: Place[], sizes: readonly number[]) {
    this.#out = out;
    this.#places = places;
    this.#sizes = sizes;
  }

  add(piece: Piece, page: number, links: ReadPage["page"]["links"]): void {
    if (piece.kind === "table") {
      this.#table(piece, page, links);
      return;
    }
    const flow = flowOf(piece.lines, page, links, piece.skip);
    if (flow.text === "") return;
    if (piece.kind === "footnote") {
      this.#notes.push({ flow, label: piece.marker, page });
      return;
    }
    const goesOn =
      this.#open !== null && this.#atPageStart && piece.kind === "paragraph" && carriesOver(this.#open.text, flow.text);
    if (!goesOn) this.#flushNotes(page);
    this.#put(piece, flow, goesOn);
    this.#open =
      piece.kind === "paragraph" || piece.kind === "listItem" ? { text: flow.text, page, parted: false } : null;
    this.#atPageStart = false;
  }

  pageEnd(): void {
    this.#atPageStart = true;
    if (this.#open !== null && /[.!?:”"]$/.test(this.#open.text)) this.#flushNotes(this.#out.page);
  }

  end(): void {
    this.#flushNotes(this.#out.page);
  }

  #put(piece: Piece, flow: Flow, goesOn: boolean): void {
    this.#joint(goesOn ? " " : null);
    const marks = piece.kind === "heading" ? flow.marks.filter((mark) => mark.kind !== "bold") : flow.marks;
    const run = { text: flow.text, marks };
    if (piece.kind === "heading") this.#out.add({ kind: "heading", level: this.#level(piece) }, run);
    else if (piece.kind === "listItem") {
      const ordered = piece.marker !== "•";
      this.#out.add({ kind: "listItem", depth: 0, ordered, marker: piece.marker }, run);
    } else if (piece.kind === "caption") this.#out.add({ kind: "caption" }, run);
    else this.#out.add({ kind: "paragraph" }, run, goesOn ? " " : null);
    this.#places.push(...flow.places);
  }

  #level(piece: Piece): number {
    const rank = this.#sizes.findIndex((size) => size <= Math.round(piece.size));
    return Math.min(6, (rank < 0 ? this.#sizes.length : rank) + 1);
  }

  #joint(joint: string | null): void {
    if (this.#out.blocks.length > 0) for (let i = 0; i < (joint ?? "\n").length; i++) this.#places.push(null);
  }

  #table(piece: Piece, page: number, links: ReadPage["page"]["links"]): void {
    this.#flushNotes(page);
    this.#joint(null);
    const rows = piece.rows.map((row) => row.map((line) => flowOf([line], page, links, 0)));
    for (const [index, row] of rows.entries()) {
      if (index > 0) this.#places.push(null);
      for (const [cell, flow] of row.entries()) {
        if (cell > 0) this.#places.push(null);
        this.#places.push(...flow.places);
      }
    }
    this.#out.addTable(rows, piece.rows[0]?.every((line) => line.bold) ? 1 : 0);
    this.#open = null;
    this.#atPageStart = false;
  }

  #flushNotes(page: number): void {
    for (const { flow, label, page: own } of this.#notes) {
      this.#joint(null);
      this.#out.page = own;
      this.#out.add({ kind: "footnote", label: label || "*" }, { text: flow.text, marks: flow.marks });
      this.#places.push(...flow.places);
    }
    this.#out.page = page;
    this.#notes = [];
  }
}

/** True when a paragraph at the top of a page goes on with the sentence at the foot of the one before. */
function carriesOver(before: string, after: string): boolean {
  return !/[.!?:;”"]$/.test(before) || /^\p{Ll}/u.test(after);
}
