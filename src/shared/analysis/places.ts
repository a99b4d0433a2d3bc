import { z } from "zod";
import type { PaperContent } from "../model/content.ts";
import { sentencesIn } from "../search/sentences.ts";

/**
 * How close two passages must be: the same claim, overlapping, in one sentence or paragraph, or at most n words apart.
 */
export const Nearness = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.enum(["claim", "overlap", "sentence", "paragraph"]) }),
  z.strictObject({ unit: z.literal("words"), words: z.int().min(0).max(1000) }),
]);
export type Nearness = Readonly<z.infer<typeof Nearness>>;

/**
 * Where the sentences, paragraphs and words of a paper begin: offsets of the canonical text, UTF-16 units, ascending.
 */
export type ClaimExtents = Readonly<{
  sentences: readonly number[];
  paragraphs: readonly number[];
  words: readonly number[];
}>;

/**
 * The places of a paper. Sentences as `sentencesIn` finds them, words after Unicode (UAX 29) by `Intl.Segmenter`, block
 * by block; a block that continues the one before belongs to its paragraph.
 */
export function placesOf(content: PaperContent): ClaimExtents {
  const word = new Intl.Segmenter(undefined, { granularity: "word" });
  const sentences: number[] = [];
  const paragraphs: number[] = [];
  const words: number[] = [];
  for (const [index, block] of content.blocks.entries()) {
    if (block.continues) continue;
    let end = block.end;
    for (let next = index + 1; content.blocks[next]?.continues; next++) end = content.blocks[next]?.end ?? end;
    const text = content.text.slice(block.start, end);
    paragraphs.push(block.start);
    for (const part of sentencesIn(text)) sentences.push(block.start + part.start);
    for (const part of word.segment(text)) if (part.isWordLike) words.push(block.start + part.index);
  }
  return { sentences, paragraphs, words };
}

/** A stretch of canonical text, half-open, UTF-16 units. */
export type PlaceExtent = Readonly<{ start: number; end: number }>;

/** Numbers of the first and last place that an extent touches, counted from 0. */
export function extentsIn(
  starts: readonly number[],
  { start, end }: PlaceExtent,
): Readonly<{ first: number; last: number }> {
  const first = Math.max(0, before(starts, start));
  return { first, last: Math.max(first, before(starts, Math.max(start, end - 1))) };
}

/** Index of the last start at or before an offset; -1 when there is none. */
function before(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether two extents of one text share at least one character. */
export function overlaps(a: PlaceExtent, b: PlaceExtent): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the first extent lies within the second. */
export function inside(a: PlaceExtent, b: PlaceExtent): boolean {
  return a.start >= b.start && a.end <= b.end;
}

/** An extent counted in the unit of a nearness, and how many units may lie between two that are near. */
export function measured(
  nearness: Nearness,
  places: ClaimExtents | undefined,
  extent: PlaceExtent,
): PlaceExtent & { gap: number } {
  if (nearness.unit === "claim" || nearness.unit === "overlap" || places === undefined) return { ...extent, gap: 0 };
  const starts =
    nearness.unit === "sentence" ? places.sentences : nearness.unit === "paragraph" ? places.paragraphs : places.words;
  const { first, last } = extentsIn(starts, extent);
  return { start: first, end: last + 1, gap: nearness.unit === "words" ? nearness.words : 0 };
}

/**
 * Whether two extents of one paper are near each other; n words may be between them, "within 0 words" is side by side.
 */
export function near(nearness: Nearness, places: ClaimExtents | undefined, a: PlaceExtent, b: PlaceExtent): boolean {
  const nearest = measured(nearness, places, a);
  const two = measured(nearness, places, b);
  if (nearness.unit !== "words") return overlaps(nearest, two);
  return nearest.start <= two.end + nearest.gap && two.start <= nearest.end + nearest.gap;
}
