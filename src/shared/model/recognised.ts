import { z } from "zod";

const length = z.number().min(-20_000).max(20_000);

/** Codes of languages as Tesseract has them: mostly ISO 639-3, as `eng` and `urd`; `chi_sim` for a script of one. */
export const OcrLanguage = z.string().regex(/^[a-z]{3}(_[A-Za-z0-9]{1,12}){0,2}$/);

/** A word that was recognised in a picture. */
export const RecognisedWord = z.strictObject({
  text: z.string().min(1).max(1000),
  /** How sure the engine is of it, 0 to 100. */
  confidence: z.number().min(0).max(100),
  left: length,
  right: length,
  /** Where its letters are parted, from left to right; left out where that isn't known. */
  cuts: z.array(length).max(1000).optional(),
});
export type RecognisedWord = Readonly<z.infer<typeof RecognisedWord>>;

/**
 * What was recognised on one page. Lengths are in points (1/72 inch) on the page as it is read: its visible part turned
 * clockwise by `turn`, then straightened by turning it back (anticlockwise) by `skew` degrees around its middle. Zero
 * is its lower left corner.
 */
export const RecognisedPage = z.strictObject({
  /** Counted from 0. */
  page: z.int().min(0).max(1_000_000),
  languages: z.array(OcrLanguage).min(1).max(20),
  /** The mean of its words, each weighed by its letters; 0 where there are none. */
  confidence: z.number().min(0).max(100),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  skew: z.number().min(-45).max(45),
  lines: z
    .array(
      z.strictObject({
        /** The height of its type, and the y of its baseline. */
        size: z.number().min(1).max(2000),
        base: length,
        /** In the order in which they are read. */
        words: z.array(RecognisedWord).min(1).max(5000),
      }),
    )
    .max(20_000),
});
export type RecognisedPage = Readonly<z.infer<typeof RecognisedPage>>;
export type RecognisedLine = RecognisedPage["lines"][number];

/** All pages of a paper that were recognised, in order. */
export const Recognised = z.strictObject({ pages: z.array(RecognisedPage).max(100_000) });
export type Recognised = Readonly<z.infer<typeof Recognised>>;
