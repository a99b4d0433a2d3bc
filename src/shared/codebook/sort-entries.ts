import type { TreeNode } from "./codebook-tree.ts";
import type { Count } from "./issue-counts.ts";

/** What the entries of each branch can be sorted by instead of the order of the codebook. */
export const entrySortings = ["name", "direct", "total"] as const;
export type EntrySorting = (typeof entrySortings)[number];

/** An order of the reader's choice; null is the order of the codebook. */
export type EntrySort = Readonly<{ by: EntrySorting; down: boolean }> | null;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Entries in an order; equal ones stay as they are, and each stays under its parent when lines are made of them. */
export function sortEntries(
  nodes: readonly TreeNode[],
  counts: ReadonlyMap<string, Count>,
  sort: EntrySort,
): readonly TreeNode[] {
  if (sort === null) return nodes;
  const { by, down } = sort;
  const countOf = ({ id }: TreeNode): number => counts.get(id)?.[by === "direct" ? "direct" : "all"] ?? 0;
  const order = down ? -1 : 1;
  return [...nodes].sort(
    (a, b) => order * (by === "name" ? collator.compare(a.name, b.name) : countOf(a) - countOf(b)),
  );
}

/** The order after a click on a column: from A or the greatest first, then turned round, then none. */
export function nextSort(sort: EntrySort, by: EntrySorting): EntrySort {
  const first = { by, down: by !== "name" };
  if (sort?.by !== by) return first;
  return sort.down === first.down ? { by, down: !first.down } : null;
}
