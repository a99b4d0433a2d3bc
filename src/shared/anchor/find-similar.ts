import type { WordAlignment } from "./align-words.ts";
import { pairEqual } from "./edit-script.ts";

/** A half-open range of words, and the share of the passage's words that are in it in their order. */
export type SimilarPlace = Readonly<{ from: number; to: number; score: number }>;

/** A passage shorter than this, in words, is found anywhere. */
const leastWords = 8;
/** A word that occurs more often than this says nothing about a place. */
const mostOccurrences = 12;
/** How many places are compared word by word. */
const mostPlaces = 5;

/**
 * The stretch of a later text that has most words of a passage (half-open range of words of the earlier one) in their
 * order, among words that nothing of the earlier text became. Null where nothing is like it.
 */
export function findSimilar(alignment: WordAlignment, from: number, to: number): SimilarPlace | null {
  const length = to - from;
  if (length < leastWords) return null;
  const wanted = alignment.before.ids.subarray(from, to);
  let best: SimilarPlace | null = null;
  for (const start of likelyStarts(alignment, from, to)) {
    const margin = Math.ceil(length / 3);
    const first = Math.max(0, start - margin);
    const last = Math.min(alignment.after.ids.length, start + length + margin);
    const place = compare(wanted, alignment, first, last);
    if (place !== null && (best === null || place.score > best.score)) best = place;
  }
  return best;
}

/** Where the passage may begin: places that most of its rare words point at, best first. */
function likelyStarts({ before, after, origin }: WordAlignment, from: number, to: number): number[] {
  const wanted = new Map<number, number[]>();
  for (let index = from; index < to; index++) {
    const id = before.ids[index] ?? -1;
    wanted.set(id, [...(wanted.get(id) ?? []), index - from]);
  }
  const places = new Map<number, number[]>();
  for (let index = 0; index < after.ids.length; index++) {
    const id = after.ids[index] ?? -1;
    if (!wanted.has(id) || !isFree(origin[index] ?? -1, from, to)) continue;
    const found = places.get(id) ?? [];
    if (found.length <= mostOccurrences) found.push(index);
    places.set(id, found);
  }
  const votes = new Map<number, number>();
  const width = Math.max(4, (to - from) >> 2);
  for (const [id, found] of places) {
    if (found.length > mostOccurrences) continue;
    for (const index of found)
      for (const offset of wanted.get(id) ?? []) {
        const bin = Math.floor((index - offset) / width);
        votes.set(bin, (votes.get(bin) ?? 0) + 1 / found.length);
        votes.set(bin + 1, (votes.get(bin + 1) ?? 0) + 1 / found.length);
      }
  }
  return [...votes]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostPlaces)
    .map(([bin]) => bin * width);
}

/** Whether a word of the later text may be one of the passage: nothing else became it. */
function isFree(origin: number, from: number, to: number): boolean {
  return origin === -1 || (origin >= from && origin < to);
}

function compare(
  wanted: Int32Array,
  { after, origin }: WordAlignment,
  first: number,
  last: number,
): SimilarPlace | null {
  const there = after.ids.slice(first, last);
  for (let index = first; index < last; index++) if ((origin[index] ?? -1) >= 0) there[index - first] = -1;
  const found: number[] = [];
  pairEqual(wanted, there, wanted.length + there.length, (_own, other) => found.push(first + other));
  const [end, start] = [found[0], found.at(-1)];
  if (start === undefined || end === undefined) return null;
  return { from: start, to: end + 1, score: found.length / wanted.length };
}
