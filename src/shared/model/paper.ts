import { z } from "zod";
import { encodings } from "./encodings.ts";
import { ActorId, AnnotationId, CoderId, Instant, PaperId } from "./ids.ts";
import { LabelRange } from "./label-range.ts";
import { type PaperFormat, paperFormats } from "./paper-format.ts";
import { storedRecord } from "./stored-record.ts";

/** How the lines of a plain text are read: each as a paragraph, or joined into paragraphs. */
export const Lines = z.enum(["keep", "join"]);
export type Lines = z.infer<typeof Lines>;

/** What of a web page is read: its article, or all of the page with menus and notices. */
export const Extent = z.enum(["article", "page"]);
export type Extent = z.infer<typeof Extent>;

/** Which text of a document with tracked changes is read: with the changes accepted, or as it was before them. */
export const TrackedText = z.enum(["accepted", "before"]);
export type TrackedText = z.infer<typeof TrackedText>;

/**
 * How a text was read where the reader has chosen it: the encoding, what becomes of its lines, how much of a web page,
 * tracked changes, and words recognised in pictures of its pages. Null, or no extent: found out from the file.
 */
export const Reading = storedRecord({
  encoding: z.enum(encodings).nullable(),
  lines: Lines.nullable(),
  extent: Extent.optional(),
  /** Left out: accepted. */
  changes: TrackedText.optional(),
  /** Which recognised words (OCR) the text has, by a digest of them; left out where it has none. */
  ocr: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** Of a text that another reader has read again: the number of that (`reader-version.ts`). */
  reader: z.int().min(0).optional(),
});
export type Reading = Readonly<z.infer<typeof Reading>>;

const Label = z.string().min(1).max(200);

/** A claim or note that was moved to a new reading of its text without certainty, and its words before. */
export const PlaceToCheck = storedRecord({
  annotation: AnnotationId,
  status: z.enum(["same", "moved", "changed", "lost"]),
  quote: z.string().max(4000),
});
export type PlaceToCheck = Readonly<z.infer<typeof PlaceToCheck>>;

/** The record of an imported document. Its words and structure are a `PaperContent`, kept apart and never changed. */
export const Paper = storedRecord({
  id: PaperId,
  title: z.string().min(1).max(2000),
  authors: z.array(z.string().min(1).max(500)).max(200),
  /** Names found in the file that may be its authors. They are offered where `authors` is empty, and nowhere else. */
  suggestedAuthors: z.array(z.string().min(1).max(500)).max(20).default([]),
  /** Date of publication, ISO 8601, as exact as known: `2021`, `2021-03` or `2021-03-09`. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  format: z.enum(Object.keys(paperFormats) as [PaperFormat, ...PaperFormat[]]),
  /** The name of the file it was imported from, without any folder. */
  fileName: z.string().min(1).max(500),
  /** SHA-256 of the source bytes, lower-case hexadecimal. A paper's identity across libraries. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Size of the source, in bytes. */
  bytes: z.int().min(0),
  /** Length of the canonical text, in UTF-16 units. */
  characters: z.int().min(0),
  /** Number of pages; of sections where the format has no pages. */
  pages: z.int().min(0),
  /** Who holds a claim of this paper when nobody else is named. */
  author: ActorId.nullable(),
  /** Who brought it out, and where it can be found on the web. */
  publisher: z.string().max(1000).default(""),
  link: z.string().max(4000).default(""),
  /** Language of its words, as BCP 47 writes it: `en`, `zh-Hans`. Empty when not said. */
  language: z
    .string()
    .regex(/^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$/)
    .max(35)
    .default(""),
  /** Numbers others know it by, each with its kind: `doi:10.1000/182`, `isbn:9780141036144`, `report:COM(2021) 4`. */
  identifiers: z.array(z.string().min(1).max(500)).max(50).default([]),
  /** What the reader wants to remember about the paper as a whole. */
  note: z.string().max(20_000).default(""),
  /**
   * The reader's own words for sorting papers: a paper has any number of tags and is in any number of collections.
   */
  tags: z.array(Label).max(200).default([]),
  collections: z.array(Label).max(200).default([]),
  /** Page labels that the reader has given in place of those the file has; of two for one page the later counts. */
  labels: z.array(LabelRange).max(200).default([]),
  /** Where the canonical text comes from: the document itself, or optical character recognition. */
  text: z.enum(["own", "ocr"]).default("own"),
  /** The earlier version of the same document that this one replaces; it may have been removed since. */
  replaces: PaperId.nullable().default(null),
  /** Annotations of that version of which somebody decided that they have no place in this one. */
  notCarried: z.array(AnnotationId).max(100_000).default([]),
  /** Claims and notes whose places are not certain since the text was read again; left out where there are none. */
  toCheck: z.array(PlaceToCheck).max(100_000).optional(),
  /** Left out where the file was read as it is. */
  reading: Reading.optional(),
  /** The number of the reader of its text (`reader-version.ts`); left out where it is from before the numbers. */
  reader: z.int().min(0).optional(),
  added: Instant,
  coder: CoderId,
});
export type Paper = Readonly<z.infer<typeof Paper>>;

/** What a new paper has of the parts that nobody must fill in. */
export const blankPaper = {
  suggestedAuthors: [],
  publisher: "",
  link: "",
  language: "",
  identifiers: [],
  note: "",
  tags: [],
  collections: [],
  labels: [],
  text: "own",
  replaces: null,
  notCarried: [],
} satisfies Partial<Paper>;
