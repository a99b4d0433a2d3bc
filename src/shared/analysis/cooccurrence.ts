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

/** A claim with the numbers of its issues, each once. */
type Marked = Readonly<{ paper: string; start: number; end: number; issues: readonly number[] }>;

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
  const entries = entriesOf(library, "issue", new Set(rows.map((row) => row.issue)));
  const claims = claimsOf(rows, new Map(entries.map(({ id }, index) => [id, index])));
  const numbers = new Uint32Array(entries.length);
  for (const { issues } of claims) for (const issue of issues) numbers[issue] = (numbers[issue] ?? 0) + 1;
  const counts = new PairCounts(entries.length);
  for (const { issues } of claims)
    for (const [index, a] of issues.entries()) for (const b of issues.slice(index + 1)) counts.add(a, b, 1);
  if (nearness.unit !== "claim") {
    const around = new Around(entries.length);
    for (const [paper, ofPaper] of Map.groupBy(claims, (claim) => claim.paper))
      countNear(reachesOf(ofPaper, nearness, places.get(paper)), around, counts);
  }
  const pairs = counts.all().map(({ a, b, count }): Pair => {
    const apart = (numbers[a] ?? 0) + (numbers[b] ?? 0) - count;
    const coefficient = nearness.unit === "claim" ? count / apart : null;
    return { a: entries[a]?.id ?? "", b: entries[b]?.id ?? "", count, coefficient };
  });
  return {
    nearness,
    issues: entries.map((entry, index) => ({ ...entry, claims: numbers[index] ?? 0 })),
    pairs: pairs.sort((pair, two) => two.count - pair.count || (pair.a + pair.b < two.a + two.b ? -1 : 1)),
  };
}

/** The claims of a table; positions on issues that have no number are in none. */
function claimsOf(rows: readonly PositionRow[], numbers: ReadonlyMap<string, number>): Marked[] {
  const claims = new Map<string, Marked & { issues: number[] }>();
  for (const { claim, paper, start, end, issue } of rows) {
    const number = numbers.get(issue);
    if (number === undefined) continue;
    const known = claims.get(claim);
    if (known === undefined) claims.set(claim, { paper, start, end, issues: [number] });
    else if (!known.issues.includes(number)) known.issues.push(number);
  }
  return [...claims.values()];
}

/** Where a claim begins, and the last beginning of one that is near it, in the unit of a nearness. */
type Reach = Readonly<{ issues: readonly number[]; start: number; last: number }>;

function reachesOf(claims: readonly Marked[], nearness: Nearness, places: ClaimExtents | undefined): Reach[] {
  return claims.map((claim) => {
    const { start, end, gap } = measured(nearness, places, claim);
    // Words that touch are side by side; of sentences and the rest one must be shared.
    return { issues: claim.issues, start, last: nearness.unit === "words" ? end + gap : end - 1 };
  });
}

/**
 * Counts, for each claim of a paper, the claims near it that begin before it: a sweep over the text that knows how many
 * claims on each issue reach as far as the next one. The effort for a claim grows with the issues around it, not with
 * the claims, so that the whole grows no faster than the pairs found.
 */
function countNear(reaches: readonly Reach[], around: Around, counts: PairCounts): void {
  const sorted = reaches.toSorted((a, b) => a.start - b.start);
  // One that ends before it begins is near none that begins after it.
  const ending = sorted.filter(({ start, last }) => last >= start).sort((a, b) => a.last - b.last);
  let ended = 0;
  for (const { issues, start, last } of sorted) {
    for (let first = ending[ended]; first !== undefined && first.last < start; first = ending[++ended])
      around.add(first.issues, -1);
    around.count(issues, counts);
    if (last >= start) around.add(issues, 1);
  }
  for (; ended < ending.length; ended++) around.add(ending[ended]?.issues ?? [], -1);
}

/** The claims that reach a place of the text: how many are on each issue, and on each two at once. */
class Around {
  readonly #counts: Uint32Array;
  /** The issues that have any, and where each is in that list. */
  readonly #issues: number[] = [];
  readonly #places: Uint32Array;
  readonly #both = new Map<number, number>();

  constructor(issues: number) {
    this.#counts = new Uint32Array(issues);
    this.#places = new Uint32Array(issues);
  }

  add(issues: readonly number[], by: 1 | -1): void {
    for (const [index, a] of issues.entries()) {
      const before = this.#counts[a] ?? 0;
      this.#counts[a] = before + by;
      if (before === 0) this.#places[a] = this.#issues.push(a) - 1;
      else if (before + by === 0) this.#remove(a);
      for (const b of issues.slice(index + 1)) this.#addBoth(keyOf(a, b, this.#counts.length), by);
    }
  }

  /** Count each two issues of a claim and of those around it, once for two claims that both have both. */
  count(issues: readonly number[], counts: PairCounts): void {
    for (const [index, a] of issues.entries()) {
      for (const b of this.#issues) counts.add(a, b, this.#counts[b] ?? 0);
      if (this.#both.size > 0)
        for (const b of issues.slice(index + 1))
          counts.add(a, b, -(this.#both.get(keyOf(a, b, this.#counts.length)) ?? 0));
    }
  }

  /** The last issue of the list takes the place of one that has no claim any more. */
  #remove(issue: number): void {
    const last = this.#issues.pop();
    if (last === undefined || last === issue) return;
    const place = this.#places[issue] ?? 0;
    this.#issues[place] = last;
    this.#places[last] = place;
  }

  #addBoth(key: number, by: number): void {
    const now = (this.#both.get(key) ?? 0) + by;
    if (now === 0) this.#both.delete(key);
    else this.#both.set(key, now);
  }
}

const keyOf = (a: number, b: number, issues: number): number => Math.min(a, b) * issues + Math.max(a, b);

/** Up to this many issues every pair has a place; of more only those that occur. */
const mostPlaces = 2000;

/** How often each two different issues are near each other. */
class PairCounts {
  readonly #issues: number;
  readonly #dense: Float64Array;
  readonly #sparse = new Map<number, number>();

  constructor(issues: number) {
    this.#issues = issues;
    this.#dense = new Float64Array(issues > mostPlaces ? 0 : issues * issues);
  }

  add(a: number, b: number, by: number): void {
    if (a === b) return;
    const key = keyOf(a, b, this.#issues);
    if (this.#issues > mostPlaces) this.#sparse.set(key, (this.#sparse.get(key) ?? 0) + by);
    else this.#dense[key] = (this.#dense[key] ?? 0) + by;
  }

  /** Those that are at least once; the issue with the lower number first. */
  all(): { a: number; b: number; count: number }[] {
    const pairs: { a: number; b: number; count: number }[] = [];
    for (const [key, count] of this.#issues > mostPlaces ? this.#sparse : this.#dense.entries())
      if (count > 0) pairs.push({ a: Math.floor(key / this.#issues), b: key % this.#issues, count });
    return pairs;
  }
}
