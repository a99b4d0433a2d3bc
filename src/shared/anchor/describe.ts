import type { AnchoredRange } from "../model/annotation.ts";

/** Characters of context kept either side of a range (design; W3C TextQuoteSelector asks for "some"). */
export const contextLength = 32;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Ranges of a canonical text (UTF-16 units) with their words and context, in the order of the text; ranges that touch
 * or overlap become one. Edges are widened so that no grapheme is split (W3C Annotation Model, 4.2.4).
 */
export function describe(text: string, ranges: readonly { start: number; end: number }[]): AnchoredRange[] {
  const whole = ranges.map((range) => widen(text, range));
  const merged: { start: number; end: number }[] = [];
  for (const range of whole.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged.map(({ start, end }) => ({
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(edge(text, Math.max(0, start - contextLength)).start, start),
    suffix: text.slice(end, edge(text, Math.min(text.length, end + contextLength)).end),
  }));
}

/** The same range with edges widened to whole graphemes. */
export function widen(text: string, range: { start: number; end: number }): { start: number; end: number } {
  return { start: edge(text, range.start).start, end: edge(text, range.end).end };
}

/** The grapheme borders at or around an offset: equal where the offset is one. */
function edge(text: string, offset: number): { start: number; end: number } {
  const from = Math.max(0, offset - 24);
  const near = text.slice(from, offset + 24);
  let before = 0;
  for (const { index, segment } of graphemes.segment(near)) {
    if (from + index === offset) return { start: offset, end: offset };
    if (from + index > offset) return { start: from + before, end: from + index };
    before = index;
    if (from + index + segment.length === offset) return { start: offset, end: offset };
  }
  return { start: from + before, end: Math.min(text.length, from + near.length) };
}
