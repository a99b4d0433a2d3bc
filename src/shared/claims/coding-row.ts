import { z } from "zod";
import { Region } from "../model/annotation.ts";
import { AnnotationId } from "../model/ids.ts";

/** How a claim is asked for by its words: one row of `annotate --from`. Names and paths, not identifiers. */
export const CodingRow = z.strictObject({
  /**
   * The claim's own identifier, where the row was exported from a library. A claim that is there is not added again.
   */
  id: AnnotationId.optional(),
  /** Identifier, the beginning of one, or the title. */
  paper: z.string().min(1).max(2000),
  /** Its words; of a rectangle the words on it, "" where there are none. */
  quote: z.string().max(100_000),
  /** The rectangle on a page that is meant instead of words. Its own quote counts for nothing. */
  region: Region.optional(),
  /** Which occurrence of the quote, from 1. Needed only when it occurs more than once. */
  nth: z.int().min(1).optional(),
  /**
   * Where the quote was, a UTF-16 offset of the canonical text: tells its occurrences apart where the quote is still
   * there.
   */
  start: z.int().min(0).optional(),
  positions: z
    .array(
      z.strictObject({
        /** Path as `printPath` writes it. Made, with a notice, when it is not in the codebook. */
        issue: z.string().min(1).max(2000),
        /** Name, glyph or key of a stance; no stance when left out. Never made. */
        stance: z.string().min(1).max(300).optional(),
        strength: z.int().min(1).max(3).optional(),
      }),
    )
    .max(50),
  /** Name or alias. Made, with a notice, when unknown; no actor when left out. */
  actor: z.string().min(1).max(300).optional(),
  certainty: z.int().min(1).max(5).optional(),
  note: z.string().max(20_000).optional(),
  /** Name of the coder who made this claim; the present coder when left out. */
  coder: z.string().min(1).max(300).optional(),
});
export type CodingRow = z.infer<typeof CodingRow>;
