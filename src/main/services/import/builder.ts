import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Block, Cell, Mark, Page, PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { directionOf } from "../../../shared/text/direction.ts";
import type { ContentPart } from "./imported.ts";

type Kind =
  | { kind: "paragraph" | "quotation" | "code" | "caption" }
  | { kind: "heading"; level: number }
  | { kind: "listItem"; depth: number; ordered: boolean; marker: string }
  | { kind: "footnote"; label: string };

/**
 * Marked text before it has its place: offsets of the marks count from the start of the text. `direction` is given
 * where the file states it; else the text decides.
 */
export type Run = Readonly<{ text: string; marks: readonly Mark[]; direction?: Block["direction"] }>;

/**
 * What one paper may hold at most, in UTF-16 units and blocks: a small file can be made to say more than a window could
 * show.
 */
export type PaperLimits = Readonly<{ characters: number; blocks: number }>;
/** The limits of every paper that comes in. */
export const paperLimits: PaperLimits = { characters: 50_000_000, blocks: 2_000_000 };

/**
 * Puts blocks one after the other and keeps the canonical text and all offsets in step. Throws `limit` when the paper
 * grows past its limits.
 */
export class ContentBuilder {
  #text = "";
  #blocks: Block[] = [];
  /** How many units and blocks were taken away. */
  #taken = { length: 0, count: 0 };
  readonly #limits: PaperLimits;
  page = 0;

  constructor(limits: PaperLimits = paperLimits) {
    this.#limits = limits;
  }

  /** The blocks that were not taken. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** How many blocks there are in all. */
  get count(): number {
    return this.#taken.count + this.#blocks.length;
  }

  /** UTF-16 units that were not taken. */
  get length(): number {
    return this.#text.length;
  }

  /** Add a block. `joint` separates it from the one before when it continues that one's sentence. */
  add(kind: Kind, run: Run, joint: string | null = null): void {
    const start = this.#begin(joint);
    this.#text += run.text;
    this.#blocks.push({
      ...kind,
      ...this.#common(start, run.text, joint !== null, run.direction),
      marks: shift(run.marks, start),
    });
  }

  /** Add a table. Its first `headerRows` rows head it, and those cells that say so themselves. */
  addTable(
    rows: readonly (readonly (Run & { header?: boolean })[])[],
    headerRows = 0,
    direction?: Block["direction"],
  ): void {
    const start = this.#begin(null);
    const marks: Mark[] = [];
    let text = "";
    const cells: Cell[][] = rows.map((row, index) => {
      if (index > 0) text += "\n";
      return row.map((cell, column) => {
        if (column > 0) text += "\t";
        const offset = start + text.length;
        text += cell.text;
        marks.push(...shift(cell.marks, offset));
        return { start: offset, end: start + text.length, header: cell.header ?? index < headerRows };
      });
    });
    this.#text += text;
    const common = this.#common(start, text, false, direction);
    this.#blocks.push({ kind: "table", ...common, marks, rows: cells });
  }

  /** Remove the finished blocks; the next one is placed after them. */
  take(): ContentPart {
    const part = { text: this.#text, blocks: this.#blocks };
    this.#taken = { length: this.#end, count: this.count };
    this.#text = "";
    this.#blocks = [];
    return part;
  }

  finish(pages: readonly Page[], warnings: readonly Message[]): PaperContent {
    return { text: this.#text, blocks: this.#blocks, pages: [...pages], warnings: [...warnings] };
  }

  #begin(joint: string | null): number {
    const { characters, blocks } = this.#limits;
    if (this.#end > characters || this.count >= blocks) throw new WorkbenchError("limit", message("import.tooLong"));
    if (this.count > 0) this.#text += joint ?? "\n";
    return this.#end;
  }

  get #end(): number {
    return this.#taken.length + this.#text.length;
  }

  #common(start: number, text: string, continues: boolean, direction: Block["direction"] = directionOf(text)) {
    return { start, end: this.#end, page: this.page, continues, direction };
  }
}

function shift(marks: readonly Mark[], by: number): Mark[] {
  return marks
    .map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }))
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start);
}
