import { describe } from "../anchor/describe.ts";
import { type AnchoredRange, type Region, wordlessSign } from "../model/annotation.ts";
import type { PaperContent } from "../model/content.ts";
import { offsetAt } from "./hit.ts";
import type { PageUnits } from "./page-text.ts";
import { pageSpans } from "./scroll-sync.ts";

/**
 * Where a rectangle belongs in the order of the text: at its first word, else at the word nearest to its head, else,
 * without the letters of its page (`units`), at the page's first word.
 */
export function regionAnchor(content: PaperContent, region: Region, units: PageUnits | null): AnchoredRange {
  const page = pageSpans(content)[region.page]?.start ?? 0;
  return wordAnchor(content, units === null ? page : (offsetIn(units, region) ?? page));
}

function offsetIn(units: PageUnits, { x, y, width, height }: Region): number | null {
  const isIn = (offset: number): boolean => {
    const box = units.boxOf(offset);
    if (box === null) return false;
    const [across, down] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    return across >= x && across <= x + width && down >= y && down <= y + height;
  };
  for (const { start, end } of units.lines)
    for (let offset = start; offset < end; offset++) if (isIn(offset)) return offset;
  return offsetAt(units, x + width / 2, y);
}

/** The word at an offset or next to it; of a paper without text a range that stands for nothing. */
export function wordAnchor({ text }: PaperContent, offset: number): AnchoredRange {
  const isInk = (at: number): boolean => /\S/.test(text[at] ?? " ");
  let start = Math.max(0, Math.min(offset, text.length - 1));
  while (start > 0 && !isInk(start)) start--;
  while (start < text.length && !isInk(start)) start++;
  while (start > 0 && isInk(start - 1)) start--;
  let end = start;
  while (end < text.length && isInk(end)) end++;
  const [range] = end > start ? describe(text, [{ start, end }]) : [];
  return range ?? { start: 0, end: 1, quote: wordlessSign, prefix: "", suffix: "" };
}
