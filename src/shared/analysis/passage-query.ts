import { z } from "zod";
import { Filter } from "../model/filter.ts";
import type { AnnotationId, PaperId } from "../model/ids.ts";

/**
 * How one passage must lie to another: sharing characters, within it, around it, in one sentence or paragraph, or at
 * most n words away.
 */
export const Bond = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.enum(["overlap", "inside", "around", "sentence", "paragraph"]) }),
  z.strictObject({ unit: z.literal("words"), words: z.int().min(0).max(1000) }),
]);
export type Bond = Readonly<z.infer<typeof Bond>>;

/**
 * Passages of claims that meet a filter, narrowed step by step by what is (or with `not`: is not) beside them.
 */
export const PassageQuery = z.strictObject({
  where: Filter,
  steps: z.array(z.strictObject({ not: z.boolean(), bond: Bond, where: Filter })).max(10),
});
export type PassageQuery = Readonly<z.infer<typeof PassageQuery>>;

/**
 * A passage found: the words that the claims share, or for near ones all from the first to the last of them. UTF-16
 * offsets.
 */
export type QueriedPassage = Readonly<{ paper: PaperId; start: number; end: number; claims: readonly AnnotationId[] }>;

/** Whether a query must know where the sentences, paragraphs and words of the papers are. */
export function needsTextExtents({ steps }: PassageQuery): boolean {
  return steps.some(({ bond }) => !["overlap", "inside", "around"].includes(bond.unit));
}
