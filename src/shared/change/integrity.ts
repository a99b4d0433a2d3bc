import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import { allRecords, ofPaper } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import type { Edit } from "./edit.ts";

/**
 * Throws `reference` when an edited record points at something that is not in the library, or a removed one is still
 * pointed at. The cost of adding or changing is that of the record itself; only removals look through a table.
 */
export function checkReferences(library: Library, edits: readonly Edit[]): void {
  // A record edited twice in one change counts as it is at the end.
  const standing = new Map(edits.map((edit) => [keyOf(edit), edit]));
  for (const edit of standing.values()) {
    const problem = edit.to === null ? dangling(library, edit) : unresolved(library, edit);
    if (problem !== null) throw new WorkbenchError("reference", problem);
  }
}

function keyOf({ table, from, to }: Edit): string {
  const record = to ?? from;
  return record === null ? table : `${table} ${"id" in record ? record.id : record.key}`;
}

function unresolved(library: Library, edit: Edit): Message | null {
  switch (edit.table) {
    case "papers":
      return edit.to && lacks(library.actors, edit.to.author) ? message("paper.authorGone") : null;
    case "annotations":
      if (edit.to === null) return null;
      if (lacks(library.papers, edit.to.paper)) return message("claim.paperGone");
      return lacks(library.actors, edit.to.actor) ? message("claim.actorGone") : null;
    case "positions":
      if (edit.to === null) return null;
      if (lacks(ofPaper(library.annotations, edit.to.paper), edit.to.annotation)) return message("position.claimGone");
      if (lacks(library.issues, edit.to.issue)) return message("position.issueGone");
      return lacks(library.stances, edit.to.stance) ? message("position.stanceGone") : null;
    case "issues":
      if (edit.to === null) return null;
      return circular(library.issues, edit.to)
        ? message("issue.underItself")
        : missingParent(library.issues, edit.to, "issue.noParent");
    case "actors":
      if (edit.to === null) return null;
      return circular(library.actors, edit.to)
        ? message("actor.underItself")
        : missingParent(library.actors, edit.to, "actor.noParent");
    case "relations":
      if (edit.to === null) return null;
      return [edit.to.source, edit.to.target].some((end) =>
        lacks(ofPaper(library.annotations, end.paper), end.annotation),
      )
        ? message("relation.endsGone")
        : null;
    case "stances":
    case "coders":
    case "settings":
      return null;
  }
}

function dangling(library: Library, edit: Edit): Message | null {
  if (edit.from === null) return null;
  switch (edit.table) {
    case "papers":
      return values(ofPaper(library.annotations, edit.from.id)).length > 0 ? message("paper.hasClaims") : null;
    case "annotations": {
      const { id, paper } = edit.from;
      if (ofPaper(library.annotations, paper)[id]) return null;
      if (values(ofPaper(library.positions, paper)).some((position) => position.annotation === id))
        return message("claim.hasPositions");
      return values(library.relations).some((one) => one.source.annotation === id || one.target.annotation === id)
        ? message("claim.hasRelations")
        : null;
    }
    case "issues": {
      const { id } = edit.from;
      if (values(library.issues).some((issue) => issue.parent === id)) return message("issue.hasChildren");
      return anyPosition(library, (position) => position.issue === id) ? message("issue.used") : null;
    }
    case "stances": {
      const { id } = edit.from;
      return anyPosition(library, (position) => position.stance === id) ? message("stance.isUsed") : null;
    }
    case "actors": {
      const { id } = edit.from;
      if (values(library.actors).some((actor) => actor.parent === id)) return message("actor.hasChildren");
      if (values(library.papers).some((paper) => paper.author === id)) return message("actor.isAuthor");
      return allRecords(library.annotations).some((one) => one.actor === id) ? message("actor.hasClaims") : null;
    }
    case "positions":
    case "coders":
    case "relations":
    case "settings":
      return null;
  }
}

function values<Value>(table: Readonly<Record<string, Value>> | undefined): Value[] {
  return Object.values(table ?? {});
}

function lacks(table: Readonly<Record<string, unknown>> | undefined, id: string | null): boolean {
  return id !== null && (table === undefined || !Object.hasOwn(table, id));
}

function anyPosition(library: Library, test: (position: { issue: string; stance: string | null }) => boolean): boolean {
  return allRecords(library.positions).some(test);
}

type Node = { readonly id: string; readonly parent: string | null };

function missingParent(
  table: Readonly<Record<string, Node>>,
  node: Node,
  key: "issue.noParent" | "actor.noParent",
): Message | null {
  return lacks(table, node.parent) ? message(key) : null;
}

/** Whether a record's chain of parents never ends, be it in the circle itself or only below one. */
function circular(table: Readonly<Record<string, Node>>, node: Node): boolean {
  const above = new Set([node.id]);
  for (let parent = node.parent; parent !== null; parent = table[parent]?.parent ?? null) {
    if (above.has(parent)) return true;
    above.add(parent);
  }
  return false;
}
