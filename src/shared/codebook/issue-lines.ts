import type { Edit } from "../change/edit.ts";
import type { Issue, Stance } from "../model/codebook.ts";
import type { Table } from "../model/table.ts";
import { findOrCreateIssue } from "./find-or-create.ts";

/** An issue as a list names it: its path, and what is recorded about it. */
export type IssueLine = Readonly<{
  names: readonly string[];
  definition?: string;
  include?: string;
  exclude?: string;
}>;

/**
 * Edits that create the issues of a list that do not exist yet, with their parents. Existing issues keep what is
 * recorded about them; only empty fields are filled from the list. With `family`, all under one root have its colour.
 */
export function issueLineEdits(issues: Table<Issue>, lines: readonly IssueLine[], family = false): Edit[] {
  const known: Record<string, Issue> = { ...issues };
  const touched = new Set<string>();
  for (const line of lines) {
    const { id, edits } = findOrCreateIssue(known, line.names);
    for (const edit of edits) {
      if (edit.table !== "issues" || edit.to === null) continue;
      known[edit.to.id] = family ? { ...edit.to, colour: rootOf(known, edit.to).colour } : edit.to;
      touched.add(edit.to.id);
    }
    const issue = known[id];
    if (issue === undefined) continue;
    const texts = {
      definition: issue.definition || (line.definition ?? ""),
      include: issue.include || (line.include ?? ""),
      exclude: issue.exclude || (line.exclude ?? ""),
    };
    if (texts.definition === issue.definition && texts.include === issue.include && texts.exclude === issue.exclude)
      continue;
    known[id] = { ...issue, ...texts };
    touched.add(id);
  }
  return [...touched].flatMap((id): Edit[] => {
    const to = known[id];
    return to === undefined ? [] : [{ table: "issues", from: issues[id] ?? null, to }];
  });
}

function rootOf(issues: Table<Issue>, issue: Issue): Issue {
  const parent = issue.parent === null ? undefined : issues[issue.parent];
  return parent === undefined ? issue : rootOf(issues, parent);
}

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/**
 * The same edits with the issues they create pinned to the digits that no issue or stance has, in their order; issues
 * beyond the ninth get none.
 */
export function withFreeKeys(issues: Table<Issue>, stances: Table<Stance>, edits: readonly Edit[]): Edit[] {
  const created = edits.flatMap((edit) => (edit.table === "issues" && edit.to !== null ? [edit.to] : []));
  const taken = new Set([...Object.values(issues), ...Object.values(stances), ...created].map(({ key }) => key));
  const free = digits.filter((digit) => !taken.has(digit));
  return edits.map((edit): Edit => {
    if (edit.table !== "issues" || edit.from !== null || edit.to === null || edit.to.key !== null) return edit;
    const key = free.shift();
    return key === undefined ? edit : { ...edit, to: { ...edit.to, key } };
  });
}
