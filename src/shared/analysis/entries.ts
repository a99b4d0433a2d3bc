import { z } from "zod";
import { noStance, stanceScale } from "../codebook/stance-scale.ts";
import { message, printMessage } from "../messages/message.ts";
import type { IssueId } from "../model/ids.ts";
import { issueNames, showPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import { type Clock, dateOf, type PeriodUnit, periodOf } from "./period.ts";
import type { PositionRow } from "./table.ts";

/** What positions can be counted by. */
export const Dimension = z.enum(["issue", "stance", "actor", "paper", "period", "coder"]);
export type Dimension = z.infer<typeof Dimension>;

/**
 * One row or column of an analysis. `id` is "" for positions without an actor, a stance or a date; `of` are the entries
 * it gathers, when it gathers several.
 */
export type AnalysisEntry = Readonly<{ id: string; name: string; of?: readonly string[] }>;

/** How positions are dated. */
export type Dating = Readonly<{ clock: Clock; unit: PeriodUnit }>;

/** The identifier of a position's entry along a dimension. */
export function dimensionKeys(dimension: Dimension, dating: Dating): (row: PositionRow) => string {
  if (dimension === "period") return (row) => periodOf(dateOf(row, dating.clock), dating.unit);
  if (dimension === "actor") return (row) => row.actor ?? "";
  return (row) => row[dimension] ?? "";
}

/**
 * The entries of some identifiers in the order people expect: issues by the codebook's tree, stances by their scale,
 * papers and periods by date, the rest by name; entries without identifier last.
 */
export function entriesOf(library: Library, dimension: Dimension, keys: Iterable<string>): AnalysisEntry[] {
  const wanted = new Set(keys);
  if (dimension === "issue")
    return issueTree(library)
      .filter(({ id }) => wanted.has(id))
      .map(({ id, names }) => ({ id, name: showPath(names) }));
  if (dimension === "stance")
    return [...stanceScale(library.stances), { id: "", ...noStance }]
      .filter(({ id }) => wanted.has(id))
      .map(({ id, name, glyph }) => ({ id, name: `${glyph} ${name}` }));
  const entries = [...wanted].map((id) => ({ id, name: entryName(library, dimension, id) }));
  const order = ({ id, name }: AnalysisEntry): string =>
    `${id === "" ? 1 : 0}${dimension === "paper" ? (library.papers[id]?.date ?? "9999") : ""} ${name}`;
  return entries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What data have for an identifier, whatever the language; `shownAnalysis` has what people read. */
export function entryName(library: Library, dimension: Dimension, id: string): string {
  switch (dimension) {
    case "issue":
      return showPath(issueNames(library.issues, id as IssueId));
    case "stance":
      return id === "" ? nameless.stance : (library.stances[id]?.name ?? id);
    case "actor":
      return id === "" ? nameless.actor : (library.actors[id]?.name ?? id);
    case "paper":
      return library.papers[id]?.title ?? id;
    case "coder":
      return library.coders[id]?.name ?? id;
    case "period":
      return id === "" ? nameless.period : id;
  }
}

const nameless = {
  actor: printMessage(message("facts.noActor")),
  period: printMessage(message("facts.noDate")),
  stance: noStance.name,
} as const;

/** An issue with its place in the tree: names from the root on, depth from 0. */
export type TreeIssue = Readonly<{ id: IssueId; parent: IssueId | null; names: readonly string[]; depth: number }>;

/** All issues, parents before children, siblings by rank, then name. */
export function issueTree(library: Library): TreeIssue[] {
  const children = Map.groupBy(Object.values(library.issues), (issue) => issue.parent);
  const list: TreeIssue[] = [];
  const visit = (parent: IssueId | null, above: readonly string[]): void => {
    const siblings = (children.get(parent) ?? []).sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
    for (const { id, name } of siblings) {
      const names = [...above, name];
      list.push({ id, parent, names, depth: above.length });
      visit(id, names);
    }
  };
  visit(null, []);
  return list;
}
