import { treeNodes, treeRows } from "../../../shared/codebook/codebook-tree.ts";
import type { Issue } from "../../../shared/model/codebook.ts";
import type { ActorId, IssueId, PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Table } from "../../../shared/model/table.ts";
import type { MenuRow } from "../ui/menu-keys.ts";

/** How many issues are buttons of the toolbar; all of them are in its menu. */
const mostIssues = 4;

/**
 * The issues that are one click away: pinned ones by their key, then the ones used last; all of a codebook that has no
 * more than there is room for, in an order that coding does not change. `others`: there are more.
 */
export function toolbarIssues(
  issues: Table<Issue>,
  recent: readonly IssueId[],
): Readonly<{ shown: readonly Issue[]; others: boolean }> {
  const pinned = Object.values(issues)
    .filter((issue) => issue.key !== null)
    .sort((a, b) => (a.key ?? "").localeCompare(b.key ?? ""));
  const used = recent.flatMap((id) => issues[id] ?? []).filter((issue) => issue.key === null);
  // The ones used last stay in reach beside many pinned ones.
  const room = Math.max(mostIssues - used.length, Math.ceil(mostIssues / 2));
  const unpinned = Object.values(issues).filter((issue) => issue.key === null && !issue.archived);
  const allFit = pinned.length + unpinned.length <= mostIssues;
  const shown = allFit ? [...pinned, ...unpinned] : [...pinned.slice(0, room), ...used].slice(0, mostIssues);
  return { shown, others: Object.keys(issues).length > shown.length };
}

/** All issues as a menu, as the codebook orders them. */
export function issueChoices(library: Library, coded: ReadonlySet<string>): MenuRow[] {
  return treeRows(treeNodes(library, "issue"), { closed: new Set(), archived: false, words: "" }).map((row) => ({
    id: row.id,
    label: row.name,
    level: row.level - 1,
    colour: library.issues[row.id]?.colour ?? "",
    checked: coded.has(row.id),
  }));
}

/** The actors as a menu: those used last and the paper's author first, then all by name, at the end nobody. */
export function actorChoices(
  library: Library,
  paper: PaperId | null,
  recent: readonly string[],
  held: ActorId | null,
  nobody: string,
): MenuRow[][] {
  const all = Object.values(library.actors).sort((a, b) => a.name.localeCompare(b.name));
  const author = paper === null ? null : (library.papers[paper]?.author ?? null);
  const near = [
    ...recent.flatMap((name) => all.find((actor) => actor.name === name) ?? []),
    ...all.filter((actor) => actor.id === author),
  ];
  const first = [...new Set(near)];
  const row = ({ id, name }: (typeof all)[number]): MenuRow => ({ id, label: name, checked: id === held });
  const groups = [first.map(row), all.filter((actor) => !first.includes(actor)).map(row)];
  return [...groups.filter((group) => group.length > 0), [{ id: "", label: nobody, checked: held === null }]];
}
