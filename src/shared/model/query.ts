import { z } from "zod";
import { Filter } from "./filter.ts";
import { AnnotationId, PaperId } from "./ids.ts";

/** Which annotations are meant. All given parts must hold; issue and stance in one and the same position. */
export const Query = z.strictObject({
  papers: z.array(PaperId).optional(),
  /** These and no others, of whatever version of a paper. */
  annotations: z.array(AnnotationId).max(100_000).optional(),
  /** Path of an issue; its children count. */
  issue: z.string().max(2000).optional(),
  stance: z.string().max(300).optional(),
  actor: z.string().max(300).optional(),
  /** Words that must occur in quote, note, issue or actor, without regard to case and accents. */
  text: z.string().max(1000).optional(),
  /** Everything the parts above cannot say: a tree of conditions with AND, OR and NOT. */
  where: Filter.optional(),
  /** Annotations of all versions of papers; left out, those of a paper with a newer version don't count. */
  versions: z.literal("all").optional(),
});
export type Query = z.infer<typeof Query>;
