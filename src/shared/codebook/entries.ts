import type { Edit } from "../change/edit.ts";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import { WorkbenchError } from "../model/errors.ts";
import { ActorId, IssueId, StanceId } from "../model/ids.ts";
import { issueNames, parsePath, showPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import { stanceLabel } from "../model/stance-name.ts";
import { addActor, mergeActor, removeActor, updateActor } from "./actors.ts";
import { findOrCreateActor, findOrCreateIssue } from "./find-or-create.ts";
import { addIssue, mergeIssue, moveIssue, removeIssue, updateIssue } from "./issues.ts";
import { findStance } from "./stance-scale.ts";
import { addStance, moveStance, removeStance, replaceStance, updateStance } from "./stances.ts";

/**
 * What the codebook holds: one set of verbs for issues, stances and actors, for the window and the command line alike.
 */
export const entryKinds = ["issue", "stance", "actor"] as const;
/** A kind of entry of the codebook. */
export type EntryKind = (typeof entryKinds)[number];
/** An entry of the codebook by its identifier. */
export type CodebookEntry =
  | Readonly<{ kind: "issue"; id: IssueId }>
  | Readonly<{ kind: "stance"; id: StanceId }>
  | Readonly<{ kind: "actor"; id: ActorId }>;

/** The entry of an identifier; null when the codebook has none. */
export function entryOf(library: Library, kind: EntryKind, id: string | null): CodebookEntry | null {
  if (id === null) return null;
  if (kind === "issue") return Object.hasOwn(library.issues, id) ? { kind, id: IssueId.parse(id) } : null;
  if (kind === "stance") return Object.hasOwn(library.stances, id) ? { kind, id: StanceId.parse(id) } : null;
  return Object.hasOwn(library.actors, id) ? { kind, id: ActorId.parse(id) } : null;
}

/**
 * The entry that a person means: path of an issue, name, glyph or key of a stance, name or alias of an actor. Throws
 * `missing`.
 */
export function findEntry(library: Library, kind: EntryKind, words: string): CodebookEntry {
  const found = { issue: findIssue, stance: stanceNamed, actor: findActor }[kind](library, words);
  if (found === null) throw new WorkbenchError("missing", message(`entry.${kind}NotFound`, { name: words }));
  return found;
}

function findIssue(library: Library, words: string): CodebookEntry | null {
  const names = parsePath(words);
  const found = names.length === 0 ? null : findOrCreateIssue(library.issues, names);
  return found === null || found.edits.length > 0 ? null : { kind: "issue", id: found.id };
}

function stanceNamed(library: Library, words: string): CodebookEntry | null {
  const stance = findStance(library.stances, words);
  return stance === null ? null : { kind: "stance", id: stance.id };
}

function findActor(library: Library, words: string): CodebookEntry | null {
  const found = findOrCreateActor(library.actors, words);
  return found.edits.length > 0 ? null : { kind: "actor", id: found.id };
}

/** An entry as people know it, to be printed in their language: `Water › Price`, `opposes`, `Harbour Board`. */
export function nameOfEntry(library: Library, entry: CodebookEntry): string | Message {
  if (entry.kind === "issue") return showPath(issueNames(library.issues, entry.id));
  if (entry.kind === "actor") return library.actors[entry.id]?.name ?? "";
  const stance = library.stances[entry.id];
  return stance === undefined ? "" : stanceLabel(stance);
}

/**
 * A new entry: an issue as child `index` of `parent` (an identifier; null for none), an actor under it, a stance at the
 * end of the scale.
 */
export function addEntry(
  library: Library,
  kind: EntryKind,
  name: string,
  parent: string | null,
  index?: number,
): { entry: CodebookEntry; edits: Edit[] } {
  if (kind === "stance") {
    const { id, edits } = addStance(library.stances, name);
    return { entry: { kind, id }, edits };
  }
  if (kind === "issue") {
    const { id, edits } = addIssue(library.issues, name, parent === null ? null : IssueId.parse(parent), index);
    return { entry: { kind, id }, edits };
  }
  const { id, edits } = addActor(library.actors, name);
  const under = parent === null ? null : ActorId.parse(parent);
  const made = edits.map((edit) =>
    edit.table === "actors" && edit.to !== null ? { ...edit, to: { ...edit.to, parent: under } } : edit,
  );
  return { entry: { kind, id }, edits: made };
}

/** Give an entry another name. Throws `invalid` when there is none, or another entry in its place goes by it. */
export function renameEntry(library: Library, entry: CodebookEntry, name: string): Edit[] {
  if (entry.kind === "issue") return updateIssue(library.issues, entry.id, { name });
  if (entry.kind === "stance") return updateStance(library.stances, entry.id, { name });
  return updateActor(library.actors, entry.id, { name });
}

/** Put an entry under another as its child number `index`. Stances have only an order, actors only a parent. */
export function moveEntry(library: Library, entry: CodebookEntry, parent: string | null, index: number): Edit[] {
  if (entry.kind === "stance") return moveStance(library.stances, entry.id, index);
  if (entry.kind === "issue")
    return moveIssue(library.issues, entry.id, parent === null ? null : IssueId.parse(parent), index);
  return updateActor(library.actors, entry.id, { parent: parent === null ? null : ActorId.parse(parent) });
}

/**
 * Join an entry with another of its kind; what was coded with it is coded with the other then. Null, for a stance only,
 * is no stance.
 */
export function mergeEntry(library: Library, entry: CodebookEntry, into: string | null): Edit[] {
  if (entry.kind === "stance") return replaceStance(library, entry.id, into === null ? null : StanceId.parse(into));
  if (into === null) throw new WorkbenchError("invalid", message("codebook.mergeTarget"));
  if (entry.kind === "issue") return mergeIssue(library, entry.id, IssueId.parse(into));
  return mergeActor(library, entry.id, ActorId.parse(into));
}

/**
 * Remove an entry: an issue with all under it and its positions, an actor whose claims name nobody then, a stance no
 * claim has.
 */
export function removeEntry(library: Library, entry: CodebookEntry): Edit[] {
  if (entry.kind === "issue") return removeIssue(library, entry.id);
  if (entry.kind === "stance") return removeStance(library, entry.id);
  return removeActor(library, entry.id);
}
