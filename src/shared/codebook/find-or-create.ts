import type { Edit } from "../change/edit.ts";
import { type Actor, blankIssue, type Issue } from "../model/codebook.ts";
import { ActorId, IssueId, newId } from "../model/ids.ts";
import type { Table } from "../model/table.ts";
import { codebookName, sameName } from "../text/names.ts";

/**
 * Colours of new issues in turn; told apart by readers with any colour vision (after Okabe and Ito, 2008, darkened for
 * white letters).
 */
export const issueColours = ["#3f6f4e", "#7a5b9a", "#9a6b1f", "#2f6f8f", "#a1485f", "#5a6b2f", "#4c5fa8", "#8a4f2d"];

/** The colour of the issue made as number `count` + 1. */
export function colourFor(count: number): string {
  return issueColours[count % issueColours.length] ?? "#3f6f4e";
}

/**
 * An entry that was found or is made by `edits`; `made` has the names of what was not there. No edits: it was there.
 */
export type FoundOrCreated<Id> = Readonly<{ id: Id; edits: readonly Edit[]; made: readonly string[] }>;

/**
 * The issue at a path, with the edits that make what is missing of it. Names are cut to 300 UTF-16 units, and compared
 * without regard to case and to how accents are encoded.
 */
export function findOrCreateIssue(issues: Table<Issue>, names: readonly string[]): FoundOrCreated<IssueId> {
  const edits: Edit[] = [];
  const made: string[] = [];
  let parent: IssueId | null = null;
  for (const written of names) {
    const name = codebookName(written);
    const siblings = Object.values(issues).filter((issue) => issue.parent === parent);
    const known = siblings.find((issue) => sameName(issue.name, name));
    if (known !== undefined) {
      parent = known.id;
      continue;
    }
    const colour = colourFor(Object.keys(issues).length + edits.length);
    const rank = Math.max(0, ...siblings.map((issue) => issue.rank)) + 1;
    const issue: Issue = { ...blankIssue, id: newId(IssueId), name, parent, colour, rank };
    edits.push({ table: "issues", from: null, to: issue });
    made.push(name);
    parent = issue.id;
  }
  if (parent === null) throw new RangeError("An issue needs a name.");
  return { id: parent, edits, made };
}

/** The actor of a name or alias, with the edit that makes it when it is new. */
export function findOrCreateActor(actors: Table<Actor>, name: string): FoundOrCreated<ActorId> {
  const wanted = codebookName(name);
  const known = Object.values(actors).find((actor) =>
    [actor.name, ...actor.aliases].some((alias) => sameName(alias, wanted)),
  );
  if (known !== undefined) return { id: known.id, edits: [], made: [] };
  const actor: Actor = { id: newId(ActorId), name: wanted, kind: null, aliases: [], parent: null };
  return { id: actor.id, edits: [{ table: "actors", from: null, to: actor }], made: [actor.name] };
}
