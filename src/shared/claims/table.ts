import { issueNames, showPath } from "../codebook/issue-path.ts";
import { childrenOf } from "../codebook/tree.ts";
import { extentOf, quoteOf } from "../model/annotation.ts";
import type { Library } from "../model/library.ts";
import type { Table } from "../model/table.ts";
import type { Coded } from "./claims.ts";
import { stanceScale } from "./coding.ts";

/** How a table of claims may be put in order and in groups. `place`: by paper and place in its text. */
export const sortings = [
  "place",
  "quote",
  "issue",
  "stance",
  "actor",
  "certainty",
  "grade",
  "coder",
  "modified",
  "paper",
] as const;
/** What the claims are put in order by. */
export type Sorting = (typeof sortings)[number];
/** What a table of claims may be put in groups by; `none` for no groups. */
export const groupings = ["none", "issue", "stance", "actor", "paper", "coder"] as const;
/** What the claims are put in groups by. */
export type Grouping = (typeof groupings)[number];

/** A line of the table as it is drawn: the head of a group with the number of its claims, or a claim. `key` is another for every line. */
export type Line =
  | Readonly<{ kind: "group"; key: string; name: string; count: number; open: boolean }>
  | Readonly<{ kind: "claim"; key: string; coded: Coded }>;

/**
 * The claims in order. They come in the order of papers and text, and what is equal stays so. What says nothing stands
 * last in either direction.
 */
export function sortClaims(library: Library, coded: readonly Coded[], by: Sorting, down: boolean): readonly Coded[] {
  if (by === "place") return down ? coded.toReversed() : coded;
  const keyOf = sortKey(library, by);
  const keyed = coded.map((one) => ({ one, key: keyOf(one) }));
  const order = down ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
    return order * (a.key < b.key ? -1 : 1);
  });
  return keyed.map(({ one }) => one);
}

function sortKey(library: Library, by: Exclude<Sorting, "place">): (coded: Coded) => string | number | null {
  switch (by) {
    case "quote":
      // Comparing folded words is a hundred times cheaper than collating long quotes.
      return ({ annotation }) => quoteOf(annotation.passage).slice(0, 80).toLowerCase();
    case "issue":
    case "stance": {
      const order = orderOf(library, by);
      return ({ positions }) => least(positions.map((one) => order.get(one[by])));
    }
    case "actor":
    case "coder":
    case "paper": {
      const order = orderOf(library, by);
      return ({ annotation }) => order.get(annotation[by] ?? "") ?? null;
    }
    case "certainty":
      return ({ annotation }) => annotation.certainty;
    case "grade":
      return ({ annotation: { grade } }) => (grade === null ? null : `${grade.reliability}${grade.credibility}`);
    case "modified":
      return ({ annotation }) => annotation.modified;
  }
}

const collator = new Intl.Collator();
const remembered = new WeakMap<object, ReadonlyMap<string, number>>();

/** Which place each record of a table has in the order of names. Remembered as long as the table is: comparing a thousand titles takes as long as finding what to show. */
function byName<Value extends { readonly id: string }>(
  table: Table<Value>,
  nameOf: (value: Value) => string,
): ReadonlyMap<string, number> {
  const known = remembered.get(table);
  if (known !== undefined) return known;
  const named = Object.values(table).sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
  const order = new Map(named.map((one, index) => [one.id as string, index]));
  remembered.set(table, order);
  return order;
}

function least(numbers: readonly (number | undefined)[]): number | null {
  const known = numbers.filter((one) => one !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

function issuesInOrder(library: Library): string[] {
  const children = childrenOf(library.issues);
  const walk = (parent: Parameters<typeof children.get>[0]): string[] =>
    (children.get(parent) ?? []).flatMap((issue) => [issue.id, ...walk(issue.id)]);
  return walk(null);
}

/** Lines by their index from 0, none before the first or behind the last; those of a great many claims are made when they are asked for. */
export type Lines = Readonly<{
  length: number;
  at: (index: number) => Line | undefined;
  /** How many heads of groups stand before a line: with it a place in the table is known without looking at each line. */
  headsBefore: (index: number) => number;
}>;

/** A group and where its head stands among all lines. */
type Group = Readonly<{ key: string; claims: readonly Coded[]; open: boolean; start: number }>;

/** The lines of the table: claims, or groups with their claims unless closed. A claim with two issues stands in both groups. */
export function linesOf(library: Library, coded: readonly Coded[], by: Grouping, closed: ReadonlySet<string>): Lines {
  if (by === "none")
    return {
      length: coded.length,
      at: (index) => {
        const one = coded[index];
        return one && { kind: "claim", key: one.annotation.id, coded: one };
      },
      headsBefore: () => 0,
    };
  const groups: Group[] = [];
  let length = 0;
  for (const [key, claims] of groupsInOrder(library, coded, by)) {
    const open = !closed.has(key);
    groups.push({ key, claims, open, start: length });
    length += open ? claims.length + 1 : 1;
  }
  const at = (index: number): Line | undefined => {
    const group = index < 0 || index >= length ? undefined : groups[lastStarting(groups, index)];
    if (group === undefined) return undefined;
    const { key, claims, open, start } = group;
    if (index === start) return { kind: "group", key, name: groupName(library, by, key), count: claims.length, open };
    const one = claims[index - start - 1];
    return one && { kind: "claim", key: `${key} ${one.annotation.id}`, coded: one };
  };
  return { length, at, headsBefore: (index) => lastStarting(groups, index - 1) + 1 };
}

function groupsInOrder(
  library: Library,
  coded: readonly Coded[],
  by: Exclude<Grouping, "none">,
): readonly (readonly [string, readonly Coded[]])[] {
  const groups = new Map<string, Coded[]>();
  for (const one of coded)
    for (const key of groupsOf(one, by)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  return groupOrder(library, by, [...groups.keys()]).map((key) => [key, groups.get(key) ?? []]);
}

/** The last group whose head stands at or before a line; -1 when none does. */
function lastStarting(groups: readonly Group[], index: number): number {
  let [from, to] = [0, groups.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((groups[middle]?.start ?? 0) <= index) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** The claims of the lines from one index to before another, as often as they stand there. */
export function claimsOf(lines: Lines, from = 0, to = lines.length): readonly Coded[] {
  const claims: Coded[] = [];
  for (let index = from; index < to; index++) {
    const line = lines.at(index);
    if (line?.kind === "claim") claims.push(line.coded);
  }
  return claims;
}

/** The groups of a claim by identifier; the empty one for those that say nothing. */
function groupsOf({ annotation, positions }: Coded, by: Exclude<Grouping, "none">): readonly string[] {
  if (by === "issue" || by === "stance")
    return positions.length === 0 ? [""] : [...new Set(positions.map((position) => position[by]))];
  return [annotation[by] ?? ""];
}

function groupOrder(library: Library, by: Exclude<Grouping, "none">, keys: readonly string[]): readonly string[] {
  const order = orderOf(library, by);
  const rank = (key: string): number => (key === "" ? Number.POSITIVE_INFINITY : (order.get(key) ?? 0));
  return keys.toSorted((a, b) => (a === b ? 0 : rank(a) - rank(b)));
}

function orderOf(library: Library, by: Exclude<Grouping, "none">): ReadonlyMap<string, number> {
  switch (by) {
    case "issue":
      return new Map(issuesInOrder(library).map((id, index) => [id, index]));
    case "stance":
      return new Map<string, number>(stanceScale(library.stances).map((one, index) => [one.id, index]));
    case "actor":
      return byName(library.actors, (one) => one.name);
    case "coder":
      return byName(library.coders, (one) => one.name);
    case "paper":
      return byName(library.papers, (one) => one.title);
  }
}

function groupName(library: Library, by: Exclude<Grouping, "none">, key: string): string {
  switch (by) {
    case "issue": {
      const issue = library.issues[key];
      return issue === undefined ? "" : showPath(issueNames(library.issues, issue.id));
    }
    case "stance":
      return library.stances[key]?.name ?? "";
    case "actor":
      return library.actors[key]?.name ?? "";
    case "paper":
      return library.papers[key]?.title ?? "";
    case "coder":
      return library.coders[key]?.name ?? "";
  }
}

/** First offset of a claim, for the page label that a row shows. */
export function startOf(coded: Coded): number {
  return extentOf(coded.annotation.passage).start;
}
