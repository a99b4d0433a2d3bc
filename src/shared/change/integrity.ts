import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import { allRecords, ofPaper } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import type { Edit } from "./edit.ts";

/**
 * Throws `reference` when an edited record points at something that is not in the library, or a removed one is still
 * pointed at. The cost of adding or changing is that of the record itself; removals look through a table, each table
 * once for all of them.
 */
export function checkReferences(library: Library, edits: readonly Edit[]): void {
  const uses = new Uses(library);
  // A record edited twice in one change counts as it is at the end.
  const standing = new Map(edits.map((edit) => [keyOf(edit), edit]));
  for (const edit of standing.values()) {
    const problem = edit.to === null ? dangling(library, uses, edit) : unresolved(library, edit);
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

function dangling(library: Library, uses: Uses, edit: Edit): Message | null {
  if (edit.from === null) return null;
  switch (edit.table) {
    case "papers":
      return values(ofPaper(library.annotations, edit.from.id)).length > 0 ? message("paper.hasClaims") : null;
    case "annotations": {
      const { id, paper } = edit.from;
      if (ofPaper(library.annotations, paper)[id]) return null;
      if (uses.positioned(paper).has(id)) return message("claim.hasPositions");
      return uses.related.has(id) ? message("claim.hasRelations") : null;
    }
    case "issues": {
      const { id } = edit.from;
      if (uses.parents.has(id)) return message("issue.hasChildren");
      return uses.issues.has(id) ? message("issue.used") : null;
    }
    case "stances": {
      const { id } = edit.from;
      return uses.stances.has(id) ? message("stance.isUsed") : null;
    }
    case "actors": {
      const { id } = edit.from;
      if (uses.parents.has(id)) return message("actor.hasChildren");
      if (uses.authors.has(id)) return message("actor.isAuthor");
      return uses.actors.has(id) ? message("actor.hasClaims") : null;
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

/** What the records of a library point at, each kind looked up once when it is first asked for. */
class Uses {
  readonly #library: Library;
  readonly #known = new Map<string, ReadonlySet<string | null>>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** The annotations of a paper that have a position. */
  positioned(paper: string): ReadonlySet<string | null> {
    return this.#find(`positioned ${paper}`, () =>
      values(ofPaper(this.#library.positions, paper)).map((position) => position.annotation),
    );
  }

  get related(): ReadonlySet<string | null> {
    return this.#find("related", () =>
      values(this.#library.relations).flatMap((relation) => [relation.source.annotation, relation.target.annotation]),
    );
  }

  /** Issues and actors that have others below them. */
  get parents(): ReadonlySet<string | null> {
    const { issues, actors } = this.#library;
    return this.#find("parents", () => [...values(issues), ...values(actors)].map((entry) => entry.parent));
  }

  get issues(): ReadonlySet<string | null> {
    return this.#find("issues", () => allRecords(this.#library.positions).map((position) => position.issue));
  }

  get stances(): ReadonlySet<string | null> {
    return this.#find("stances", () => allRecords(this.#library.positions).map((position) => position.stance));
  }

  get authors(): ReadonlySet<string | null> {
    return this.#find("authors", () => values(this.#library.papers).map((paper) => paper.author));
  }

  get actors(): ReadonlySet<string | null> {
    return this.#find("actors", () => allRecords(this.#library.annotations).map((annotation) => annotation.actor));
  }

  #find(kind: string, list: () => readonly (string | null)[]): ReadonlySet<string | null> {
    const found = this.#known.get(kind) ?? new Set(list());
    this.#known.set(kind, found);
    return found;
  }
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
