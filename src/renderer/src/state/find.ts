import { create } from "zustand";
import { type FoundPlace, findIn, nextPlace, placeFrom } from "../../../shared/text/find.ts";

type Find = Readonly<{
  /** Whether the field is shown. */
  open: boolean;
  words: string;
  places: readonly FoundPlace[];
  /** Index of the place gone to, -1 when there is none. */
  at: number;
}>;

/** What is looked for in the open paper. Both views draw `places` and bring the one at `at` into sight. */
export const useFind = create<Find>(() => ({ open: false, words: "", places: [], at: -1 }));

/** Look for words, beginning at an offset of the canonical text. */
export function findInPaper(text: string, words: string, from: number): void {
  const places = findIn(text, words);
  useFind.setState({ words, places, at: placeFrom(places, from) });
}

/** Go to the next (1) or previous (-1) place. */
export function stepFind(direction: 1 | -1): void {
  const { places, at } = useFind.getState();
  useFind.setState({ at: nextPlace(places, at, direction) });
}

/** Show the field; the words looked for last are kept. */
export function openFind(): void {
  useFind.setState({ open: true });
}

/** Put the field away with all it had found. */
export function closeFind(): void {
  useFind.setState({ open: false, places: [], at: -1 });
}
