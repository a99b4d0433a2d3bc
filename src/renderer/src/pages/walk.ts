import { caretOn, offsetOn } from "../../../shared/page-view/hit.ts";
import type { PageUnits } from "../../../shared/page-view/page-text.ts";

/** A stretch of letters that belong together: one step of the caret. */
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });
/** How far to look for the end of a letter or a word, in UTF-16 units. */
const near = 200;

/** The offset one letter or word further on (1) or back (-1). */
export function stepIn(text: string, offset: number, direction: 1 | -1, by: "letter" | "word"): number {
  const from = Math.max(0, offset - near);
  const part = text.slice(from, offset + near);
  const segments = [...(by === "letter" ? letters : words).segment(part)];
  const wordLike = (segment: Intl.SegmentData): boolean => by === "letter" || segment.isWordLike === true;
  if (direction === 1) {
    const next = segments.find(
      (segment) => from + segment.index + segment.segment.length > offset && wordLike(segment),
    );
    return next === undefined ? Math.min(text.length, offset + near) : from + next.index + next.segment.length;
  }
  const before = segments.findLast((segment) => from + segment.index < offset && wordLike(segment));
  return before === undefined ? from : from + before.index;
}

/** The word around an offset; the sign there when it is no word. */
export function wordAt(text: string, offset: number): { start: number; end: number } {
  const from = Math.max(0, offset - near);
  const word = words.segment(text.slice(from, offset + near)).containing(Math.max(0, offset - from));
  return word === undefined
    ? { start: offset, end: Math.min(text.length, offset + 1) }
    : { start: from + word.index, end: from + word.index + word.segment.length };
}

/** The index of the line with the caret, -1 when the offset is not on this page. */
export function lineIndex(page: PageUnits, offset: number): number {
  const inside = page.lines.findIndex((line) => line.start <= offset && offset < line.end);
  return inside >= 0 ? inside : page.lines.findLastIndex((line) => line.end === offset);
}

/**
 * The offset on a line of a page nearest to a distance from the left, or of a turned line from the top; the line counts
 * from 0, or from -1 backwards.
 */
export function onLine(page: PageUnits, index: number, x: number): number | null {
  const line = page.lines.at(index);
  return line === undefined ? null : offsetOn(page, line, x);
}

/** The beginning or the end of the line with the caret. */
export function lineEdge(page: PageUnits, offset: number, edge: "start" | "end"): number {
  return page.lines[lineIndex(page, offset)]?.[edge] ?? offset;
}

/** Where on its line a caret is, in points from the left; on a turned line from the top. */
export function caretX(page: PageUnits, offset: number): number {
  const caret = caretOn(page, offset);
  if (caret === null) return 0;
  return page.lines[lineIndex(page, offset)]?.turned === true ? caret.y0 : caret.x0;
}
