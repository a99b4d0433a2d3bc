import type { Edit } from "../change/edit.ts";
import type { Page, PaperContent } from "../model/content.ts";
import type { LabelRange, LabelStyle } from "../model/label-range.ts";
import type { Paper } from "../model/paper.ts";
import { roman } from "../text/roman.ts";

/**
 * a to z, then aa to zz, as PDF counts in letters (ISO 32000-1, table 159); Arabic where that would be longer than five
 * letters.
 */
function letters(value: number): string {
  const count = Math.ceil(value / 26);
  return count > 5 ? String(value) : String.fromCharCode(97 + ((value - 1) % 26)).repeat(count);
}

/** A page number as its style writes it. */
export function numberIn(style: LabelStyle, value: number): string {
  switch (style) {
    case "arabic":
      return String(value);
    case "roman":
      return roman(value);
    case "capitalRoman":
      return roman(value).toUpperCase();
    case "letters":
      return letters(value);
    case "capitalLetters":
      return letters(value).toUpperCase();
    case "none":
      return "";
  }
}

/**
 * The label that ranges give to a page (from 1); null where none does, or gives nothing. The last range of a page
 * counts.
 */
export function labelBy(ranges: readonly LabelRange[], page: number): string | null {
  const range = ranges.findLast((range) => range.from <= page && page <= range.to);
  if (range === undefined) return null;
  return `${range.prefix}${numberIn(range.style, range.start + page - range.from)}`.trim() || null;
}

/**
 * A paper's words with the page labels that its reader has given; `given` keeps those of the file. Content that has
 * been labelled before may be labelled again. The same content where nothing changes.
 */
export function labelled(content: PaperContent, ranges: readonly LabelRange[]): PaperContent {
  if (ranges.length === 0 && content.pages.every((page) => page.given === undefined)) return content;
  const pages = content.pages.map((page, index) => labelledPage(page, labelBy(ranges, index + 1)));
  const same = pages.every((page, index) => page.label === content.pages[index]?.label);
  return same ? content : { ...content, pages };
}

function labelledPage(page: Page, label: string | null): Page {
  const { given = page.label, ...rest } = page;
  return label === null || label === given ? { ...rest, label: given } : { ...rest, label, given };
}

/** Ranges with one more; those that it covers whole are no longer needed. */
export function withRange(ranges: readonly LabelRange[], range: LabelRange): LabelRange[] {
  return [...ranges.filter((kept) => kept.from < range.from || kept.to > range.to), range];
}

/** The edit that gives a paper other page labels; none where they are so already. */
export function labelEdits(paper: Paper, labels: readonly LabelRange[]): Edit[] {
  const same = JSON.stringify(paper.labels) === JSON.stringify(labels);
  return same ? [] : [{ table: "papers", from: paper, to: { ...paper, labels: [...labels] } }];
}
