import fc from "fast-check";
import { expect, test } from "vitest";
import { agreementsIn } from "./agreements.cases.ts";
import type { Network } from "./network.ts";
import { NetworkOptions } from "./network.ts";
import { polarisationOf } from "./polarisation.ts";

/** The camps of two networks. */
const campsOf = (congruence: Network, conflict: Network) => polarisationOf(agreementsIn(congruence, conflict));

type Weights = readonly (readonly [number, number, number])[];

function network(nodes: number, weights: Weights): Network {
  const id = (offset: number): string => String.fromCharCode(97 + offset);
  return {
    options: NetworkOptions.parse({ normalisation: "none" }),
    nodes: Array.from({ length: nodes }, (_, index) => ({
      id: id(index),
      name: id(index),
      kind: "actor",
      activity: 1,
    })),
    ties: weights.map(([source, target, weight]) => ({ source: id(source), target: id(target), weight })),
    leftOut: 0,
  };
}

test("two pairs that agree inside and argue across: camps, balance 1, polarisation 1", () => {
  const found = campsOf(
    network(4, [
      [0, 1, 2],
      [2, 3, 2],
    ]),
    network(4, [
      [0, 2, 2],
      [1, 3, 2],
    ]),
  );
  expect(found.camps).toEqual({ a: 0, b: 0, c: 1, d: 1 });
  expect(found).toMatchObject({ balance: 1, polarisation: 1, agreementAcross: 0, conflictWithin: 0 });
});

test("each part that no tie joins is divided for itself, and its first name is in the first camp", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), (pairs) => {
      // More pairs that argue than there are starts in a network of one part, and one pair that agrees.
      const argue = Array.from({ length: pairs }, (_, at) => [2 * at, 2 * at + 1, 1] as const);
      const nodes = 2 * pairs + 3;
      const found = campsOf(network(nodes, [[nodes - 2, nodes - 1, 1]]), network(nodes, argue));
      expect(found).toMatchObject({ balance: 1, parts: pairs + 1 });
      const camps = Object.values(found.camps);
      expect(camps.slice(0, 2 * pairs)).toEqual(argue.flatMap(() => [0, 1]));
      expect(camps.slice(2 * pairs)).toEqual([0, 0, 0]);
    }),
  );
});

test("where all agree there is one camp and no polarisation; without ties all is 0", () => {
  const agreed = campsOf(
    network(3, [
      [0, 1, 1],
      [1, 2, 1],
    ]),
    network(3, []),
  );
  expect(new Set(Object.values(agreed.camps)).size).toBe(1);
  expect(agreed).toMatchObject({ balance: 1, polarisation: 0 });
  expect(campsOf(network(3, []), network(3, []))).toMatchObject({ balance: 0, polarisation: 0 });
  expect(campsOf(network(0, []), network(0, []))).toMatchObject({ camps: {}, balance: 0 });
});

test("three who all argue with each other cannot be put in two camps without a conflict inside one", () => {
  const found = campsOf(
    network(3, []),
    network(3, [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
    ]),
  );
  expect(found.conflictWithin).toBeCloseTo(1 / 3);
  expect(found.balance).toBeCloseTo(2 / 3);
});

const size = 6;
const pairs = Array.from({ length: size }, (_, a) => Array.from({ length: a }, (__, b) => [b, a] as const)).flat();
const anyTies = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: pairs.length, maxLength: pairs.length })
  .map(
    (weights): Weights =>
      pairs.flatMap(([a, b], index) => ((weights[index] ?? 0) > 0 ? [[a, b, weights[index] ?? 0] as const] : [])),
  );

/** The balance of the best of all divisions, by trying each. */
function best(agreement: Weights, conflict: Weights): number {
  const total = [...agreement, ...conflict].reduce((sum, [, , weight]) => sum + weight, 0);
  let most = 0;
  for (let division = 0; division < 2 ** (size - 1); division++) {
    const same = (a: number, b: number): boolean => ((division >> a) & 1) === ((division >> b) & 1);
    const inside = agreement.reduce((sum, [a, b, weight]) => sum + (same(a, b) ? weight : 0), 0);
    const across = conflict.reduce((sum, [a, b, weight]) => sum + (same(a, b) ? 0 : weight), 0);
    most = Math.max(most, inside + across);
  }
  return total === 0 ? 0 : most / total;
}

test("the shares sum to 1, and no division of six explains more than a twentieth better", () => {
  fc.assert(
    fc.property(anyTies, anyTies, (agreement, conflict) => {
      const found = campsOf(network(size, agreement), network(size, conflict));
      const { agreementWithin, agreementAcross, conflictWithin, conflictAcross, balance, polarisation } = found;
      const sum = agreementWithin + agreementAcross + conflictWithin + conflictAcross;
      expect(sum).toBeCloseTo(agreement.length + conflict.length === 0 ? 0 : 1);
      expect(balance).toBeGreaterThanOrEqual(best(agreement, conflict) - 0.05);
      expect(balance).toBeLessThanOrEqual(best(agreement, conflict) + 1e-9);
      expect(polarisation).toBeLessThanOrEqual(1 + 1e-9);
      expect(found.camps.a).toBe(0);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test("two debates without a tie between them are two parts; conflict joins as agreement does", () => {
  expect(campsOf(network(4, [[0, 1, 1]]), network(4, [[2, 3, 1]])).parts).toBe(2);
  expect(
    campsOf(
      network(4, [
        [0, 1, 1],
        [2, 3, 1],
      ]),
      network(4, [[1, 2, 1]]),
    ).parts,
  ).toBe(1);
});
