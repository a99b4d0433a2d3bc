import type { Coded } from "./claims.ts";
import type { NamedAttribute } from "./name-order.ts";

/**
 * What a claim refers to by one kind: an actor, the issues of its positions … An empty identifier when it, or one of
 * its positions, refers to none.
 */
export function referredTo({ annotation, positions }: Coded, by: NamedAttribute): readonly string[] {
  if (by !== "issue" && by !== "stance") return [annotation[by] ?? ""];
  return positions.length === 0 ? [""] : [...new Set(positions.map((position) => position[by] ?? ""))];
}
