import type { Library } from "../model/library.ts";
import { type AnalysisEntry, entriesOf } from "./entries.ts";
import { type ClaimExtents, measured, type Nearness } from "./places.ts";
import type { PositionRow } from "./table.ts";

/** Two issues by identifier, that which is first in the codebook first. */
export type Pair = Readonly<{
  a: string;
  b: string;
  /** Pairs of claims (one claim with itself, when it has both issues) that are near each other. */
  count: number;
  /**
   * count / (n_a + n_b - count), n the number of claims on the issue: 0 never, 1 always together (Jaccard; only of one
   * claim).
   */
  coefficient: number | null;
}>;

/** All pairs of issues that are near each other at least once, and the issues they are made of. */
export type Cooccurrence = Readonly<{
  nearness: Nearness;
  issues: readonly (AnalysisEntry & { claims: number })[];
  pairs: readonly Pair[];
}>;

type Marked = Readonly<{ claim: string; paper: string; start: number; end: number; issues: readonly string[] }>;

/**
 * How often two issues are near each other: in one claim, or in claims whose passages overlap, share a sentence or a
 * paragraph, or have at most n words between them. `places` gives the places of each paper; without them the extents
 * count.
 */
export function cooccurrenceOf(
  library: Library,
  rows: readonly PositionRow[],
  nearness: Nearness,
  places: ReadonlyMap<string, ClaimExtents> = new Map(),
): Cooccurrence {
  const claims = [...Map.groupBy(rows, (row) => row.claim)].map(([claim, rowsOfClaim]): Marked => {
    const [first] = rowsOfClaim;
    return {
      claim,
      paper: first?.paper ?? "",
      start: first?.start ?? 0,
      end: first?.end ?? 0,
      issues: [...new Set(rowsOfClaim.map((row) => row.issue))],
    };
  });
  const numbers = new Map<string, number>();
  for (const { issues } of claims) for (const issue of issues) numbers.set(issue, (numbers.get(issue) ?? 0) + 1);
  const entries = entriesOf(library, "issue", numbers.keys());
  const place = new Map(entries.map(({ id }, index) => [id, index]));
  const counts = new Map<string, number>();
  const count = (a: string, b: string): void => {
    if (a === b) return;
    const key = (place.get(a) ?? 0) < (place.get(b) ?? 0) ? `${a} ${b}` : `${b} ${a}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { issues } of claims)
    for (const [index, a] of issues.entries()) for (const b of issues.slice(index + 1)) count(a, b);
  if (nearness.unit !== "claim") for (const [a, b] of neighbours(claims, nearness, places)) countBoth(a, b, count);
  const pairs = [...counts].map(([key, number]): Pair => {
    const [a = "", b = ""] = key.split(" ");
    const apart = (numbers.get(a) ?? 0) + (numbers.get(b) ?? 0) - number;
    return { a, b, count: number, coefficient: nearness.unit === "claim" ? number / apart : null };
  });
  return {
    nearness,
    issues: entries.map((entry) => ({ ...entry, claims: numbers.get(entry.id) ?? 0 })),
    pairs: pairs.sort((pair, two) => two.count - pair.count || (pair.a + pair.b < two.a + two.b ? -1 : 1)),
  };
}

/** Each combination of issues of two claims that are not both in both. */
function countBoth(first: Marked, two: Marked, count: (a: string, b: string) => void): void {
  const seen = new Set<string>();
  for (const a of first.issues)
    for (const b of two.issues) {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (seen.has(key)) continue;
      seen.add(key);
      count(a, b);
    }
}

/** Pairs of different claims of one paper that are near, each pair once. */
function* neighbours(
  claims: readonly Marked[],
  nearness: Nearness,
  places: ReadonlyMap<string, ClaimExtents>,
): Generator<readonly [Marked, Marked]> {
  for (const [paper, claimsOfPaper] of Map.groupBy(claims, (claim) => claim.paper)) {
    const sorted = claimsOfPaper
      .map((claim) => ({ claim, at: measured(nearness, places.get(paper), claim) }))
      .sort((a, b) => a.at.start - b.at.start);
    for (let first = 0; first < sorted.length; first++) {
      const a = sorted[first];
      if (a === undefined) continue;
      for (let two = first + 1; two < sorted.length; two++) {
        const b = sorted[two];
        if (b === undefined) break;
        // Words that touch are side by side; of sentences and the rest one must be shared.
        if (nearness.unit === "words" ? b.at.start > a.at.end + a.at.gap : b.at.start >= a.at.end) break;
        yield [a.claim, b.claim];
      }
    }
  }
}
