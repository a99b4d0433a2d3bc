/** What commands may ask of the reader. The reader registers itself; commands never import it. */
export interface ReaderControl {
  focus(): void;
  selectSentence(more: boolean): void;
  selectParagraph(): void;
  /** Go to the next (1) or previous (-1) annotation from the caret. */
  step(direction: 1 | -1): void;
  /** The next of the annotations that lie over each other at the caret. */
  cycle(): void;
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
