import type { Issue } from "../model/codebook.ts";
import type { IssueId } from "../model/ids.ts";
import type { Table } from "../model/table.ts";

/** Issues under each issue, null for the roots; siblings in order of rank, then name. */
export function childrenOf(issues: Table<Issue>): ReadonlyMap<IssueId | null, readonly Issue[]> {
  const inOrder = Object.values(issues).sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
  return Map.groupBy(inOrder, (issue) => issue.parent);
}

/** An issue with all under it, parents before children. */
export function withDescendants(issues: Table<Issue>, id: IssueId): readonly Issue[] {
  const children = childrenOf(issues);
  const walk = (issue: Issue): Issue[] => [issue, ...(children.get(issue.id) ?? []).flatMap(walk)];
  const issue = issues[id];
  return issue === undefined ? [] : walk(issue);
}

/**
 * A rank that puts a record at `index` among its siblings (without itself), and new ranks for the siblings when there
 * is no number left between two of them.
 */
export function rankAt<Sibling extends { readonly rank: number }>(
  siblings: readonly Sibling[],
  index: number,
): { rank: number; moved: readonly Readonly<{ sibling: Sibling; rank: number }>[] } {
  const before = siblings[index - 1]?.rank;
  const after = siblings[index]?.rank;
  if (before === undefined && after === undefined) return { rank: 1, moved: [] };
  const rank = after === undefined ? (before ?? 0) + 1 : before === undefined ? after - 1 : (before + after) / 2;
  if ((before === undefined || rank > before) && (after === undefined || rank < after)) return { rank, moved: [] };
  const moved = siblings.map((sibling, position) => ({
    sibling,
    rank: position < index ? position + 1 : position + 2,
  }));
  return { rank: index + 1, moved: moved.filter((entry) => entry.sibling.rank !== entry.rank) };
}
