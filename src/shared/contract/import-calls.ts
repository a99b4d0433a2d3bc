import { z } from "zod";
import { isDay } from "../model/day.ts";
import { PaperId } from "../model/ids.ts";
import { Extent, Lines, TrackedText } from "../model/paper.ts";
import { OcrLanguage } from "../model/recognised.ts";

const bytes = z.instanceof(Uint8Array<ArrayBufferLike>);
const job = z.string().min(1).max(100).optional();
const fileName = z.string().min(1).max(500);
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is written 2021, 2021-03 or 2021-03-09")
  .refine(isDay, "the calendar has no such date")
  .optional();
const ocrLanguages = z.array(OcrLanguage).min(1).max(10);

/** How a text is to be read; the file itself says it where they are left out. */
const reading = {
  encoding: z.string().min(1).max(40).optional(),
  lines: Lines.optional(),
  extent: Extent.optional(),
  changes: TrackedText.optional(),
};

/** The calls that bring papers in and read them again, with the form of their arguments. */
export const importCalls = {
  /**
   * Bring in one file. The same paper again gives `duplicate: true` and the paper already there, with what a copy says
   * more of it.
   */
  importPaper: z.strictObject({
    name: fileName,
    bytes,
    title: z.string().min(1).max(2000).optional(),
    author: z.string().min(1).max(300).optional(),
    /** Several authors, in place of `author`. */
    authors: z.array(z.string().min(1).max(300)).max(200).optional(),
    date,
    password: z.string().max(1000).optional(),
    /** The same bytes with another reading are read again. */
    ...reading,
    /** Recognise the words of pages without text in these languages. A PDF that is here already is read again. */
    ocr: ocrLanguages.optional(),
    /**
     * The paper that this file is a new version of. Its claims and notes are carried over, as far as that is certain.
     */
    replaces: PaperId.optional(),
    job,
    /** The job of the file before this one: papers that are read side by side are added in the order of their files. */
    after: job,
  }),
  /** Make a paper the new version of another, and carry claims and notes over as an import does. */
  replacePaper: z.strictObject({ paper: PaperId, replaces: PaperId, job }),
  /** Where undecided claims and notes of the earlier version of a paper are in this one, in the order of that text. */
  carryQueue: z.strictObject({ paper: PaperId, job }),
  /** The languages that words can be recognised in, by Tesseract's codes. */
  ocrLanguages: z.strictObject({}),
  /**
   * Read pages of a paper by recognising their words: those named (counted from 0), else all that have no text. Claims
   * and notes stay at their words.
   */
  recognisePaper: z.strictObject({
    paper: PaperId,
    languages: ocrLanguages,
    pages: z.array(z.int().min(0)).min(1).max(100_000).optional(),
    password: z.string().max(1000).optional(),
    job,
  }),
  /** Read the source of a text again, in another encoding or with other lines. Claims and notes stay at their words. */
  rereadPaper: z.strictObject({
    paper: PaperId,
    ...reading,
    job,
  }),
  /**
   * Read a paper's source again as it was read before, where this program reads it differently than an earlier version
   * did. Claims and notes stay at their words.
   */
  readWithNewer: z.strictObject({ paper: PaperId, password: z.string().max(1000).optional(), job }),
  /** What a file would be imported as: format, details and whether the library has it. Nothing is imported. */
  previewPaper: z.strictObject({ name: fileName, bytes, job }),
  /** How a text would be read: of a file, or of a paper's own source. Null for what is not a text. */
  previewText: z.strictObject({
    source: z.union([z.strictObject({ name: fileName, bytes }), z.strictObject({ paper: PaperId })]),
    ...reading,
    job,
  }),
} as const;
