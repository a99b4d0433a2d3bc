import type { TextRange } from "../model/ranges.ts";
import { widen } from "./describe.ts";

/** One end of one range of a passage; ranges count from 0. */
export type PassageEdge = Readonly<{ range: number; side: "start" | "end" }>;

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });
/** How far to look for the next letter or word, in UTF-16 units. */
const near = 200;
/**
 * A character that can be seen: neither white space nor one that is never drawn (Unicode
 * `Default_Ignorable_Code_Point`).
 */
const visible = /[^\s\p{DI}]/u;

/**
 * The ranges of a passage with one edge moved to an offset of the canonical text (UTF-16 units). The edge snaps to
 * whole graphemes, stops at the neighbouring ranges, and never leaves its own range without a visible character.
 */
export function moveEdge(
  text: string,
  ranges: readonly TextRange[],
  { range, side }: PassageEdge,
  offset: number,
): TextRange[] {
  const current = ranges[range];
  const least = current === undefined ? null : leastAt(text, current, side === "start" ? "end" : "start");
  if (current === undefined || least === null) return [...ranges];
  const to =
    side === "start"
      ? Math.min(Math.max(offset, ranges[range - 1]?.end ?? 0), least.start)
      : Math.max(Math.min(offset, ranges[range + 1]?.start ?? text.length), least.end);
  const snapped = widen(text, { start: to, end: to })[side];
  return ranges.map((span, index) => (index === range ? { ...current, [side]: snapped } : span));
}

/**
 * The ranges with one edge moved by a letter or word forwards (1) or back (-1); white space is never a step of its own.
 */
export function nudgeEdge(
  text: string,
  ranges: readonly TextRange[],
  edge: PassageEdge,
  direction: 1 | -1,
  by: "letter" | "word",
): TextRange[] {
  const offset = ranges[edge.range]?.[edge.side];
  if (offset === undefined) return [...ranges];
  let to = step(text, offset, edge.side, direction, by);
  while (to > 0 && to < text.length && !visible.test(insideOf(text, to, edge.side)))
    to = step(text, to, edge.side, direction, by);
  // Nothing but white space follows.
  if (!visible.test(insideOf(text, to, edge.side))) return [...ranges];
  return moveEdge(text, ranges, edge, to);
}

/** The ranges as they are stored: without white space at their ends. */
export function trimRanges(text: string, ranges: readonly TextRange[]): TextRange[] {
  return ranges.map(({ start, end }) => {
    const quote = text.slice(start, end);
    const from = start + quote.length - quote.trimStart().length;
    return { start: from, end: Math.max(from, start + quote.trimEnd().length) };
  });
}

/** The first or last visible grapheme of a range; null when it has none. */
function leastAt(text: string, { start, end }: TextRange, side: "start" | "end"): TextRange | null {
  const forwards = side === "start";
  for (let offset = forwards ? start : end; forwards ? offset < end : offset > start; ) {
    const character = forwards ? String.fromCodePoint(text.codePointAt(offset) ?? 0) : characterBefore(text, offset);
    const next = forwards ? offset + character.length : offset - character.length;
    if (visible.test(character)) return widen(text, { start: Math.min(offset, next), end: Math.max(offset, next) });
    offset = next;
  }
  return null;
}

/** The character next to an edge within its range. */
function insideOf(text: string, offset: number, side: "start" | "end"): string {
  return side === "start" ? String.fromCodePoint(text.codePointAt(offset) ?? 32) : characterBefore(text, offset);
}

function characterBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
}

/** The next place where an edge can be: a border of letters, or for words where one starts or ends. */
function step(text: string, offset: number, side: "start" | "end", direction: 1 | -1, by: "letter" | "word"): number {
  const from = Math.max(0, offset - near);
  const part = text.slice(from, offset + near);
  const places = [...(by === "letter" ? letters : words).segment(part)]
    .filter((word) => by === "letter" || word.isWordLike === true)
    .map((word) => from + word.index + (side === "start" ? 0 : word.segment.length));
  const found = direction === 1 ? places.find((place) => place > offset) : places.findLast((place) => place < offset);
  const limit = direction === 1 ? Math.min(text.length, offset + near) : from;
  return found ?? limit;
}
