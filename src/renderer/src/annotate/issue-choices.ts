import { treeNodes, treeRows } from "../../../shared/codebook/codebook-tree.ts";
import { issueCounts } from "../../../shared/codebook/issue-counts.ts";
import type { Issue } from "../../../shared/model/codebook.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { nameKey } from "../../../shared/text/names.ts";
import type { Candidate } from "../ui/offers.ts";

/** An issue as the form offers it: its path, level in the tree (from 1) and number of claims, sub-issues included. */
export type IssueChoice = Readonly<{ issue: Issue; path: string; level: number; count: number }>;

/** All issues in the order of the tree; archived ones are not offered. */
export function issueChoices(library: Library): IssueChoice[] {
  const counts = issueCounts(library);
  const rows = treeRows(treeNodes(library, "issue"), { closed: new Set(), archived: false, words: "" });
  const issues: Readonly<Record<string, Issue>> = library.issues;
  return rows.flatMap(({ id, level }) => {
    const issue = issues[id];
    if (issue === undefined) return [];
    return [{ issue, path: showPath(issueNames(library.issues, issue.id)), level, count: counts.get(id)?.all ?? 0 }];
  });
}

/** What is searched for a typed path: every issue offered, and an archived one when it is typed out. */
export function issueCandidates(library: Library, choices: readonly IssueChoice[], typed: string): Candidate[] {
  const known = new Set<string>(choices.map(({ issue }) => issue.id));
  const offered = choices.map(({ issue, path }) => ({ id: issue.id, name: path, names: [path], own: issue.name }));
  const key = nameKey(typed);
  const archived = Object.values(library.issues)
    .filter((issue) => !known.has(issue.id))
    .map((issue) => ({ id: issue.id, path: showPath(issueNames(library.issues, issue.id)) }))
    .filter(({ path }) => nameKey(path) === key)
    .map(({ id, path }) => ({ id, name: path, names: [path] }));
  return [...offered, ...archived];
}
