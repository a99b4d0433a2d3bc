import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { claimList } from "../claims/claim-list.ts";
import { filterClaims, inOrder, matchAll } from "./filter-result.ts";

const list = claimList(
  libraryOf(
    Array.from({ length: 12 }, (_, index) => ({
      actor: `Actor ${index}`,
      issues: [],
      quote: `Statement ${index}`,
      at: [index * 10, index * 10 + 6] as [number, number],
    })),
  ),
);

const places = Array.from({ length: list.length }, (_, place) => place);

test("those that pass a test are left, counted, and given in whatever order is wanted", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(places), fc.shuffledSubarray(places), (passing, order) => {
      const left = filterClaims(
        list,
        (claim, place) => passing.includes(place) && list.idAt(place) === claim.annotation.id,
      );
      expect(left.count).toBe(passing.length);
      const all = [...order, ...places.filter((place) => !order.includes(place))];
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
  const marks = Uint8Array.from(places, (place) => Number(place % 5 === 0));
  const test = Object.assign(() => false, { marks });
  expect(filterClaims(list, test)).toEqual({ marks, count: 3 });
  expect(filterClaims(claimList(libraryOf([])), test).count).toBe(0);
});
