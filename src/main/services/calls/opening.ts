import type { Result } from "../../../shared/contract/workbench.ts";
import { type ByPaper, jsonBytes, onShelves, papersWithRecords, paperTable } from "../../../shared/model/by-paper.ts";
import { PaperId } from "../../../shared/model/ids.ts";
import type { PackedRecords } from "../../../shared/papers/packed-records.ts";
import { withRelatedPapers } from "../../../shared/papers/related-papers.ts";
import { pauses } from "../files/pause.ts";
import type { Call } from "./context.ts";

/** A library whose claims have fewer bytes as JSON comes in one answer: a thousand or so. */
const atOnce = 1_000_000;

/**
 * The library as a window begins with it: with all claims, or where they are many, those of the paper that is read.
 * Papers that are not in the answer are not read.
 */
export const opening: Call<"opening"> = async ({ store }, { paper }) => {
  const state = store.state();
  const { library } = state;
  const all = new Set([...papersWithRecords(library.annotations), ...papersWithRecords(library.positions)]);
  const papers = Object.keys(library.papers);
  const first = paper !== undefined && Object.hasOwn(library.papers, paper) ? paper : papers[0];
  const given = new Set(first === undefined ? [] : withRelatedPapers(library, first));
  const length = (paper: string): number =>
    jsonBytes([paperTable(library.annotations, paper), paperTable(library.positions, paper)]);
  let bytes = 0;
  for (const next of all) if (bytes <= atOnce) bytes += length(next);
  if (bytes <= atOnce) for (const next of all) given.add(next);
  const some = <Value>(shelves: ByPaper<Value>): ByPaper<Value> =>
    onShelves(
      papersWithRecords(shelves)
        .filter((id) => given.has(id))
        .map((id) => [id, paperTable(shelves, id)] as const),
    );
  return {
    state: {
      ...state,
      library: { ...library, annotations: some(library.annotations), positions: some(library.positions) },
    },
    missing: [...all].filter((id) => !given.has(id)).map((id) => PaperId.parse(id)),
  };
};

/**
 * The records of papers, all as they are when the call comes, however many changes are made while they are packed.
 */
export const paperRecords: Call<"paperRecords"> = async ({ store, packs }, { papers }) => {
  const { library, last } = store.state();
  const pause = pauses();
  const packed: Record<string, PackedRecords> = {};
  for (const paper of papers) {
    packed[paper] = await packs.packOf(library, paper);
    await pause();
  }
  return { last, papers: packed } satisfies Result<"paperRecords">;
};
