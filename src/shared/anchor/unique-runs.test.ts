import fc from "fast-check";
import { expect, test } from "vitest";
import { type Anchor, longestChain, uniqueRuns } from "./unique-runs.ts";

function list(ids: readonly number[], taken: readonly number[] = []) {
  return { ids: Int32Array.from(ids), from: 0, to: ids.length, isFree: (index: number) => !taken.includes(index) };
}

test.each([
  ["a run that both have once", [1, 2, 3], [9, 1, 2, 8], [{ before: 0, after: 1 }]],
  ["not one that is twice in the first", [1, 2, 1, 2], [1, 2], []],
  ["not one that is twice in the second", [1, 2], [1, 2, 1, 2], []],
  [
    "all of one that is longer",
    [1, 2, 3],
    [1, 2, 3],
    [
      { before: 0, after: 0 },
      { before: 1, after: 1 },
    ],
  ],
  ["nothing in a list that is too short", [1], [1], []],
])("%s", (_what, before, after, expected) => {
  expect(uniqueRuns(list(before), list(after), 2)).toEqual(expected);
});

test("what is taken is in no run", () => {
  expect(uniqueRuns(list([1, 2, 3, 4], [1]), list([1, 2, 3, 4]), 2)).toEqual([{ before: 2, after: 2 }]);
  expect(uniqueRuns(list([1, 2, 5, 1, 2], [0]), list([1, 2]), 2)).toEqual([{ before: 3, after: 0 }]);
});

test("only what is between the borders is looked at", () => {
  const before = { ...list([1, 2, 1, 2]), from: 2 };
  expect(uniqueRuns(before, list([1, 2]), 2)).toEqual([{ before: 2, after: 0 }]);
});

test("the chain rises in both lists and no other is longer", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40), { maxLength: 10 }), (places) => {
      const anchors = places.map((after, before): Anchor => ({ before, after }));
      const chain = longestChain(anchors);
      for (const [index, { before, after }] of chain.entries()) {
        expect(anchors[before]?.after).toBe(after);
        if (index > 0) expect(after).toBeGreaterThan(chain[index - 1]?.after ?? -1);
      }
      const lengths: number[] = [];
      for (const [index, place] of places.entries())
        lengths.push(1 + Math.max(0, ...lengths.filter((_, other) => (places[other] ?? 0) < place && other < index)));
      expect(chain).toHaveLength(Math.max(0, ...lengths));
    }),
  );
});
