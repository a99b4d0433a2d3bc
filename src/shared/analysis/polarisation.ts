import { connectedParts } from "./connected-parts.ts";
import type { Agreements } from "./network.ts";
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
 * The two camps that fit the agreement and the conflict of a network best: the division with the largest weight of
 * agreement within and conflict across camps, found by moving single nodes while that helps, from fixed starts (each
 * node alone against the rest of its ties). Each part that no tie joins with the others is divided for itself; the
 * shares are of all ties. Deterministic; may miss the best division of networks with many nodes, as every quick search
 * may.
 */
export function polarisationOf(agreements: Agreements): Polarisation {
  const { ids, from, to, agreement, conflict } = agreements;
  const n = ids.length;
  // Agreement less conflict of each two, and all that joins one to others.
  const net = new Float64Array(n * n);
  const strength = new Float64Array(n);
  for (let tie = 0; tie < from.length; tie++) {
    const [a = 0, b = 0, agrees = 0, opposes = 0] = [from[tie], to[tie], agreement[tie], conflict[tie]];
    net[a * n + b] = net[b * n + a] = agrees - opposes;
    strength[a] = (strength[a] ?? 0) + agrees + opposes;
    strength[b] = (strength[b] ?? 0) + agrees + opposes;
  }
  const parts = connectedParts(n, from, to);
  const best = new Int8Array(n).fill(1);
  for (const part of parts) {
    const starts = part.toSorted((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0) || a - b);
    const divisions = starts.slice(0, mostStarts).map((start) => divide(net, n, part, start));
    const [found] = divisions.sort((a, b) => b.fit - a.fit);
    // The first name of a part in the alphabet is in camp 0, so that the answer does not depend on the search.
    const first = found?.sides[part[0] ?? 0] ?? 1;
    for (const index of part) best[index] = (found?.sides[index] ?? 1) * first;
  }
  const sums = { agreementWithin: 0, agreementAcross: 0, conflictWithin: 0, conflictAcross: 0 };
  let total = 0;
  for (let tie = 0; tie < from.length; tie++) {
    const [agrees = 0, opposes = 0] = [agreement[tie], conflict[tie]];
    total += agrees + opposes;
    const isWithin = best[from[tie] ?? 0] === best[to[tie] ?? 0];
    sums[isWithin ? "agreementWithin" : "agreementAcross"] += agrees;
    sums[isWithin ? "conflictWithin" : "conflictAcross"] += opposes;
  }
  const share = (sum: number): number => (total === 0 ? 0 : sum / total);
  const agreementWithin = share(sums.agreementWithin);
  const conflictAcross = share(sums.conflictAcross);
  return {
    camps: Object.fromEntries(ids.map((id, at) => [id, best[at] === 1 ? 0 : 1])),
    agreementWithin,
    agreementAcross: share(sums.agreementAcross),
    conflictWithin: share(sums.conflictWithin),
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
  // Σ weight × side over what a node is tied to, followed as sides are taken.
  const pulls = new Float64Array(n);
  const turn = (index: number, by: number): void => {
    sides[index] = (sides[index] ?? 0) + by;
    const row = index * n;
    for (const other of part) pulls[other] = (pulls[other] ?? 0) + (net[row + other] ?? 0) * by;
  };
  turn(start, 1);
  for (const index of part) if (index !== start) turn(index, (pulls[index] ?? 0) < 0 ? -1 : 1);
  for (let round = 0, moved = true; moved && round < 100; round++) {
    moved = false;
    for (const index of part) {
      const side = sides[index] ?? 0;
      if ((pulls[index] ?? 0) * side >= 0) continue;
      turn(index, -2 * side);
      moved = true;
    }
  }
  let fit = 0;
  for (const index of part) fit += (pulls[index] ?? 0) * (sides[index] ?? 0);
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
