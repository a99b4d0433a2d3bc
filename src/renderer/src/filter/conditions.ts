import { isBlank } from "../../../shared/filter/names.ts";
import type { Condition, Filter } from "../../../shared/model/filter.ts";

/** The conditions that the builder offers, in its order. */
export const fields = [
  "position",
  "words",
  "actor",
  "coder",
  "certainty",
  "reliability",
  "credibility",
  "created",
  "modified",
  "published",
  "paper",
  "tag",
  "collection",
  "kind",
  "relation",
  "version",
] as const;
export type FilterField = (typeof fields)[number];

/** Which of the fields a condition is about. */
export function fieldOf(condition: Condition): FilterField {
  return fields.find((field) => field in condition) ?? "words";
}

/** A condition of a field before anything is chosen; it leaves as much in as it can. */
export function blankCondition(field: FilterField): Condition {
  switch (field) {
    case "position":
      return { position: {} };
    case "words":
      return { words: "" };
    case "actor":
      return { actor: "" };
    case "coder":
      return { coder: "" };
    case "certainty":
      return { certainty: {} };
    case "reliability":
      return { reliability: {} };
    case "credibility":
      return { credibility: {} };
    case "created":
      return { created: {} };
    case "modified":
      return { modified: {} };
    case "published":
      return { published: {} };
    case "paper":
      return { paper: "" };
    case "tag":
      return { tag: "" };
    case "collection":
      return { collection: "" };
    case "kind":
      return { kind: "claim" };
    case "relation":
      return { relation: "any" };
    case "version":
      return { version: "all" };
  }
}

export type ConditionGroup = Readonly<{ op: "all" | "any"; items: readonly Filter[] }>;

/** A filter as a group, for the builder: a single condition is a group of one. */
export function groupOf(filter: Filter): ConditionGroup {
  if ("all" in filter) return { op: "all", items: filter.all };
  if ("any" in filter) return { op: "any", items: filter.any };
  return { op: "all", items: [filter] };
}

export function filterOfGroup({ op, items }: ConditionGroup): Filter {
  return op === "all" ? { all: items } : { any: items };
}

/** How many conditions a filter has; one without words is not there yet. */
export function conditionCount(filter: Filter): number {
  if ("words" in filter && isBlank(filter)) return 0;
  if ("not" in filter) return conditionCount(filter.not);
  const items = "all" in filter ? filter.all : "any" in filter ? filter.any : null;
  return items === null ? 1 : items.reduce((sum, filter) => sum + conditionCount(filter), 0);
}
