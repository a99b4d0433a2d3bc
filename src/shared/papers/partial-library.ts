import { apply, type Change, paperOf, replay } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { withTables } from "../model/by-paper.ts";
import type { Library } from "../model/library.ts";
import type { RecordsOfPaper } from "./packed-records.ts";

/** The records of papers as they were after change number `last`. */
export type ArrivingRecords = Readonly<{ last: number; papers: readonly (readonly [string, RecordsOfPaper])[] }>;

type Pending = Readonly<{ number: number; edits: readonly Edit[] }>;

/**
 * A copy of a library that arrives paper by paper while changes go on. Each change counts once: it is applied to what
 * is there, waits for what is not, and is left out where the records come with it.
 */
export type PartialLibrary = Readonly<{
  /** Without annotations and positions of `missing` papers. */
  library: Library;
  /** The number of the last change in `library`. */
  last: number;
  missing: ReadonlySet<string>;
  /** For missing papers, what has changed since the copy was begun. */
  pending: ReadonlyMap<string, readonly Pending[]>;
  /** Records that came before the news of changes that are in them. */
  early: readonly ArrivingRecords[];
}>;

/** A copy of a library as it was after change number `last`, without the records of some papers. */
export function partialLibrary(library: Library, last: number, missing: Iterable<string>): PartialLibrary {
  return { library, last, missing: new Set(missing), pending: new Map(), early: [] };
}

/**
 * With one more change. One that is in already changes nothing; throws `RangeError` when there was another before it.
 * Throws as `apply` does when all papers are there and the change does not fit.
 */
export function takeChange(partial: PartialLibrary, number: number, change: Pick<Change, "edits">): PartialLibrary {
  const { last, missing } = partial;
  if (number <= last) return partial;
  if (number > last + 1) throw new RangeError(`Change ${last + 1} has not been heard of.`);
  if (missing.size === 0) return { ...partial, library: apply(partial.library, change), last: number };
  const [here, waiting] = [[] as Edit[], new Map<string, Edit[]>()];
  for (const edit of change.edits) {
    const paper = paperOf(edit);
    if (paper === null || !missing.has(paper)) here.push(edit);
    else waiting.set(paper, [...(waiting.get(paper) ?? []), edit]);
  }
  const pending = new Map(partial.pending);
  for (const [paper, edits] of waiting) pending.set(paper, [...(pending.get(paper) ?? []), { number, edits }]);
  const after = { ...partial, library: replayAll(partial.library, here), last: number, pending, early: [] };
  return partial.early.reduce(takeRecords, after);
}

/** With the records of some papers. Those that are ahead of the news wait; papers that are there stay as they are. */
export function takeRecords(partial: PartialLibrary, records: ArrivingRecords): PartialLibrary {
  const papers = records.papers.filter(([paper]) => partial.missing.has(paper));
  if (papers.length === 0) return partial;
  if (records.last > partial.last) return { ...partial, early: [...partial.early, records] };
  const [missing, pending] = [new Set(partial.missing), new Map(partial.pending)];
  let library: Library = {
    ...partial.library,
    annotations: withTables(
      partial.library.annotations,
      papers.map(([paper, { annotations }]) => [paper, annotations] as const),
    ),
    positions: withTables(
      partial.library.positions,
      papers.map(([paper, { positions }]) => [paper, positions] as const),
    ),
  };
  for (const [paper] of papers) {
    missing.delete(paper);
    for (const { number, edits } of pending.get(paper) ?? [])
      if (number > records.last) library = replayAll(library, edits);
    pending.delete(paper);
  }
  // A paper may come twice, and the second time ahead of the news.
  return { ...partial, library, missing, pending, early: missing.size === 0 ? [] : partial.early };
}

/** The library after edits that the store has checked: what they refer to may not have arrived here. */
function replayAll(library: Library, edits: readonly Edit[]): Library {
  return replay(library, { edits: [...edits] }, () => true);
}
