import { connectedParts } from "./connected-parts.ts";
import type { Network } from "./network.ts";
import type { PositionRow } from "./table.ts";

/** A network in two camps, and how well they explain it. */
export type Polarisation = Readonly<{
  /** The camp, 0 or 1, of each node. */
  camps: Readonly<Record<string, 0 | 1>>;
  /** Shares of all tie weight, 0 to 1; the four sum to 1 where there is any. */
  agreementWithin: number;
  agreementAcross: number;
  conflictWithin: number;
  conflictAcross: number;
  /**
   * agreementWithin + conflictAcross: how well two camps explain the ties (1 - frustration index; Harary 1959, Aref and
   * Wilson 2018).
   */
  balance: number;
  /** 4 × agreementWithin × conflictAcross, 0 to 1: high only where camps agree inside and oppose each other. */
  polarisation: number;
  /** Parts of the network that no tie joins: which camp of one is set beside which of another means nothing. */
  parts: number;
}>;

/**
 * The two camps that fit a congruence and a conflict network best: the division with the largest weight of agreement
 * within and conflict across camps, found by moving single nodes while that helps, from fixed starts (each node alone
 * against the rest of its ties). Each part that no tie joins with the others is divided for itself; the shares are of
 * all ties. Deterministic; may miss the best division of networks with many nodes, as every quick search may.
 */
export function polarisationOf(congruence: Network, conflict: Network): Polarisation {
  const ids = [...new Set([...congruence.nodes, ...conflict.nodes].map((node) => node.id))].sort();
  const n = ids.length;
  const index = new Map(ids.map((id, index) => [id, index]));
  const all: { a: number; b: number; weight: number; agrees: boolean }[] = [];
  // Agreement less conflict of each two, and all that joins one to others.
  const net = new Float64Array(n * n);
  const strength = new Float64Array(n);
  const take = (network: Network, agrees: boolean): void => {
    for (const { source, target, weight } of network.ties) {
      if (weight <= 0) continue;
      const a = index.get(source) ?? 0;
      const b = index.get(target) ?? 0;
      all.push({ a, b, weight, agrees });
      for (const index of [a * n + b, b * n + a]) net[index] = (net[index] ?? 0) + (agrees ? weight : -weight);
      for (const index of [a, b]) strength[index] = (strength[index] ?? 0) + weight;
    }
  };
  take(congruence, true);
  take(conflict, false);
  const parts = connectedParts(n, all);
  const best = new Int8Array(n).fill(1);
  for (const part of parts) {
    const starts = part.toSorted((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0) || a - b);
    const divisions = starts.slice(0, mostStarts).map((start) => divide(net, n, part, start));
    const [found] = divisions.sort((a, b) => b.fit - a.fit);
    // The first name of a part in the alphabet is in camp 0, so that the answer does not depend on the search.
    const first = found?.sides[part[0] ?? 0] ?? 1;
    for (const index of part) best[index] = (found?.sides[index] ?? 1) * first;
  }
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const share = (agrees: boolean, within: boolean): number =>
    total === 0
      ? 0
      : all
          .filter((tie) => tie.agrees === agrees && (best[tie.a] === best[tie.b]) === within)
          .reduce((sum, { weight }) => sum + weight, 0) / total;
  const agreementWithin = share(true, true);
  const conflictAcross = share(false, false);
  return {
    camps: Object.fromEntries(ids.map((id, at) => [id, best[at] === 1 ? 0 : 1])),
    agreementWithin,
    agreementAcross: share(true, false),
    conflictWithin: share(false, true),
    conflictAcross,
    balance: agreementWithin + conflictAcross,
    polarisation: 4 * agreementWithin * conflictAcross,
    parts: parts.length,
  };
}

/** From how many nodes of a part a division is tried, those with the strongest ties first. */
const mostStarts = 12;

/**
 * Sides (1 or -1) of the nodes of a part, grown from one node over its ties, then improved node by node; `fit` is
 * Σ weight × side × side.
 */
function divide(
  net: Float64Array,
  n: number,
  part: readonly number[],
  start: number,
): { sides: Int8Array; fit: number } {
  const sides = new Int8Array(n);
  const pull = (index: number): number => {
    let sum = 0;
    for (const other of part) sum += (net[index * n + other] ?? 0) * (sides[other] ?? 0);
    return sum;
  };
  sides[start] = 1;
  for (const index of part) if (index !== start) sides[index] = pull(index) < 0 ? -1 : 1;
  for (let round = 0, moved = true; moved && round < 100; round++) {
    moved = false;
    for (const index of part)
      if (pull(index) * (sides[index] ?? 0) < 0) {
        sides[index] = -(sides[index] ?? 0);
        moved = true;
      }
  }
  let fit = 0;
  for (const index of part) fit += pull(index) * (sides[index] ?? 0);
  return { sides, fit };
}

/**
 * How divided positions on one issue are: Leik's D over the three polarities in order, 0 when all take one side, 1 when
 * half support and half oppose. D = 2 Σ d_k / (m - 1) with m = 3, d_k = F_k where F_k ≤ 0.5 else 1 - F_k, F the
 * cumulative shares. Null without any polarity. (Leik 1966, "A measure of ordinal consensus", Pacific Sociological
 * Review 9(2).)
 */
export function dissent(rows: readonly PositionRow[]): number | null {
  const counts = [-1, 0, 1].map((level) => rows.filter((row) => row.polarity === level).length);
  const [minus = 0, zero = 0, plus = 0] = counts;
  const all = minus + zero + plus;
  if (all === 0) return null;
  const shares = [minus / all, (minus + zero) / all, 1];
  return shares.reduce((sum, share) => sum + (share <= 0.5 ? share : 1 - share), 0);
}
