import { type Side, usePageView } from "./page-view.ts";

/** What commands may ask of the reader. The reader registers itself; commands never import it. */
export interface ReaderControl {
  focus(): void;
  selectSentence(more: boolean): void;
  selectParagraph(): void;
  /** Go to the next (1) or previous (-1) annotation from the caret. */
  step(direction: 1 | -1): void;
  /** The next of the annotations that lie over each other at the caret. */
  cycle(): void;
  /** Whether there is a next one; at the last of them Tab goes on to the rest of the window. */
  canCycle(): boolean;
  /** Where the selected words stand, in pixels of the window. */
  selectionBox(): DOMRect;
  /** Keep the coding last made for the selected words. */
  repeat(): void;
}

const readers = new Map<Side, ReaderControl>();

/** Register the control of one side of the paper; null takes it away. */
export function setReader(reader: ReaderControl | null, side: Side = "text"): void {
  if (reader === null) readers.delete(side);
  else readers.set(side, reader);
}

/** The side that has the keyboard, or the only one there is. */
export function reader(): ReaderControl | null {
  return readers.get(usePageView.getState().side) ?? readers.values().next().value ?? null;
}
