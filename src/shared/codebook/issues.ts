import equal from "fast-deep-equal";
import type { Edit } from "../change/edit.ts";
import { renameInFilters } from "../change/saved-filters.ts";
import { message } from "../messages/message.ts";
import type { Position } from "../model/annotation.ts";
import { allRecords, paperTables } from "../model/by-paper.ts";
import { blankIssue, type Issue } from "../model/codebook.ts";
import { WorkbenchError } from "../model/errors.ts";
import { IssueId, newId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Table } from "../model/table.ts";
import { codebookName, sameName } from "../text/names.ts";
import { colourFor } from "./find-or-create.ts";
import { childrenOf, rankAt, withDescendants } from "./tree.ts";

/**
 * Edits of the codebook's issues. Each list is one change; throws `invalid` with a sentence when the wish cannot be
 * met.
 */

const update = (from: Issue, part: Partial<Issue>): Edit => ({ table: "issues", from, to: { ...from, ...part } });

function need(issues: Table<Issue>, id: IssueId): Issue {
  const issue = issues[id];
  if (issue === undefined) throw new WorkbenchError("missing", message("issue.missing"));
  return issue;
}

/** Two issues of one name under one parent could not be told apart in writing. */
function refuseTwin(issues: Table<Issue>, parent: IssueId | null, name: string, self: IssueId | null): void {
  const twin = Object.values(issues).find(
    (issue) => issue.id !== self && issue.parent === parent && sameName(issue.name, name),
  );
  if (twin !== undefined) throw new WorkbenchError("invalid", message("issue.twin", { name: twin.name }));
}

/** A new issue as child number `index` of its parent, last when none is said. */
export function addIssue(
  issues: Table<Issue>,
  name: string,
  parent: IssueId | null,
  index = Number.MAX_SAFE_INTEGER,
): { id: IssueId; edits: Edit[] } {
  const clean = codebookName(name);
  if (clean === "") throw new WorkbenchError("invalid", message("issue.nameNeeded"));
  refuseTwin(issues, parent, clean, null);
  const siblings = childrenOf(issues).get(parent) ?? [];
  const { rank, moved } = rankAt(siblings, Math.min(index, siblings.length));
  const colour = colourFor(Object.keys(issues).length);
  const issue: Issue = { ...blankIssue, id: newId(IssueId), name: clean, parent, colour, rank };
  return {
    id: issue.id,
    edits: [...moved.map(({ sibling, rank }) => update(sibling, { rank })), { table: "issues", from: null, to: issue }],
  };
}

/**
 * Change name, definition, colour … of an issue. A key is taken from the issue that had it. Empty when nothing changes.
 */
export function updateIssue(
  issues: Table<Issue>,
  id: IssueId,
  part: Partial<Omit<Issue, "id" | "parent" | "rank">>,
): Edit[] {
  const issue = need(issues, id);
  const name = part.name === undefined ? issue.name : codebookName(part.name);
  if (name === "") throw new WorkbenchError("invalid", message("issue.nameNeeded"));
  if (name !== issue.name) refuseTwin(issues, issue.parent, name, id);
  const freed = Object.values(issues).filter((issue) => part.key != null && issue.id !== id && issue.key === part.key);
  const to = { ...issue, ...part, name };
  if (equal(to, issue)) return [];
  return [...freed.map((issue) => update(issue, { key: null })), { table: "issues", from: issue, to }];
}

/** Give an issue a key, taking it from the issue that had it; the key it has already is taken away. */
export function pinIssue(issues: Table<Issue>, id: string, key: string): Edit[] {
  const issue = issues[id];
  return issue === undefined ? [] : updateIssue(issues, issue.id, { key: issue.key === key ? null : key });
}

/** Keep an issue and all under it for old claims, without offering them for new ones; or offer them again. */
export function archiveIssue(issues: Table<Issue>, id: IssueId, archived: boolean): Edit[] {
  const own = withDescendants(issues, id).filter((issue) => issue.archived !== archived);
  return own.map((issue) => update(issue, archived ? { archived, key: null } : { archived }));
}

/** Put an issue under a parent (null for none) as its child number `index`, counted without the issue itself. */
export function moveIssue(issues: Table<Issue>, id: IssueId, parent: IssueId | null, index: number): Edit[] {
  const issue = need(issues, id);
  if (parent !== null && withDescendants(issues, id).some((issue) => issue.id === parent))
    throw new WorkbenchError("invalid", message("issue.underItself"));
  if (parent !== issue.parent) refuseTwin(issues, parent, issue.name, id);
  const siblings = (childrenOf(issues).get(parent) ?? []).filter((issue) => issue.id !== id);
  const { rank, moved } = rankAt(siblings, Math.max(0, Math.min(index, siblings.length)));
  if (parent === issue.parent && rank === issue.rank && moved.length === 0) return [];
  return [...moved.map(({ sibling, rank }) => update(sibling, { rank })), update(issue, { parent, rank })];
}

/**
 * Join an issue with another: its positions, the issues under it, its definitions and examples go over, then it is
 * removed. A claim that has the same stance on both keeps one position, the stronger. Nothing else of a claim changes.
 */
export function mergeIssue(library: Library, id: IssueId, into: IssueId): Edit[] {
  const from = need(library.issues, id);
  const to = need(library.issues, into);
  if (withDescendants(library.issues, id).some((issue) => issue.id === into))
    throw new WorkbenchError("invalid", message("issue.mergeIntoItself"));
  const draft = new Draft(library);
  join(draft, from, to);
  return [
    ...draft.edits(),
    ...positionsTo(library, draft.replaced),
    ...renameInFilters(library.settings, draft.replaced),
  ];
}

/** The net result of several steps on issues, one edit for each issue. */
class Draft {
  readonly replaced = new Map<string, IssueId>();
  readonly #before: Table<Issue>;
  readonly #after: Record<string, Issue>;

  constructor(library: Library) {
    this.#before = library.issues;
    this.#after = { ...library.issues };
  }

  get issues(): Table<Issue> {
    return this.#after;
  }

  put(issue: Issue): void {
    this.#after[issue.id] = issue;
  }

  replace(id: IssueId, into: IssueId): void {
    delete this.#after[id];
    this.replaced.set(id, into);
  }

  edits(): Edit[] {
    return Object.keys(this.#before).flatMap((id): Edit[] => {
      const from = this.#before[id] ?? null;
      const to = this.#after[id] ?? null;
      return from === to ? [] : [{ table: "issues", from, to }];
    });
  }
}

function join(draft: Draft, from: Issue, into: Issue): void {
  const children = childrenOf(draft.issues);
  const last = Math.max(0, ...(children.get(into.id) ?? []).map((issue) => issue.rank));
  for (const [index, child] of (children.get(from.id) ?? []).entries()) {
    const twin = (children.get(into.id) ?? []).find((issue) => sameName(issue.name, child.name));
    if (twin !== undefined && twin.id !== from.id) join(draft, child, twin);
    else draft.put({ ...child, parent: into.id, rank: last + index + 1 });
  }
  const present = draft.issues[into.id] ?? into;
  draft.put({
    ...present,
    definition: both(present.definition, from.definition),
    include: both(present.include, from.include),
    exclude: both(present.exclude, from.exclude),
    examples: [...new Set([...present.examples, ...from.examples])].slice(0, 200),
    key: present.key ?? from.key,
  });
  draft.replace(from.id, into.id);
}

function both(a: string, b: string): string {
  return (a === "" || a === b || b === "" ? a || b : `${a}\n\n${b}`).slice(0, 20_000);
}

/** Positions on replaced issues, put on what replaces them; those that become doubles of another are removed. */
function positionsTo(library: Library, replaced: ReadonlyMap<string, IssueId>): Edit[] {
  return paperTables(library.positions).flatMap(([, table]) => {
    const touched = new Set(
      Object.values(table).flatMap((position) => (replaced.has(position.issue) ? [position.annotation] : [])),
    );
    const own = Object.values(table).filter((position) => touched.has(position.annotation));
    return [...Map.groupBy(own, (position) => position.annotation).values()].flatMap((positions) =>
      rehomed(positions, replaced),
    );
  });
}

function rehomed(positions: readonly Position[], replaced: ReadonlyMap<string, IssueId>): Edit[] {
  const after = positions.map((from) => ({ from, to: { ...from, issue: replaced.get(from.issue) ?? from.issue } }));
  const groups = Map.groupBy(after, ({ to }) => `${to.issue} ${to.stance}`);
  return [...groups.values()].flatMap((group) => {
    const strength = Math.max(0, ...group.map(({ to }) => to.strength ?? 0)) || null;
    // The position that was there already stays, so that little changes.
    const kept = group.find(({ from, to }) => from.issue === to.issue) ?? group[0];
    if (group.every(({ from, to }) => from.issue === to.issue)) return [];
    return group.flatMap((position): Edit[] => {
      if (position !== kept) return [{ table: "positions", from: position.from, to: null }];
      const to = { ...position.to, strength };
      return to.issue === position.from.issue && strength === position.from.strength
        ? []
        : [{ table: "positions", from: position.from, to }];
    });
  });
}

/** Take some positions out of an issue into a new one, beside it or under it. */
export function splitIssue(
  library: Library,
  id: IssueId,
  wish: Readonly<{ name: string; under: boolean; positions: ReadonlySet<string> }>,
): Edit[] {
  const issue = need(library.issues, id);
  const made = addIssue(library.issues, wish.name, wish.under ? id : issue.parent);
  const moved = allRecords(library.positions).filter(
    (position) => position.issue === id && wish.positions.has(position.id),
  );
  if (moved.length === 0) throw new WorkbenchError("invalid", message("issue.splitNothing"));
  return [...made.edits, ...moved.map((from): Edit => ({ table: "positions", from, to: { ...from, issue: made.id } }))];
}

/** Remove an issue with all under it and the positions on them. A claim left without a position stays as a note. */
export function removeIssue(library: Library, id: IssueId): Edit[] {
  const gone = withDescendants(library.issues, id);
  const ids = new Set<string>(gone.map((issue) => issue.id));
  const positions = allRecords(library.positions).filter((position) => ids.has(position.issue));
  return [
    ...positions.map((from): Edit => ({ table: "positions", from, to: null })),
    ...gone.toReversed().map((from): Edit => ({ table: "issues", from, to: null })),
  ];
}
