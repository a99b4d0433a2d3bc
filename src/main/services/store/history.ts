import type { Change } from "../../../shared/change/change.ts";
import { printRecord } from "../../../shared/change/differences.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { type ChangeLabel, undoneLabel } from "../../../shared/change/label.ts";
import type { Arguments, PastChange } from "../../../shared/contract/workbench.ts";
import type { Library } from "../../../shared/model/library.ts";
import { plainWords, termsOf } from "../../../shared/text/words.ts";
import type { Disk } from "./disk.ts";
import type { JournalOffset, JournalPart } from "./journal-chain.ts";
import type { JournalEntry } from "./journal-line.ts";
import { readBackwards, readNumber } from "./journal-read.ts";
import type { Stacks } from "./undo.ts";

/** How many of the newest changes are kept in memory; older ones are read from the journal when asked for. */
const remembered = 500;

/** The changes a library has seen, out of its journal. */
export class PastChanges {
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
    this.#parts = [...before, { name, first, start: 0, end: null }];
  }

  /** A change by its number; null when it cannot be read any more. */
  async change(number: number): Promise<Change | null> {
    const known = this.#recent.get(number);
    return known ?? (await readNumber(this.#folder, this.#parts, number, this.#disk))?.change ?? null;
  }

  /** What undo and redo would take back, in words; null when there is nothing or it cannot be read. */
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

/**
 * Changes newest first: of the library, of a paper or of one annotation with its positions and relations; of one coder;
 * whose words or names have all terms of a text. `before` begins behind a change, to read a long history page by page.
 */
export async function history(
  library: Library,
  past: PastChanges,
  { paper, annotation, coder, text = "", before, limit = 1000 }: Arguments<"history">,
): Promise<PastChange[]> {
  const about = (edit: Edit): boolean =>
    (annotation === undefined || namesAnnotation(edit, annotation)) && (paper === undefined || namesPaper(edit, paper));
  const all = paper === undefined && annotation === undefined;
  const terms = termsOf(text);
  const fits = (change: Change): boolean =>
    (coder === undefined || change.coder === coder) &&
    (all || change.edits.some(about)) &&
    (terms.length === 0 || hasTerms(library, change, terms));
  const found: PastChange[] = [];
  const undone = new Set<string>();
  let reached = before === undefined;
  for await (const { change } of past.backwards(annotation ?? paper ?? null)) {
    const gone = undone.has(change.id);
    // What took something back counts only while it was not taken back itself.
    if (change.undoes !== null && !gone) undone.add(change.undoes);
    if (reached && fits(change)) found.push({ ...change, undone: gone });
    if (found.length >= limit) break;
    reached ||= change.id === before;
  }
  return found;
}

function hasTerms(library: Library, change: Change, terms: readonly string[]): boolean {
  const said = plainWords(printRecord(library, change));
  return terms.every((term) => said.includes(term));
}

function namesAnnotation(edit: Edit, id: string): boolean {
  if (edit.table === "annotations") return (edit.to ?? edit.from)?.id === id;
  if (edit.table === "positions") return (edit.to ?? edit.from)?.annotation === id;
  const relation = edit.table === "relations" ? (edit.to ?? edit.from) : null;
  return relation?.source.annotation === id || relation?.target.annotation === id;
}

function namesPaper(edit: Edit, id: string): boolean {
  if (edit.table === "papers") return (edit.to ?? edit.from)?.id === id;
  if (edit.table === "annotations" || edit.table === "positions") return (edit.to ?? edit.from)?.paper === id;
  const relation = edit.table === "relations" ? (edit.to ?? edit.from) : null;
  return relation?.source.paper === id || relation?.target.paper === id;
}
