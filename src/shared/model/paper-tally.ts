import type { Annotation, Position } from "./annotation.ts";
import { type PaperTable, recordsOf } from "./by-paper.ts";

/** How many claims of a paper have exactly these issues, for every set of issues that one has. */
export type IssueTally = readonly (readonly [issues: readonly string[], claims: number])[];
/** How many annotations of a paper each actor holds, of those who hold any. */
export type ActorTally = readonly (readonly [actor: string, annotations: number])[];

const issueTallies = new WeakMap<PaperTable<Position>, IssueTally>();
const actorTallies = new WeakMap<PaperTable<Annotation>, ActorTally>();

/** The issues of a paper's claims; counted once, or known beforehand without reading the records. */
export const issueTally = countedOnce(issueTallies, countIssues);

/** The actors of a paper's annotations; counted once, or known beforehand without reading the records. */
export const actorTally = countedOnce(actorTallies, countActors);

/** Counts each table once. A change replaces a paper's table, so that only this paper is counted again. */
function countedOnce<Value, Tally>(
  known: WeakMap<PaperTable<Value>, Tally>,
  count: (records: readonly Value[]) => Tally,
): (table: PaperTable<Value>) => Tally {
  return (table) => {
    const before = known.get(table);
    if (before !== undefined) return before;
    const tally = count(recordsOf(table));
    known.set(table, tally);
    return tally;
  };
}

/** Remember what is known of tables whose records have not been read. */
export function rememberTallies(
  { annotations, positions }: Readonly<{ annotations: PaperTable<Annotation>; positions: PaperTable<Position> }>,
  { actors, issues }: Readonly<{ actors: ActorTally; issues: IssueTally }>,
): void {
  actorTallies.set(annotations, actors);
  issueTallies.set(positions, issues);
}

/** How many claims have each set of issues. A claim counts once, however many positions it has on an issue. */
export function countIssues(positions: readonly Position[]): IssueTally {
  // Most claims are on one issue, which needs no list of its own.
  const issuesOf = new Map<string, string | Set<string>>();
  for (const { annotation, issue } of positions) {
    const issues = issuesOf.get(annotation);
    if (issues === undefined) issuesOf.set(annotation, issue);
    else if (typeof issues !== "string") issues.add(issue);
    else if (issues !== issue) issuesOf.set(annotation, new Set([issues, issue]));
  }
  const counts = new Map<string, [issues: readonly string[], claims: number]>();
  for (const issues of issuesOf.values()) {
    const key = typeof issues === "string" ? issues : [...issues].sort().join();
    const count = counts.get(key);
    if (count === undefined) counts.set(key, [key.split(","), 1]);
    else count[1]++;
  }
  return [...counts.values()];
}

/** How many annotations each actor holds. */
export function countActors(annotations: readonly Annotation[]): ActorTally {
  const counts = new Map<string, number>();
  for (const { actor } of annotations) if (actor !== null) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts];
}
