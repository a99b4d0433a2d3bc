import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { allCoded } from "../claims/claims.ts";
import { filterClaims, inOrder, matchAll } from "./filter-result.ts";

const coded = allCoded(
  libraryOf(
    Array.from({ length: 12 }, (_, index) => ({
      actor: `Actor ${index}`,
      issues: [],
      quote: `Statement ${index}`,
      at: [index * 10, index * 10 + 6] as [number, number],
    })),
  ),
);

test("those that pass a test are left, counted, and given in whatever order is wanted", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...coded.keys()]), fc.shuffledSubarray([...coded.keys()]), (passing, order) => {
      const left = filterClaims(coded, (claim, place) => passing.includes(place) && coded[place] === claim);
      expect(left.count).toBe(passing.length);
      const all = [...order, ...[...coded.keys()].filter((place) => !order.includes(place))];
      expect([...inOrder(left, Uint32Array.from(all))]).toEqual(all.filter((place) => passing.includes(place)));
    }),
  );
});

test("everything is left of any number", () => {
  expect(matchAll(3)).toEqual({ marks: Uint8Array.of(1, 1, 1), count: 3 });
  expect([...inOrder(matchAll(3), Uint32Array.of(2, 0, 1))]).toEqual([2, 0, 1]);
});

test("where all are left, the order itself says their places", () => {
  const order = Uint32Array.of(2, 0, 1);
  expect(inOrder(matchAll(3), order)).toBe(order);
});

test("a test that has marked a whole list is not asked of each of its claims", () => {
  const marks = Uint8Array.from(coded, (_, place) => Number(place % 5 === 0));
  const test = Object.assign(() => false, { marks });
  expect(filterClaims(coded, test)).toEqual({ marks, count: 3 });
  expect(filterClaims(coded.slice(1), test).count).toBe(0);
});
