import type { ClaimList } from "../claims/claim-list.ts";
import type { Test } from "./words.ts";

/** Which claims of a list a filter leaves: 1 at the places of those, and how many they are. */
export type FilterResult = Readonly<{ marks: Uint8Array; count: number }>;

/** All of so many. */
export function matchAll(length: number): FilterResult {
  return { marks: new Uint8Array(length).fill(1), count: length };
}

/** Those of a list that pass a test. */
export function filterClaims(list: ClaimList, test: Test): FilterResult {
  // Of a million claims, to ask for each takes longer than to find the words.
  const marks = test.marks?.length === list.length ? test.marks : askedFor(list, test);
  let count = 0;
  for (let place = 0; place < marks.length; place++) count += marks[place] ?? 0;
  return { marks, count };
}

function askedFor(list: ClaimList, test: Test): Uint8Array {
  const marks = new Uint8Array(list.length);
  list.eachFacts((claim, place) => {
    if (test(claim, place)) marks[place] = 1;
  });
  return marks;
}

/** The places of those left, in the order given of all. */
export function inOrder({ marks, count }: FilterResult, order: Uint32Array): Uint32Array {
  // Nobody changes an order, so all of it needs no copy: with a million claims that is 4 MB for a letter.
  if (count === order.length) return order;
  const places = new Uint32Array(count);
  let length = 0;
  for (let index = 0; length < count && index < order.length; index++) {
    const place = order[index] ?? 0;
    if (marks[place] === 1) places[length++] = place;
  }
  return places;
}
