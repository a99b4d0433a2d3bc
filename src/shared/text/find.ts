import { type FoldedWords, foldWords, plainWords, unfold } from "./words.ts";

/** A half-open range of the canonical text, in UTF-16 units. */
export type FoundPlace = Readonly<{ start: number; end: number }>;

let last: Readonly<{ text: string; folded: FoldedWords }> | null = null;

/**
 * Every place of a paper's text that holds the words, in order and without overlap, compared as `words.ts` compares: without
 * regard to case, accents, kinds of quotes and dashes, and how white space is written. No words are found nowhere.
 */
export function findIn(text: string, words: string): FoundPlace[] {
  const wanted = plainWords(words);
  const places: FoundPlace[] = [];
  if (wanted === "") return places;
  // The words change with every key pressed, the text does not.
  if (last?.text !== text) last = { text, folded: foldWords(text) };
  const { folded } = last;
  let at = folded.text.indexOf(wanted);
  while (at >= 0) {
    const place = unfold(folded, at, at + wanted.length);
    // One sign can be several letters as it is compared: “ﬀ”, “…”.
    if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place);
    at = folded.text.indexOf(wanted, at + wanted.length);
  }
  return places;
}

/** The index of the first place at or after an offset; the first of all when there is none after it, -1 when there are no places. */
export function placeFrom(places: readonly FoundPlace[], offset: number): number {
  if (places.length === 0) return -1;
  return Math.max(
    0,
    places.findIndex((place) => place.start >= offset),
  );
}

/** The index after (1) or before (-1) another, round and round; -1 when there are no places. */
export function nextPlace(places: readonly FoundPlace[], at: number, direction: 1 | -1): number {
  return places.length === 0 ? -1 : (at + direction + places.length) % places.length;
}
