import { issueNames, showPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import type { GroupIndex } from "./group-index.ts";
import { type NamedAttribute, orderOf } from "./name-order.ts";

/** What a table of claims may be put in groups by; `none` for no groups. */
export const groupings = ["none", "issue", "stance", "actor", "paper", "coder"] as const;
/** What the claims are put in groups by. */
export type Grouping = (typeof groupings)[number];

/** A group: the identifier of what its claims share, empty for nothing, and their places in the list of all claims. */
export type Group = Readonly<{ key: string; places: Uint32Array }>;

/**
 * Put some claims, named by their places, in groups; within a group they stay in order. Groups come in the order of
 * `orderOf`, nothing last. Counted first, so that no list grows: at each letter of a filter that would be garbage by
 * the megabyte.
 */
export function groupClaims(
  library: Library,
  by: NamedAttribute,
  references: GroupIndex,
  places: Uint32Array,
): readonly Group[] {
  const counts = new Uint32Array(references.keys.length);
  references.each(places, (number) => {
    counts[number] = (counts[number] ?? 0) + 1;
  });
  const order = orderOf(library, by);
  const rank = (key: string): number => (key === "" ? Number.MAX_SAFE_INTEGER : (order.get(key) ?? 0));
  const groups = [...references.keys.entries()]
    .filter(([number]) => counts[number] !== 0)
    .sort(([, a], [, b]) => rank(a) - rank(b));
  const starts = new Uint32Array(counts.length);
  let length = 0;
  for (const [number] of groups) {
    starts[number] = length;
    length += counts[number] ?? 0;
  }
  const grouped = new Uint32Array(length);
  const next = starts.slice();
  references.each(places, (number, place) => {
    const index = next[number] ?? 0;
    next[number] = index + 1;
    grouped[index] = place;
  });
  return groups.map(([number, key]) => ({ key, places: grouped.subarray(starts[number], next[number]) }));
}

/** The name of a group as its head shows it; empty for those that say nothing. */
export function groupName(library: Library, by: NamedAttribute, key: string): string {
  switch (by) {
    case "issue": {
      const issue = library.issues[key];
      return issue === undefined ? "" : showPath(issueNames(library.issues, issue.id));
    }
    case "stance":
      return library.stances[key]?.name ?? "";
    case "actor":
      return library.actors[key]?.name ?? "";
    case "paper":
      return library.papers[key]?.title ?? "";
    case "coder":
      return library.coders[key]?.name ?? "";
  }
}
