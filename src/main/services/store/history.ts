import type { Change } from "../../../shared/change/change.ts";
import { type ChangeLabel, undoneLabel } from "../../../shared/change/label.ts";
import type { Disk } from "../files/disk.ts";
import type { JournalOffset, JournalPart } from "./journal-chain.ts";
import type { JournalEntry } from "./journal-line.ts";
import { readBackwards, readNumber } from "./journal-read.ts";
import type { ChangeHistory } from "./library-store.ts";
import type { Stacks } from "./undo.ts";

/** How many of the newest changes are kept in memory; older ones are read from the journal when asked for. */
const remembered = 500;

/** The changes a library has seen, out of its journal. */
export class PastChanges implements ChangeHistory {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #recent = new Map<number, Change>();
  #parts: readonly JournalPart[];
  #end: JournalOffset | null;

  constructor(
    folder: string,
    found: Readonly<{ parts: readonly JournalPart[]; entries: readonly JournalEntry[]; tip: JournalOffset | null }>,
    disk: Disk,
  ) {
    this.#folder = folder;
    this.#disk = disk;
    this.#parts = found.parts;
    this.#end = found.tip;
    for (const entry of found.entries.slice(-remembered)) this.remember(entry);
  }

  remember({ number, change }: JournalEntry): void {
    this.#recent.delete(number);
    this.#recent.set(number, change);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > remembered && oldest !== undefined) this.#recent.delete(oldest);
  }

  /** Note where a change was written, so that a segment that began is looked into. */
  wrote(position: JournalOffset, number: number): void {
    if (position.segment !== this.#end?.segment) this.#begin(position.segment, number);
    this.#end = position;
  }

  #begin(name: string, first: number): void {
    const end = this.#end;
    const before = this.#parts.map((part) => (part.name === end?.segment ? { ...part, end: end.bytes } : part));
    this.#parts = [...before, { name, first, start: 0, end: null, sha256: null, follows: null, chained: true }];
  }

  /** A change by its number; null when it cannot be read any more. */
  async change(number: number): Promise<Change | null> {
    const known = this.#recent.get(number);
    return known ?? (await readNumber(this.#folder, this.#parts, number, this.#disk))?.change ?? null;
  }

  /** What undo and redo would revert, in words; null when there is nothing or it cannot be read. */
  async labels(stacks: Stacks): Promise<{ undo: ChangeLabel | null; redo: ChangeLabel | null }> {
    const find = async (number: number | undefined): Promise<Change | null> =>
      number === undefined ? null : this.change(number);
    const [undo, redo] = [await find(stacks.undo?.high), await find(stacks.redo?.high)];
    return { undo: undo?.label ?? null, redo: redo === null ? null : undoneLabel(redo) };
  }

  /** Every change from the newest, those only whose line contains a text when one is given. */
  backwards(text: string | null = null): AsyncGenerator<JournalEntry> {
    return readBackwards(this.#folder, this.#parts, this.#disk, text);
  }
}
