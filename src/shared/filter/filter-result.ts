import type { Coded } from "../claims/claims.ts";
import type { Test } from "./words.ts";

/** Which claims of a list a filter leaves: 1 at the places of those, and how many they are. */
export type FilterResult = Readonly<{ marks: Uint8Array; count: number }>;

/** All of so many. */
export function matchAll(length: number): FilterResult {
  return { marks: new Uint8Array(length).fill(1), count: length };
}

/** Those that pass a test. */
export function filterClaims(coded: readonly Coded[], test: Test): FilterResult {
  const marks = new Uint8Array(coded.length);
  let count = 0;
  coded.forEach((claim, place) => {
    if (!test(claim, place)) return;
    marks[place] = 1;
    count++;
  });
  return { marks, count };
}

/** The places of those left, in the order given of all. */
export function inOrder({ marks, count }: FilterResult, order: Uint32Array): Uint32Array {
  // Nobody changes an order, so all of it needs no copy: with a million claims that is 4 MB for a letter.
  if (count === order.length) return order;
  const places = new Uint32Array(count);
  let length = 0;
  for (const place of order) if (marks[place] === 1) places[length++] = place;
  return places;
}
