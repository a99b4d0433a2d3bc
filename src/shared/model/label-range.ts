import { z } from "zod";
import { storedRecord } from "./stored-record.ts";

/** How a page number is written: 12, xii, XII, l, L, or not at all, so that only the prefix is left. */
export const LabelStyle = z.enum(["arabic", "roman", "capitalRoman", "letters", "capitalLetters", "none"]);
export type LabelStyle = z.infer<typeof LabelStyle>;

/** Page numbers given to a stretch of pages. Pages count from 1, as they lie in the file, both ends included. */
export const LabelRange = storedRecord({
  from: z.int().min(1),
  to: z.int().min(1),
  style: LabelStyle,
  /** The prefix of each number: `A-`. */
  prefix: z.string().max(40),
  /** The number of the first page. */
  start: z.int().min(1).max(100_000),
});
export type LabelRange = Readonly<z.infer<typeof LabelRange>>;
