import { type FoldedWords, foldWords, plainWords, unfold } from "./words.ts";

/** A half-open range of the canonical text, in UTF-16 units. */
export type FoundPlace = Readonly<{ start: number; end: number }>;

let last: Readonly<{ text: string; folded: FoldedWords }> | null = null;

/**
 * Every place of a paper's text that holds the words, in order and without overlap, compared as `words.ts` compares:
 * without regard to case, accents, kinds of quotes and dashes, and how white space is written. No words are found
 * nowhere.
 */
export function findIn(text: string, words: string): FoundPlace[] {
  const wanted = plainWords(words);
  const places: FoundPlace[] = [];
  if (wanted === "") return places;
  const folded = prepareFind(text);
  let offset = folded.text.indexOf(wanted);
  while (offset >= 0) {
    const place = unfold(folded, offset, offset + wanted.length);
    // One sign can be several letters as it is compared: “ﬀ”, “…”.
    if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place);
    offset = folded.text.indexOf(wanted, offset + wanted.length);
  }
  return places;
}

/** Fold a text before it is looked through. The words change with every key pressed, the text does not. */
export function prepareFind(text: string): FoldedWords {
  if (last?.text !== text) last = { text, folded: foldWords(text) };
  return last.folded;
}

/**
 * The index of the first place at or after an offset; the first of all when there is none after it, -1 when there are
 * no places.
 */
export function placeFrom(places: readonly FoundPlace[], offset: number): number {
  if (places.length === 0) return -1;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low === places.length ? 0 : low;
}

/** The most places that are drawn at once: a single letter has thousands on a screen. */
const drawn = 600;

/** The places within a range of the text, those nearest to the one at `index` where there are very many. */
export function placesNear(places: readonly FoundPlace[], near: FoundPlace, index: number): readonly FoundPlace[] {
  const first = placeFrom(places, near.start);
  if (first < 0 || (places[first]?.start ?? 0) < near.start) return [];
  const beyond = placeFrom(places, near.end);
  const last = beyond <= first ? places.length : beyond;
  const middle = index >= first && index < last ? index : (first + last) >> 1;
  const from = Math.max(first, Math.min(middle - drawn / 2, last - drawn));
  return places.slice(from, Math.min(last, from + drawn));
}

/** The index after (1) or before (-1) another, round and round; -1 when there are no places. */
export function nextPlace(places: readonly FoundPlace[], index: number, direction: 1 | -1): number {
  return places.length === 0 ? -1 : (index + direction + places.length) % places.length;
}
