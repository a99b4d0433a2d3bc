import { z } from "zod";
import type { Library } from "../model/library.ts";
import { Duplicates, withoutDuplicates } from "./duplicates.ts";
import { entryName } from "./entries.ts";
import { Clock } from "./period.ts";
import type { PositionRow } from "./table.ts";

/** What ties whom, how repeats count, and what weights are divided by (Leifeld's Discourse Network Analyzer). */
export const NetworkOptions = z.strictObject({
  /**
   * `affiliation` joins actors to issues; the others join actors to actors (or issues to issues) over what both speak
   * about.
   */
  tie: z.enum(["affiliation", "cooccurrence", "congruence", "conflict", "subtract"]).default("congruence"),
  nodes: z.enum(["actor", "issue"]).default("actor"),
  normalisation: z.enum(["none", "average", "jaccard", "cosine", "activity", "prominence"]).default("average"),
  duplicates: Duplicates.default("include"),
  clock: Clock.default("paper"),
  /** What a stance of polarity 0 (neutral, mixed) means: half-way between support and opposition, or nothing. */
  middle: z.enum(["between", "leave out"]).default("between"),
  /** Keep nodes that have no tie. */
  isolates: z.boolean().default(true),
  /** Ties weaker than this are left out, by absolute weight. */
  threshold: z.number().min(0).default(0),
});
export type NetworkOptions = Readonly<z.infer<typeof NetworkOptions>>;

/** An actor, or in a network of two modes an issue. */
export type NetworkNode = Readonly<{
  id: string;
  name: string;
  kind: "actor" | "issue";
  /** Number of positions that count here. */
  activity: number;
}>;
/** How strongly two nodes are tied, by identifier; below 0 where conflict prevails. */
export type Tie = Readonly<{ source: string; target: string; weight: number }>;
/** A network with what it was made by; ties of weight 0 and below the threshold are left out. */
export type Network = Readonly<{
  options: NetworkOptions;
  nodes: readonly NetworkNode[];
  ties: readonly Tie[];
  /** Positions that could not count: without an actor, or without the polarity that the ties need. */
  leftOut: number;
}>;

/** Counts x_ijk of one i: per j how often it opposes, is in between, supports, and speaks without polarity. */
type Profile = Map<string, [number, number, number, number]>;

/**
 * A discourse network. With x_ijk the number of positions of node i on j at polarity k ∈ {-1, 0, 1}, range 2:
 * - co-occurrence ω = Σ_j (Σ_k x_ijk)(Σ_k x_i'jk)
 * - congruence ω = Σ_j Σ_k Σ_k' x_ijk x_i'jk' (1 - |k - k'| / 2)
 * - conflict ω = Σ_j Σ_k Σ_k' x_ijk x_i'jk' |k - k'| / 2
 * - subtract ω = congruence - conflict
 * - affiliation y_ij = Σ_k k x_ijk
 * Normalised by Φ: average activity 2ω / (a_i + a_i'), Jaccard ω / (Σ x_ijk [x_i'jk = 0] + Σ x_i'jk [x_ijk = 0] + Σ
 * x_ijk x_i'jk), cosine ω / (a_i a_i'), where a_i = Σ_j Σ_k x_ijk; for affiliation activity y / a_i and prominence y /
 * a_j. "Cosine" is what DNA calls so. (DNA manual, chapter "Algorithms": equations of congruence, conflict, subtract
 * and Φ; `Exporter.java`.)
 */
export function networkOf(library: Library, rows: readonly PositionRow[], options: NetworkOptions): Network {
  const unsigned = options.tie === "cooccurrence";
  const usable = rows.filter(
    (row) =>
      row.actor !== null &&
      (unsigned || (row.polarity !== null && (row.polarity !== 0 || options.middle === "between"))),
  );
  const counted = withoutDuplicates(usable, options.duplicates, { clock: options.clock, ignorePolarity: unsigned });
  const leftOut = rows.length - usable.length;
  if (options.tie === "affiliation") return { options, leftOut, ...affiliation(library, counted, options) };
  const profiles = profilesOf(counted, options.nodes);
  const ids = [...profiles.keys()].sort(
    (a, b) =>
      entryName(library, options.nodes, a).localeCompare(entryName(library, options.nodes, b)) || (a < b ? -1 : 1),
  );
  const activity = ids.map((id) => activityOf(profiles.get(id)));
  const weights = weightsOf(ids, profiles, options);
  const ties: Tie[] = [];
  for (let a = 0; a < ids.length; a++)
    for (let b = a + 1; b < ids.length; b++) {
      const weight = normalised(weights.omega[a * ids.length + b] ?? 0, a, b, activity, weights, options.normalisation);
      if (weight !== 0 && Math.abs(weight) >= options.threshold)
        ties.push({ source: ids[a] ?? "", target: ids[b] ?? "", weight });
    }
  const nodes = ids.map((id, index): NetworkNode => {
    return { id, name: entryName(library, options.nodes, id), kind: options.nodes, activity: activity[index] ?? 0 };
  });
  return { options, leftOut, ties, nodes: options.isolates ? nodes : withTies(nodes, ties) };
}

function profilesOf(rows: readonly PositionRow[], nodes: "actor" | "issue"): Map<string, Profile> {
  const profiles = new Map<string, Profile>();
  for (const row of rows) {
    const actor = row.actor ?? "";
    const [i, j] = nodes === "actor" ? [actor, row.issue] : [row.issue, actor];
    const profile: Profile = profiles.get(i) ?? new Map();
    profiles.set(i, profile);
    const counts = profile.get(j) ?? [0, 0, 0, 0];
    profile.set(j, counts);
    const level = row.polarity === null ? 3 : row.polarity === -1 ? 0 : row.polarity === 0 ? 1 : 2;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return profiles;
}

type Weights = Readonly<{ omega: Float64Array; both: Float64Array; shared: Float64Array }>;

/**
 * ω of every pair a < b, and what Jaccard needs: Σ x_ijk x_i'jk, and how much of a's (and b's) counts fall where the
 * other has none.
 */
function weightsOf(ids: readonly string[], profiles: ReadonlyMap<string, Profile>, { tie }: NetworkOptions): Weights {
  const n = ids.length;
  const omega = new Float64Array(n * n);
  const both = new Float64Array(n * n);
  const shared = new Float64Array(n * n);
  const byJ = new Map<string, { index: number; counts: readonly [number, number, number, number] }[]>();
  ids.forEach((id, index) => {
    for (const [j, counts] of profiles.get(id) ?? []) {
      const list = byJ.get(j) ?? [];
      list.push({ index, counts });
      byJ.set(j, list);
    }
  });
  for (const list of byJ.values())
    for (let first = 0; first < list.length; first++) {
      const a = list[first];
      if (a === undefined) continue;
      const [minus, zero, plus, none] = a.counts;
      const all = minus + zero + plus + none;
      for (let two = first + 1; two < list.length; two++) {
        const b = list[two];
        if (b === undefined) continue;
        const [minusB, zeroB, plusB, noneB] = b.counts;
        const product = all * (minusB + zeroB + plusB + noneB);
        const conflict = plus * minusB + minus * plusB + (zero * (plusB + minusB) + zeroB * (plus + minus)) / 2;
        const index = a.index * n + b.index;
        omega[index] =
          (omega[index] ?? 0) +
          (tie === "cooccurrence"
            ? product
            : tie === "conflict"
              ? conflict
              : product - conflict * (tie === "subtract" ? 2 : 1));
        both[index] = (both[index] ?? 0) + plus * plusB + minus * minusB + zero * zeroB + none * noneB;
        shared[index] =
          (shared[index] ?? 0) +
          sharedOf(plus, plusB) +
          sharedOf(minus, minusB) +
          sharedOf(zero, zeroB) +
          sharedOf(none, noneB);
      }
    }
  return { omega, both, shared };
}

/** Counts of both sides at a level both have; the rest of their activity is at levels where the other has none. */
function sharedOf(a: number, b: number): number {
  return a > 0 && b > 0 ? a + b : 0;
}

function normalised(
  omega: number,
  a: number,
  b: number,
  activity: readonly number[],
  { both, shared }: Weights,
  by: NetworkOptions["normalisation"],
): number {
  const weight = activity[a] ?? 0;
  const two = activity[b] ?? 0;
  const index = a * activity.length + b;
  const divisor =
    by === "average"
      ? (weight + two) / 2
      : by === "cosine"
        ? weight * two
        : by === "jaccard"
          ? weight + two - (shared[index] ?? 0) + (both[index] ?? 0)
          : 1;
  return divisor === 0 ? 0 : omega / divisor;
}

function affiliation(
  library: Library,
  rows: readonly PositionRow[],
  { normalisation, threshold, isolates }: NetworkOptions,
): { nodes: readonly NetworkNode[]; ties: Tie[] } {
  const actors = profilesOf(rows, "actor");
  const issues = profilesOf(rows, "issue");
  const ties = [...actors].flatMap(([source, profile]) =>
    [...profile].flatMap(([target, [minus, , plus]]): Tie[] => {
      const divisor =
        normalisation === "activity"
          ? activityOf(profile)
          : normalisation === "prominence"
            ? activityOf(issues.get(target))
            : 1;
      const weight = (plus - minus) / divisor;
      return weight === 0 || Math.abs(weight) < threshold ? [] : [{ source, target, weight }];
    }),
  );
  const nodesOf = (kind: "actor" | "issue", profiles: ReadonlyMap<string, Profile>): NetworkNode[] =>
    [...profiles]
      .map(([id, profile]) => ({ id, name: entryName(library, kind, id), kind, activity: activityOf(profile) }))
      .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  const nodes = [...nodesOf("actor", actors), ...nodesOf("issue", issues)];
  return { nodes: isolates ? nodes : withTies(nodes, ties), ties };
}

function activityOf(profile: Profile | undefined): number {
  let sum = 0;
  for (const counts of profile?.values() ?? []) for (const count of counts) sum += count;
  return sum;
}

function withTies(nodes: readonly NetworkNode[], ties: readonly Tie[]): NetworkNode[] {
  const tied = new Set(ties.flatMap(({ source, target }) => [source, target]));
  return nodes.filter(({ id }) => tied.has(id));
}
