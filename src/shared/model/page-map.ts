import { extentOf, type Passage } from "./annotation.ts";
import type { Block, PaperContent } from "./content.ts";
import type { TextRange } from "./ranges.ts";

/** The last block that begins at or before an offset of the canonical text (UTF-16 units); null before the first. */
export function blockAt(content: PaperContent, offset: number): Block | null {
  let low = 0;
  let high = content.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((content.blocks[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return content.blocks[low - 1] ?? null;
}

/** The index of the physical page, or section, on which the block at an offset begins. */
export function pageIndexAt(content: PaperContent, offset: number): number {
  return blockAt(content, offset)?.page ?? 0;
}

/** The printed label of that page. */
export function pageLabelAt(content: PaperContent, offset: number): string {
  return content.pages[pageIndexAt(content, offset)]?.label ?? "";
}

/** The printed label of the page that a passage begins on. */
export function passageLabel(content: PaperContent, passage: Passage): string {
  if (passage.region !== undefined) return content.pages[passage.region.page]?.label ?? "";
  return pageLabelAt(content, extentOf(passage).start);
}

/** What a label names, for messages: a printed page, or a section (`§3`) of a paper without pages. */
export function labelValues(label: string): Readonly<{ label: string; kind: "page" | "section" }> {
  return { label, kind: label.startsWith("§") ? "section" : "page" };
}

/** Whether words of these ranges are on a page that was read with OCR. */
export function isRecognised(content: PaperContent, ranges: readonly TextRange[]): boolean {
  const isOcr = (offset: number): boolean => content.pages[pageIndexAt(content, offset)]?.ocr !== undefined;
  return ranges.some(({ start, end }) => isOcr(start) || isOcr(Math.max(start, end - 1)));
}

/** How many uncertain stretches of words read with OCR these ranges have. */
export function doubtfulWords(content: PaperContent, ranges: readonly TextRange[]): number {
  const isIn = (range: TextRange): boolean => ranges.some(({ start, end }) => range.start < end && range.end > start);
  return content.blocks
    .filter(isIn)
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.kind === "doubtful" && isIn(mark)).length;
}

/**
 * Blocks as page nodes hold them, in reading order: a new group begins when a block is on a later page than all before.
 */
export function pageGroups(content: PaperContent): { page: number; blocks: Block[] }[] {
  const groups: { page: number; blocks: Block[] }[] = [];
  for (const block of content.blocks) {
    const last = groups.at(-1);
    if (last === undefined || block.page > last.page) groups.push({ page: block.page, blocks: [block] });
    else last.blocks.push(block);
  }
  return groups;
}

/**
 * Where the printed pages of a paper begin in its canonical text, in order, and how large its first page looks in
 * points (0 without pages).
 */
export type PageMap = Readonly<{
  starts: readonly (readonly [start: number, label: string])[];
  width: number;
  height: number;
  /** The printed labels of all pages, by their index. */
  labels: readonly string[];
  /** Indexes of `starts` whose pages were read with OCR; left out where there are none. */
  ocr?: readonly number[];
}>;

/** What it takes to name the page of any place without the paper's words. */
export function pageMapOf(content: PaperContent): PageMap {
  const starts: (readonly [number, string])[] = [];
  const recognised: number[] = [];
  let last = -1;
  for (const { start, page } of content.blocks) {
    if (page !== last) {
      if (content.pages[page]?.ocr !== undefined) recognised.push(starts.length);
      starts.push([start, content.pages[page]?.label ?? ""]);
    }
    last = page;
  }
  const { width = 0, height = 0, rotation = 0 } = content.pages[0] ?? {};
  const ocr = recognised.length === 0 ? {} : { ocr: recognised };
  const labels = content.pages.map(({ label }) => label);
  const size = rotation % 180 === 0 ? { width, height } : { width: height, height: width };
  return { starts, labels, ...size, ...ocr };
}

/** Whether words of these ranges are on a page that was read with OCR, as `isRecognised` says it. */
export function isRecognisedIn(map: PageMap, ranges: readonly TextRange[]): boolean {
  if (map.ocr === undefined) return false;
  const known = new Set(map.ocr);
  return ranges.some(
    ({ start, end }) => known.has(startIndex(map, start)) || known.has(startIndex(map, Math.max(start, end - 1))),
  );
}

/** The printed label of the page at an offset, as `pageLabelAt` gives it. */
export function labelIn(map: PageMap, offset: number): string {
  return map.starts[startIndex(map, offset)]?.[1] ?? "";
}

/** The index of the last start that is at or before an offset; that of the first for what is before it. */
function startIndex({ starts }: PageMap, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.[0] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The printed label of the page that a passage begins on, as `passageLabel` gives it. */
export function passageLabelIn(pages: PageMap, passage: Passage): string {
  if (passage.region !== undefined) return pages.labels[passage.region.page] ?? "";
  return labelIn(pages, extentOf(passage).start);
}
