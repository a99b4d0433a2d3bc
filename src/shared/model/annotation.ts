import { z } from "zod";
import { ActorId, AnnotationId, CoderId, Instant, IssueId, PaperId, PositionId, RelationId, StanceId } from "./ids.ts";
import { storedRecord } from "./stored-record.ts";

/** A half-open range of the canonical text (UTF-16 units) with its words and up to 32 characters either side. */
export const AnchoredRange = storedRecord({
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().min(1),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
});
export type AnchoredRange = Readonly<z.infer<typeof AnchoredRange>>;

/**
 * One line of a passage: eight numbers, upper-left, upper-right, lower-left, lower-right as x, y in PDF default user
 * space (points).
 */
export const Quad = z.array(z.number()).length(8);
export type Quad = readonly number[];

/** Where a passage is on one page. */
export const Area = storedRecord({ page: z.int().min(0), quads: z.array(Quad) });
export type Area = Readonly<{ page: number; quads: readonly Quad[] }>;

/** A length on a page, in points. */
const Points = z.number().min(-100_000).max(100_000);

/**
 * A rectangle that somebody drew on a page, as around a figure. `page` is its index; lengths are points from the upper
 * left corner of the page as it is seen, y downwards. `quote` is what its words are as the coder typed them, "" where
 * there are none.
 */
export const Region = storedRecord({
  page: z.int().min(0),
  x: Points,
  y: Points,
  width: Points.positive(),
  height: Points.positive(),
  quote: z.string().max(5000),
});
export type Region = Readonly<z.infer<typeof Region>>;

/**
 * What somebody marked: ranges in order and without overlap, and the places on the pages where the paper has them. With
 * a `region` the passage is that rectangle. Its one range is then only where it belongs in the order of the text: words
 * near it, which are neither marked nor quoted (`textRanges`). Builds that know no regions show the annotation there.
 */
export const Passage = storedRecord({
  ranges: z.array(AnchoredRange).min(1).max(100),
  areas: z.array(Area),
  region: Region.optional(),
});
export type Passage = Readonly<z.infer<typeof Passage>>;

/** The Admiralty scale: reliability of the source A-F, credibility of the information 1-6. */
export const SourceGrade = storedRecord({
  reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
  credibility: z.int().min(1).max(6),
});
export type SourceGrade = Readonly<z.infer<typeof SourceGrade>>;

/**
 * What an annotation was where it was imported from: the tool, what that tool calls it (a kind of mark in a PDF), its
 * colour (`#rrggbb`) where it had one, and the identifier it has there, by which importing it again finds it.
 */
export const Origin = storedRecord({
  tool: z.string().min(1).max(200).default("pdf"),
  kind: z.string().min(1).max(200),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  foreignId: z.string().min(1).max(1000).nullable().default(null),
});
export type Origin = Readonly<z.infer<typeof Origin>>;

/** A marked passage. It is a claim when at least one position refers to it, else a note. */
export const Annotation = storedRecord({
  id: AnnotationId,
  paper: PaperId,
  passage: Passage,
  /** Who holds the claim. */
  actor: ActorId.nullable(),
  /** How sure the coder is of this coding, 1 (a guess) to 5 (certain). */
  certainty: z.int().min(1).max(5).nullable(),
  grade: SourceGrade.nullable(),
  note: z.string().max(20_000),
  /** Left out for what was marked here. */
  origin: Origin.optional(),
  /**
   * Its place in the text is not known: offsets and areas of the passage count for nothing, its quotes do. Left out for
   * what has a place.
   */
  unplaced: z.literal(true).optional(),
  coder: CoderId,
  created: Instant,
  modified: Instant,
});
export type Annotation = Readonly<z.infer<typeof Annotation>>;

/** An issue and the stance on it, held in one annotation. */
export const Position = storedRecord({
  id: PositionId,
  paper: PaperId,
  annotation: AnnotationId,
  issue: IssueId,
  /** Null when no stance was given. That is never a default for one on the scale, nor the other way round. */
  stance: StanceId.nullable(),
  /** How strongly it is put, 1 (weak) to 3 (strong). */
  strength: z.int().min(1).max(3).nullable(),
});
export type Position = Readonly<z.infer<typeof Position>>;

/** How one annotation relates to another; `evidence` reads "is evidence for". */
export const RelationKind = z.enum(["supports", "contradicts", "elaborates", "evidence"]);
export type RelationKind = z.infer<typeof RelationKind>;

const end = storedRecord({ paper: PaperId, annotation: AnnotationId });

/** A typed link from one annotation to another; `evidence` reads "is evidence for". */
export const Relation = storedRecord({
  id: RelationId,
  kind: RelationKind,
  source: end,
  target: end,
  coder: CoderId,
  created: Instant,
});
export type Relation = Readonly<z.infer<typeof Relation>>;

/** What is shown in place of the words of a rectangle that has none. */
export const wordlessSign = "▭";

/** The words of a passage, ranges joined by an ellipsis; of a rectangle those typed, or the sign for one without. */
export function quoteOf(passage: Passage): string {
  if (passage.region !== undefined) return passage.region.quote || wordlessSign;
  return passage.ranges.map((range) => range.quote).join(" … ");
}

const noRanges: readonly AnchoredRange[] = [];

/** The ranges of canonical text that a passage marks; none of a rectangle. Equal passages give the identical list. */
export function textRanges(passage: Pick<Passage, "ranges" | "region">): readonly AnchoredRange[] {
  return passage.region === undefined ? passage.ranges : noRanges;
}

/**
 * First and last offset of a passage in the canonical text (UTF-16 units, end excluded); of a rectangle those of words
 * near it.
 */
export function extentOf(passage: Passage): { start: number; end: number } {
  let [first, last] = [Infinity, -Infinity];
  // Called for each of thousands of claims after each change.
  for (const { start, end } of passage.ranges) {
    if (start < first) first = start;
    if (end > last) last = end;
  }
  return { start: first, end: last };
}
