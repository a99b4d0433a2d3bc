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
  return networkMaker(library, rows).network(options);
}

/**
 * How much each two nodes agree and oppose each other: congruence and conflict without normalisation and threshold.
 * Columns of the pairs that have any: numbers of their nodes in `ids`, and both weights.
 */
export type Agreements = Readonly<{
  ids: readonly string[];
  from: Int32Array;
  to: Int32Array;
  agreement: Float64Array;
  conflict: Float64Array;
}>;

/** Makes several networks of the same positions, which are counted once for all that count them alike. */
export type NetworkMaker = Readonly<{
  network: (options: NetworkOptions) => Network;
  /** How many ties a network has. */
  ties: (options: NetworkOptions) => number;
  agreements: (options: NetworkOptions) => Agreements;
}>;

/** A maker of networks of these positions. */
export function networkMaker(library: Library, rows: readonly PositionRow[]): NetworkMaker {
  const counts = new Map<string, Counts>();
  const countsFor = (options: NetworkOptions): Counts => {
    const { nodes, duplicates, clock, middle, tie } = options;
    const key = JSON.stringify([nodes, duplicates, clock, middle, tie === "cooccurrence"]);
    const counted = counts.get(key) ?? countsOf(rows, options);
    counts.set(key, counted);
    return counted;
  };
  return {
    network: (options) => {
      const counted = countsFor(options);
      const { leftOut } = counted;
      return options.tie === "affiliation"
        ? { options, leftOut, ...affiliation(library, counted.rows, options) }
        : { options, leftOut, ...oneMode(library, counted, options) };
    },
    ties: (options) => {
      const counted = countsFor(options);
      if (options.tie === "affiliation") return affiliation(library, counted.rows, options).ties.length;
      let count = 0;
      eachTie(pairsIn(library, counted, options.nodes), options, () => count++);
      return count;
    },
    agreements: (options) => {
      const counted = countsFor({ ...options, tie: "congruence" });
      return agreementsOf(pairsIn(library, counted, options.nodes));
    },
  };
}

/** The positions that count, the profiles of their nodes and, once asked for, what each two nodes have in common. */
type Counts = { rows: readonly PositionRow[]; leftOut: number; profiles: Map<string, Profile>; pairs: Pairs | null };

function countsOf(rows: readonly PositionRow[], { tie, middle, duplicates, clock, nodes }: NetworkOptions): Counts {
  const unsigned = tie === "cooccurrence";
  const usable = rows.filter(
    (row) =>
      row.actor !== null && (unsigned || (row.polarity !== null && (row.polarity !== 0 || middle === "between"))),
  );
  const counted = withoutDuplicates(usable, duplicates, { clock, ignorePolarity: unsigned });
  const profiles = profilesOf(counted, nodes);
  return { rows: counted, leftOut: rows.length - usable.length, profiles, pairs: null };
}

const collator = new Intl.Collator();

function oneMode(
  library: Library,
  counted: Counts,
  { tie, nodes: kind, normalisation, threshold, isolates }: NetworkOptions,
): { nodes: readonly NetworkNode[]; ties: Tie[] } {
  const pairs = pairsIn(library, counted, kind);
  const { nodes } = pairs;
  const ties: Tie[] = [];
  eachTie(pairs, { tie, normalisation, threshold }, (a, b, weight) => {
    ties.push({ source: nodes[a]?.id ?? "", target: nodes[b]?.id ?? "", weight });
  });
  return { ties, nodes: isolates ? nodes : withTies(nodes, ties) };
}

/** Visit the ties of a network of one mode: the numbers of both nodes, and the weight. */
function eachTie(
  pairs: Pairs,
  { tie, normalisation, threshold }: Pick<NetworkOptions, "tie" | "normalisation" | "threshold">,
  visit: (a: number, b: number, weight: number) => void,
): void {
  const { nodes, product, conflict } = pairs;
  const activity = nodes.map((node) => node.activity);
  const times = tie === "cooccurrence" ? 0 : tie === "subtract" ? 2 : 1;
  for (let a = 0; a < nodes.length; a++)
    for (let b = a + 1; b < nodes.length; b++) {
      const index = a * nodes.length + b;
      const all = product[index] ?? 0;
      if (all === 0) continue;
      const against = conflict[index] ?? 0;
      const omega = tie === "conflict" ? against : all - against * times;
      if (omega === 0) continue;
      const divisor = divisorOf(activity[a] ?? 0, activity[b] ?? 0, index, pairs, normalisation);
      const weight = divisor === 0 ? 0 : omega / divisor;
      if (weight !== 0 && Math.abs(weight) >= threshold) visit(a, b, weight);
    }
}

/** What each two nodes have in common, once for all networks of the same counts; nodes by name. */
function pairsIn(library: Library, counted: Counts, kind: "actor" | "issue"): Pairs {
  if (counted.pairs !== null) return counted.pairs;
  const nodes = [...counted.profiles]
    .map(([id, profile]): NetworkNode => {
      return { id, name: entryName(library, kind, id), kind, activity: activityOf(profile) };
    })
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const pairs = pairsOf(nodes, counted.profiles);
  counted.pairs = pairs;
  return pairs;
}

function agreementsOf({ nodes, product, conflict }: Pairs): Agreements {
  const n = nodes.length;
  const ids = nodes.map(({ id }) => id).sort();
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const places = nodes.map(({ id }) => numbers.get(id) ?? 0);
  const size = product.reduce((sum, all) => sum + (all > 0 ? 1 : 0), 0);
  const [from, to] = [new Int32Array(size), new Int32Array(size)];
  const [agreement, against] = [new Float64Array(size), new Float64Array(size)];
  let pair = 0;
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const all = product[a * n + b] ?? 0;
      if (all === 0) continue;
      const opposed = conflict[a * n + b] ?? 0;
      from[pair] = places[a] ?? 0;
      to[pair] = places[b] ?? 0;
      agreement[pair] = all - opposed;
      against[pair++] = opposed;
    }
  return { ids, from, to, agreement, conflict: against };
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

/**
 * Of every pair a < b, by a × number of nodes + b: the product of their counts over all they speak about, the part of
 * it that is conflict, and what Jaccard needs: Σ x_ijk x_i'jk, and how much of both counts is at levels both have.
 */
type Pairs = Readonly<{
  nodes: readonly NetworkNode[];
  product: Float64Array;
  conflict: Float64Array;
  both: Float64Array;
  shared: Float64Array;
}>;

/** Who speaks about one thing: the index of each node, and its counts at each level. */
type Speakers = Readonly<{ nodes: number[]; counts: (readonly [number, number, number, number])[] }>;

function pairsOf(nodes: readonly NetworkNode[], profiles: ReadonlyMap<string, Profile>): Pairs {
  const n = nodes.length;
  const [product, conflict, both, shared] = [1, 2, 3, 4].map(() => new Float64Array(n * n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const byJ = new Map<string, Speakers>();
  for (const [index, { id }] of nodes.entries())
    for (const [j, counts] of profiles.get(id) ?? []) {
      const speakers = byJ.get(j) ?? { nodes: [], counts: [] };
      byJ.set(j, speakers);
      speakers.nodes.push(index);
      speakers.counts.push(counts);
    }
  for (const speakers of byJ.values())
    for (const [first, [minus, zero, plus, none]] of speakers.counts.entries()) {
      const row = (speakers.nodes[first] ?? 0) * n;
      const all = minus + zero + plus + none;
      for (let two = first + 1; two < speakers.nodes.length; two++) {
        const [minusB, zeroB, plusB, noneB] = speakers.counts[two] ?? [0, 0, 0, 0];
        const index = row + (speakers.nodes[two] ?? 0);
        product[index] = (product[index] ?? 0) + all * (minusB + zeroB + plusB + noneB);
        conflict[index] =
          (conflict[index] ?? 0) +
          plus * minusB +
          minus * plusB +
          (zero * (plusB + minusB) + zeroB * (plus + minus)) / 2;
        both[index] = (both[index] ?? 0) + plus * plusB + minus * minusB + zero * zeroB + none * noneB;
        shared[index] =
          (shared[index] ?? 0) +
          sharedOf(plus, plusB) +
          sharedOf(minus, minusB) +
          sharedOf(zero, zeroB) +
          sharedOf(none, noneB);
      }
    }
  return { nodes, product, conflict, both, shared };
}

/** Counts of both sides at a level both have; the rest of their activity is at levels where the other has none. */
function sharedOf(a: number, b: number): number {
  return a > 0 && b > 0 ? a + b : 0;
}

/** What the weight of a pair is divided by, from the activity of both. */
function divisorOf(
  a: number,
  b: number,
  index: number,
  { both, shared }: Pairs,
  by: NetworkOptions["normalisation"],
): number {
  switch (by) {
    case "average":
      return (a + b) / 2;
    case "cosine":
      return a * b;
    case "jaccard":
      return a + b - (shared[index] ?? 0) + (both[index] ?? 0);
    default:
      return 1;
  }
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
      .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
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
