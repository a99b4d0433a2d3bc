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

let current: ReaderControl | null = null;

export function setReader(reader: ReaderControl | null): void {
  current = reader;
}

export function reader(): ReaderControl | null {
  return current;
}
