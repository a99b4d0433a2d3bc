import { findFolded, fold } from "./anchor/fold.ts";

/** A half-open range of the canonical text, in UTF-16 units. */
export type FoundPlace = Readonly<{ start: number; end: number }>;

let last: Readonly<{ text: string; folded: ReturnType<typeof fold> }> | null = null;

/**
 * Every place of a paper's text that holds the words, in order and without overlap, without regard to case, accents, kinds of
 * quotes and dashes, and how white space is written. No words are found nowhere.
 */
export function findIn(text: string, words: string): FoundPlace[] {
  const wanted = fold(words, { case: true }).text.trim();
  if (wanted === "") return [];
  // The words change with every key pressed, the text does not.
  if (last?.text !== text) last = { text, folded: fold(text, { case: true }) };
  let reached = 0;
  return findFolded(last.folded, wanted).filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
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
