import { issueNames, printPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Table } from "../../../shared/model/table.ts";
import { nameKey } from "../../../shared/text/names.ts";

type Codebook = Pick<Library, "issues" | "stances" | "actors" | "coders">;

/**
 * Identifiers of theirs that mean a record of ours by another one: issues of the same path; stances, actors, coders of
 * the same name.
 */
export function matchByName(ours: Codebook, theirs: Codebook): Map<string, string> {
  const same = new Map<string, string>();
  const pair = <Value extends { readonly id: string }>(
    mine: Table<Value>,
    other: Table<Value>,
    nameOf: (value: Value, all: Table<Value>) => string,
  ): void => {
    const named = new Map(Object.values(mine).map((value) => [nameOf(value, mine), value.id]));
    for (const value of Object.values(other)) {
      const own = named.get(nameOf(value, other));
      if (own !== undefined && !Object.hasOwn(mine, value.id)) same.set(value.id, own);
    }
  };
  pair(ours.issues, theirs.issues, (issue, all) => nameKey(printPath(issueNames(all, issue.id))));
  pair(ours.stances, theirs.stances, (stance) => nameKey(stance.name));
  pair(ours.actors, theirs.actors, (actor) => nameKey(actor.name));
  pair(ours.coders, theirs.coders, (coder) => coder.name);
  return same;
}

const identifier = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * A value with every identifier replaced that means another one here, wherever in it. The result is plain data, to be
 * parsed again.
 */
export function replaceIds(value: unknown, same: ReadonlyMap<string, string>): unknown {
  return JSON.parse(JSON.stringify(value).replace(identifier, (id) => same.get(id) ?? id));
}
