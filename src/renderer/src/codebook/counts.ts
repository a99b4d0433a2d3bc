import { actorCounts } from "../../../shared/codebook/actors.ts";
import type { EntryKind } from "../../../shared/codebook/entries.ts";
import { type Count, issueCounts } from "../../../shared/codebook/issue-counts.ts";
import { stanceCounts } from "../../../shared/codebook/stances.ts";
import type { Library } from "../../../shared/model/library.ts";

/** How many claims each entry has, alone and with those under it. */
export function countsOf(library: Library, kind: EntryKind): ReadonlyMap<string, Count> {
  if (kind === "issue") return issueCounts(library);
  if (kind === "actor") return actorCounts(library);
  return new Map([...stanceCounts(library)].map(([id, direct]) => [id, { direct, all: direct }]));
}
