import fc from "fast-check";
import { expect, test } from "vitest";
import { firstWhere, touching } from "./touching.ts";

test("the first place where something holds is found", () => {
  expect(firstWhere(0, () => true)).toBe(0);
  expect(firstWhere(4, () => false)).toBe(4);
  for (let first = 0; first <= 5; first++) expect(firstWhere(5, (index) => index >= first)).toBe(first);
});

const range = fc.tuple(fc.nat(40), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
/** Some have several ranges, some none and only a place. */
const ranged = fc.tuple(fc.array(range, { maxLength: 3 }), fc.nat(40)).map(([ranges, place]) => ({
  ranges,
  start: ranges.length === 0 ? place : Math.min(...ranges.map(({ start }) => start)),
}));

test("those found are the ones that a look at each finds, in order", () => {
  fc.assert(
    fc.property(fc.array(ranged, { maxLength: 30 }), range, (list, wanted) => {
      const sorted = list.toSorted((a, b) => a.start - b.start);
      const touches = ({ start, end }: { start: number; end: number }): boolean =>
        start <= wanted.end && end >= wanted.start;
      expect(touching(sorted, wanted)).toEqual(sorted.filter(({ ranges }) => ranges.some(touches)));
      // A second question about the same list is answered from what is known of it.
      expect(touching(sorted, wanted)).toEqual(sorted.filter(({ ranges }) => ranges.some(touches)));
    }),
  );
});
