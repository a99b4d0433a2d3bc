import { stanceScale } from "../codebook/stance-scale.ts";
import { childrenOf } from "../codebook/tree.ts";
import type { Library } from "../model/library.ts";
import type { Table } from "../model/table.ts";

/** What claims are put in order or in groups by, of those that have an order of their own. */
export type NamedAttribute = "issue" | "stance" | "actor" | "paper" | "coder";

/**
 * Which place each record has, by identifier: issues as the codebook shows them, stances as the scale, all others in
 * the order of names.
 */
export function orderOf(library: Library, by: NamedAttribute): ReadonlyMap<string, number> {
  switch (by) {
    case "issue":
      return new Map(issuesInOrder(library).map((id, index) => [id, index]));
    case "stance":
      return new Map<string, number>(stanceScale(library.stances).map((stance, index) => [stance.id, index]));
    case "actor":
      return byName(library.actors, (actor) => actor.name);
    case "coder":
      return byName(library.coders, (coder) => coder.name);
    case "paper":
      return byName(library.papers, (paper) => paper.title);
  }
}

const collator = new Intl.Collator();
const remembered = new WeakMap<object, ReadonlyMap<string, number>>();

/** Remembered as long as the table is: comparing a thousand titles takes as long as finding what to show. */
function byName<Value extends { readonly id: string }>(
  table: Table<Value>,
  nameOf: (value: Value) => string,
): ReadonlyMap<string, number> {
  const known = remembered.get(table);
  if (known !== undefined) return known;
  const named = Object.values(table).sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
  const order = new Map(named.map((value, index) => [value.id as string, index]));
  remembered.set(table, order);
  return order;
}

function issuesInOrder(library: Library): string[] {
  const children = childrenOf(library.issues);
  const walk = (parent: Parameters<typeof children.get>[0]): string[] =>
    (children.get(parent) ?? []).flatMap((issue) => [issue.id, ...walk(issue.id)]);
  return walk(null);
}
