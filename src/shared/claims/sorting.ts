import type { Library } from "../model/library.ts";
import { type AttributeWith, attributesWith, claimAttributes } from "./attributes.ts";
import type { ClaimList } from "./claim-list.ts";

/** What claims are sorted by. `place`: by paper and place in its text. */
export type Sorting = "place" | AttributeWith<"sort">;

/** How a table of claims may be sorted. */
export const sortings: readonly Sorting[] = ["place", ...attributesWith("sort")];

/** What can be sorted: claims in the order of papers and text. */
export type Sortable = Pick<ClaimList, "length" | "eachFacts"> &
  Readonly<{ papers: readonly Readonly<{ quotes: () => readonly string[] }>[] }>;

/**
 * The places of claims in order. They come in the order of papers and text, and what is equal stays so. Empty values
 * come last in either direction.
 */
export function orderClaims(library: Library, list: Sortable, by: Sorting, down: boolean): Uint32Array {
  const order = new Uint32Array(list.length);
  for (let place = 0; place < order.length; place++) order[place] = place;
  if (by === "place") return down ? order.reverse() : order;
  const { sort } = claimAttributes[by];
  if (sort?.by !== "quote") known = new WeakMap();
  const keys: (string | number | null)[] = [];
  if (sort?.by === "facts") {
    const keyOf = sort.keyOf(library);
    list.eachFacts((claim) => keys.push(keyOf(claim)));
  } else if (sort !== undefined)
    for (const paper of list.papers) for (const key of quoteKeys(paper, sort.keyOf)) keys.push(key);
  return orderByKeys(keys, down);
}

/** The keys of quotes of each paper, as long as claims are sorted by them: reading all quotes again takes seconds. */
let known = new WeakMap<object, readonly string[]>();

function quoteKeys(
  paper: Readonly<{ quotes: () => readonly string[] }>,
  keyOf: (quote: string) => string,
): readonly string[] {
  const keys = known.get(paper) ?? paper.quotes().map(keyOf);
  known.set(paper, keys);
  return keys;
}

/**
 * The places of keys in order. Only the keys that differ are compared: thousands of claims have the same actor or
 * issue.
 */
function orderByKeys(keys: readonly (string | number | null)[], down: boolean): Uint32Array {
  const counts = new Map<string | number | null, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const direction = down ? -1 : 1;
  const distinct = [...counts.keys()].sort((a, b) => {
    if (a === null || b === null) return a === null ? 1 : -1;
    return direction * (a < b ? -1 : 1);
  });
  const next = new Map<string | number | null, number>();
  let start = 0;
  for (const key of distinct) {
    next.set(key, start);
    start += counts.get(key) ?? 0;
  }
  const order = new Uint32Array(keys.length);
  for (const [place, key] of keys.entries()) {
    const index = next.get(key) ?? 0;
    next.set(key, index + 1);
    order[index] = place;
  }
  return order;
}
