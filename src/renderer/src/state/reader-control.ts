import type { AnnotationId } from "../../../shared/model/ids.ts";
import { type PageSide, usePageView } from "./page-view.ts";

type Unit = "sentence" | "paragraph" | "section" | "page";
type Direction = 1 | -1;

/** What commands may ask of the reader. The reader registers itself; commands never import it. */
export interface ReaderControl {
  focus(): void;
  /** Put the caret at the beginning of the next unit, or of this one or the one before. */
  move(unit: Unit, direction: Direction): void;
  /** Draw the selection out, or in, by a unit. */
  extend(unit: Unit, direction: Direction): void;
  /** Go to the paper's end (1) or beginning (-1), or draw the selection out to there. */
  toEnd(direction: Direction, extending: boolean): void;
  /** Select the unit around the caret. */
  select(unit: Unit): void;
  /** Select one sentence more. */
  selectMore(): void;
  /** Select the next larger stretch of whole units. */
  grow(): void;
  /** Go to the next paragraph of which no word is marked; false when there is none. */
  unmarked(direction: Direction): boolean;
  /** Go to the next or previous annotation from the caret. */
  step(direction: Direction): void;
  /** The next of the annotations that lie over each other at the caret. */
  cycle(): void;
  /** Whether there is a next one; at the last of them Tab goes on to the rest of the window. */
  canCycle(): boolean;
  /** The selected annotation if the caret is in it, else the smallest one at the caret. */
  annotationHere(): AnnotationId | null;
  /** Select the words of an annotation. */
  selectAnnotation(id: AnnotationId): void;
  /** Select these words. */
  selectRange(range: Readonly<{ start: number; end: number }>): void;
  /** Bring a range into sight without moving the caret. */
  show(start: number): void;
  /** The offset nearest to a point of the window, null where there is no text. */
  offsetAt(left: number, top: number): number | null;
  /**
   * The smallest annotation whose words or rectangle are under a point of the window, and not only near it; the
   * selected one where it is among them.
   */
  annotationAt(left: number, top: number): AnnotationId | null;
  /** Put the caret somewhere. */
  moveTo(offset: number): void;
  /** The caret's offset in the canonical text. */
  caret(): number;
  /** Where the selected words are, in pixels of the window. */
  selectionBox(): DOMRect;
}

const readers = new Map<PageSide, ReaderControl>();

/** Register the control of one side of the paper; null takes it away. */
export function setReader(reader: ReaderControl | null, side: PageSide = "text"): void {
  if (reader === null) readers.delete(side);
  else readers.set(side, reader);
}

/** The control of one side; null when it is not shown. */
export function readerOf(side: PageSide): ReaderControl | null {
  return readers.get(side) ?? null;
}

/** The side that has the keyboard, or the only one there is. */
export function reader(): ReaderControl | null {
  return readers.get(usePageView.getState().side) ?? readers.values().next().value ?? null;
}
