import { type ClaimColumns, type ColumnKeys, field, width } from "../claims/claim-columns.ts";
import type { ClaimList } from "../claims/claim-list.ts";
import type { WordFinder } from "./words.ts";

/**
 * Finds words in the columns of a list; its tests want to be given the place in the list. A term is looked for in the
 * words of the vocabulary, and claims by the numbers of those that have it.
 */
export function listFinder(list: ClaimList): WordFinder {
  return (term, actors, issues) => {
    list.fill();
    const found = new Uint8Array(list.length);
    const { shared } = list;
    const said = new SaidTerm(term, shared);
    const [isActor, isIssue] = [actors, issues].map((wanted) => numbersOf(wanted, shared));
    list.eachColumns((columns, start) => {
      said.mark(columns, start, found);
      if (isActor !== null && isActor !== undefined) markActors(columns, isActor, start, found);
      if (isIssue !== null && isIssue !== undefined) markIssues(columns, isIssue, start, found);
    });
    return Object.assign((_claim: unknown, place: number) => found[place] === 1, { marks: found });
  };
}

/** 1 at the numbers of those identifiers; null where there are none. */
function numbersOf(wanted: ReadonlySet<string>, shared: ColumnKeys): Uint8Array | null {
  if (wanted.size === 0) return null;
  const numbers = [...wanted].map((key) => shared.numberOf(key));
  const marks = new Uint8Array(shared.keys.length);
  for (const number of numbers) marks[number] = 1;
  return marks;
}

function markActors({ rows, count }: ClaimColumns, wanted: Uint8Array, start: number, found: Uint8Array): void {
  for (let index = 0; index < count; index++)
    if (wanted[rows[index * width.row + field.actor] ?? 0] === 1) found[start + index] = 1;
}

function markIssues(columns: ClaimColumns, wanted: Uint8Array, start: number, found: Uint8Array): void {
  const { rows, positions, count } = columns;
  let offset = 0;
  for (let index = 0; index < count; index++)
    for (const end = rows[index * width.row + field.positions] ?? 0; offset < end; offset += width.position)
      if (wanted[positions[offset] ?? 0] === 1) found[start + index] = 1;
}

/** Marks the claims that say one of those words. */
function markSayers(columns: ClaimColumns, wanted: Uint8Array, start: number, found: Uint8Array): void {
  const { words, sayers, sayerEnds } = columns;
  let offset = 0;
  for (let word = 0; word < words.length; word++) {
    const end = sayerEnds[word] ?? 0;
    if (wanted[words[word] ?? 0] === 1) for (; offset < end; offset++) found[start + (sayers[offset] ?? 0)] = 1;
    offset = end;
  }
}

/**
 * Marks the claims that say a term: in one word, or from the end of one over whole ones to the beginning of another.
 */
class SaidTerm {
  /** For each word of the term, 1 at the numbers of those that may be it. */
  readonly #steps: readonly Uint8Array[];

  constructor(term: string, { vocabulary }: ColumnKeys) {
    const words = term.split(" ");
    this.#steps = words.map((word, index) => {
      const [isFirst, isLast] = [index === 0, index === words.length - 1];
      return vocabulary.marks(word, isFirst ? (isLast ? "any" : "end") : isLast ? "start" : "whole");
    });
  }

  mark(columns: ClaimColumns, start: number, found: Uint8Array): void {
    const [only] = this.#steps;
    if (only !== undefined && this.#steps.length === 1) markSayers(columns, only, start, found);
    else this.#markSeveral(columns, start, found);
  }

  #markSeveral(columns: ClaimColumns, start: number, found: Uint8Array): void {
    const { said, saidEnds, words, count } = columns;
    let at = 0;
    const isSaid = (at: number): boolean =>
      this.#steps.every((marks, step) => marks[words[said[at + step] ?? 0] ?? 0] === 1);
    for (let index = 0; index < count; index++) {
      const end = saidEnds[index] ?? 0;
      for (const last = end - this.#steps.length; at <= last; at++)
        if (isSaid(at)) {
          found[start + index] = 1;
          break;
        }
      at = end;
    }
  }
}
