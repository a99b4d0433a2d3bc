import type { Library } from "../model/library.ts";
import { type AttributeWith, attributesWith, claimAttributes } from "./attributes.ts";
import type { Coded } from "./claims.ts";

/** What claims are sorted by. `place`: by paper and place in its text. */
export type Sorting = "place" | AttributeWith<"sortKey">;

/** How a table of claims may be sorted. */
export const sortings: readonly Sorting[] = ["place", ...attributesWith("sortKey")];

/**
 * The places of claims in order. They come in the order of papers and text, and what is equal stays so. Empty values
 * come last in either direction.
 */
export function orderClaims(library: Library, coded: readonly Coded[], by: Sorting, down: boolean): Uint32Array {
  const order = Uint32Array.from(coded, (_, place) => place);
  if (by === "place") return down ? order.reverse() : order;
  const keyOf = claimAttributes[by].sortKey?.(library);
  if (keyOf === undefined) return order;
  const keys = coded.map(keyOf);
  const direction = down ? -1 : 1;
  return order.sort((first, other) => {
    const [a, b] = [keys[first] ?? null, keys[other] ?? null];
    if (a === b) return first - other;
    if (a === null || b === null) return a === null ? 1 : -1;
    return direction * (a < b ? -1 : 1);
  });
}
