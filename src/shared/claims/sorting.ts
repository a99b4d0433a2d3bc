import { quoteOf } from "../model/annotation.ts";
import type { Library } from "../model/library.ts";
import type { Coded } from "./claims.ts";
import { orderOf } from "./name-order.ts";

/** How a table of claims may be put in order. `place`: by paper and place in its text. */
export const sortings = [
  "place",
  "quote",
  "issue",
  "stance",
  "actor",
  "certainty",
  "grade",
  "coder",
  "modified",
  "paper",
] as const;
/** What the claims are put in order by. */
export type Sorting = (typeof sortings)[number];

/**
 * The places of claims in order. They come in the order of papers and text, and what is equal stays so. What says nothing stands
 * last in either direction.
 */
export function orderClaims(library: Library, coded: readonly Coded[], by: Sorting, down: boolean): Uint32Array {
  const order = Uint32Array.from(coded, (_, place) => place);
  if (by === "place") return down ? order.reverse() : order;
  const keys = coded.map(sortKey(library, by));
  const direction = down ? -1 : 1;
  return order.sort((one, other) => {
    const [a, b] = [keys[one] ?? null, keys[other] ?? null];
    if (a === b) return one - other;
    if (a === null || b === null) return a === null ? 1 : -1;
    return direction * (a < b ? -1 : 1);
  });
}

function sortKey(library: Library, by: Exclude<Sorting, "place">): (coded: Coded) => string | number | null {
  switch (by) {
    case "quote":
      // Comparing folded words is a hundred times cheaper than collating long quotes.
      return ({ annotation }) => quoteOf(annotation.passage).slice(0, 80).toLowerCase();
    case "issue":
    case "stance": {
      const order = orderOf(library, by);
      return ({ positions }) => least(positions.map((one) => order.get(one[by] ?? "")));
    }
    case "actor":
    case "coder":
    case "paper": {
      const order = orderOf(library, by);
      return ({ annotation }) => order.get(annotation[by] ?? "") ?? null;
    }
    case "certainty":
      return ({ annotation }) => annotation.certainty;
    case "grade":
      return ({ annotation: { grade } }) => (grade === null ? null : `${grade.reliability}${grade.credibility}`);
    case "modified":
      return ({ annotation }) => annotation.modified;
  }
}

function least(numbers: readonly (number | undefined)[]): number | null {
  const known = numbers.filter((one) => one !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}
