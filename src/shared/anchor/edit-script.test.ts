import fc from "fast-check";
import { expect, test } from "vitest";
import { pairEqual } from "./edit-script.ts";

function pairs(before: readonly number[], after: readonly number[], limit = 100): [number, number][] | null {
  const found: [number, number][] = [];
  const isSmall = pairEqual(Int32Array.from(before), Int32Array.from(after), limit, (x, y) => found.push([x, y]));
  return isSmall ? found.reverse() : null;
}

test.each([
  ["equal lists", [1, 2, 3], [1, 2, 3], 3],
  ["one removed", [1, 2, 3], [1, 3], 2],
  ["one put in", [1, 3], [1, 2, 3], 2],
  ["one replaced", [1, 2, 3], [1, 9, 3], 2],
  ["nothing in common", [1, 2], [3, 4], 0],
  ["an empty list", [], [3, 4], 0],
  ["two empty lists", [], [], 0],
])("%s", (_what, before, after, count) => {
  expect(pairs(before, after)).toHaveLength(count);
});

test("no pairs and false beyond the limit", () => {
  expect(pairs([1, 2, 3], [4, 5, 6], 5)).toBeNull();
  expect(pairs([1, 2, 3], [4, 5, 6], 6)).toEqual([]);
});

/** Length of a longest common subsequence by the table of all prefixes. */
function longest(before: readonly number[], after: readonly number[]): number {
  const rows = before.reduce<number[]>(
    (row, own) => {
      const next = [0];
      for (const [index, other] of after.entries())
        next.push(own === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
      return next;
    },
    after.map(() => 0).concat(0),
  );
  return rows[after.length] ?? 0;
}

test("the pairs are equal, in order in both lists, and as many as there can be", () => {
  const list = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const found = pairs(before, after) ?? [];
      for (const [x, y] of found) expect(before[x]).toBe(after[y]);
      for (const side of [0, 1] as const)
        for (let index = 1; index < found.length; index++)
          expect(found[index]?.[side]).toBeGreaterThan(found[index - 1]?.[side] ?? 0);
      expect(found).toHaveLength(longest(before, after));
    }),
  );
});
