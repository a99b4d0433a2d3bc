import { allRecords, ofPaper } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import type { Edit } from "./edit.ts";

/**
 * Throws `reference` when an edited record points at something that is not in the library, or a removed one is still
 * pointed at. The cost of adding or altering is that of the record itself; only removals look through a table.
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

function unresolved(library: Library, edit: Edit): string | null {
  switch (edit.table) {
    case "papers":
      return edit.to && lacks(library.actors, edit.to.author) ? "The paper's author is not among the actors." : null;
    case "annotations":
      if (edit.to === null) return null;
      if (lacks(library.papers, edit.to.paper)) return "The annotation's paper is not in the library.";
      return lacks(library.actors, edit.to.actor) ? "The annotation's actor is not in the codebook." : null;
    case "positions":
      if (edit.to === null) return null;
      if (lacks(ofPaper(library.annotations, edit.to.paper), edit.to.annotation))
        return "The position's annotation is not there.";
      if (lacks(library.issues, edit.to.issue)) return "The position's issue is not in the codebook.";
      return lacks(library.stances, edit.to.stance) ? "The position's stance is not on the stance scale." : null;
    case "issues":
      if (edit.to === null) return null;
      return circular(library.issues, edit.to)
        ? "An issue cannot stand under itself."
        : missingParent(library.issues, edit.to);
    case "actors":
      if (edit.to === null) return null;
      return circular(library.actors, edit.to)
        ? "An actor cannot belong to itself."
        : missingParent(library.actors, edit.to);
    case "relations":
      if (edit.to === null) return null;
      return [edit.to.source, edit.to.target].some((end) =>
        lacks(ofPaper(library.annotations, end.paper), end.annotation),
      )
        ? "A relation needs two annotations of this library."
        : null;
    case "stances":
    case "coders":
    case "settings":
      return null;
  }
}

function dangling(library: Library, edit: Edit): string | null {
  if (edit.from === null) return null;
  switch (edit.table) {
    case "papers":
      return values(ofPaper(library.annotations, edit.from.id)).length > 0 ? "The paper still has annotations." : null;
    case "annotations": {
      const { id, paper } = edit.from;
      if (ofPaper(library.annotations, paper)[id]) return null;
      if (values(ofPaper(library.positions, paper)).some((position) => position.annotation === id))
        return "The annotation still has positions.";
      return values(library.relations).some((one) => one.source.annotation === id || one.target.annotation === id)
        ? "The annotation still has relations."
        : null;
    }
    case "issues": {
      const { id } = edit.from;
      if (values(library.issues).some((issue) => issue.parent === id)) return "The issue still has issues under it.";
      return anyPosition(library, (position) => position.issue === id) ? "The issue is still used by claims." : null;
    }
    case "stances": {
      const { id } = edit.from;
      return anyPosition(library, (position) => position.stance === id) ? "The stance is still used by claims." : null;
    }
    case "actors": {
      const { id } = edit.from;
      if (values(library.actors).some((actor) => actor.parent === id)) return "The actor still has actors under it.";
      if (values(library.papers).some((paper) => paper.author === id))
        return "The actor is still the author of a paper.";
      return allRecords(library.annotations).some((one) => one.actor === id) ? "The actor still holds claims." : null;
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

function missingParent(table: Readonly<Record<string, Node>>, node: Node): string | null {
  return lacks(table, node.parent) ? "What it should stand under is not in the codebook." : null;
}

/** Whether there is no end to what a record stands under, be it in the circle itself or only below one. */
function circular(table: Readonly<Record<string, Node>>, node: Node): boolean {
  const above = new Set([node.id]);
  for (let parent = node.parent; parent !== null; parent = table[parent]?.parent ?? null) {
    if (above.has(parent)) return true;
    above.add(parent);
  }
  return false;
}
