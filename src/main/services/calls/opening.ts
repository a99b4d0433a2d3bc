import type { Result } from "../../../shared/contract/workbench.ts";
import { type ByPaper, onShelves, papersWithRecords, paperTable } from "../../../shared/model/by-paper.ts";
import { PaperId } from "../../../shared/model/ids.ts";
import type { PackedRecords } from "../../../shared/papers/packed-records.ts";
import { withRelatedPapers } from "../../../shared/papers/related-papers.ts";
import { pauses } from "../files/pause.ts";
import type { Call } from "./context.ts";

/** With so many annotations and positions the first answer is long enough; those of the paper that is read count. */
const atOnce = 2000;

/** The library as a window begins with it. Papers that are not in the answer are not read. */
export const opening: Call<"opening"> = async ({ store }, { paper }) => {
  const state = store.state();
  const { library } = state;
  const all = new Set([...papersWithRecords(library.annotations), ...papersWithRecords(library.positions)]);
  const papers = Object.keys(library.papers);
  const first = paper !== undefined && Object.hasOwn(library.papers, paper) ? paper : papers[0];
  const given = new Set(first === undefined ? [] : withRelatedPapers(library, first));
  let records = 0;
  for (const next of [...given, ...all]) {
    if (records >= atOnce && !given.has(next)) break;
    given.add(next);
    records += paperTable(library.annotations, next).count + paperTable(library.positions, next).count;
  }
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
