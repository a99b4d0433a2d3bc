import { create } from "zustand";
import { selectWords, useReading } from "../state/reading.ts";

/** The selection with its fixed end and its moving one, offsets of the canonical text. */
export type Ends = Readonly<{ anchor: number; head: number }>;

/** The caret of the page view. What is selected is the window's `range`, whichever side selected it. */
export const usePageCaret = create<Ends>(() => ({ anchor: 0, head: 0 }));

/** Both ends of the selection now. A selection made on the other side counts as made from its beginning to its end. */
export function endsNow(): Ends {
  const { range } = useReading.getState();
  const own = usePageCaret.getState();
  if (range === null) return { anchor: own.head, head: own.head };
  const mine = Math.min(own.anchor, own.head) === range.start && Math.max(own.anchor, own.head) === range.end;
  return mine ? own : { anchor: range.start, head: range.end };
}

/** Select from one offset to another, or put the caret at both when they are the same. */
export function setEnds(anchor: number, head: number): void {
  const length = useReading.getState().content?.text.length ?? 0;
  const within = (offset: number): number => Math.min(length, Math.max(0, offset));
  const ends = { anchor: within(anchor), head: within(head) };
  usePageCaret.setState(ends);
  const range =
    ends.anchor === ends.head
      ? null
      : { start: Math.min(ends.anchor, ends.head), end: Math.max(ends.anchor, ends.head) };
  const { range: before, region } = useReading.getState();
  if (region !== null) selectWords(range);
  if (before?.start === range?.start && before?.end === range?.end) return;
  selectWords(range);
}
