import type { PaperContent } from "../../../shared/model/content.ts";
import { pageGroups } from "../../../shared/model/page-map.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { sentencesIn } from "../../../shared/search/sentences.ts";
/** What the caret moves by. A section goes from one heading to the next. */
export type Unit = "sentence" | "paragraph" | "section" | "page";
export type StepDirection = 1 | -1;

type Parts = Readonly<Record<Exclude<Unit, "sentence">, readonly TextRange[]>>;

const known = new WeakMap<PaperContent, Parts>();

/** Paragraphs, sections and pages of a paper in their order, found once. */
function partsOf(content: PaperContent): Parts {
  const before = known.get(content);
  if (before !== undefined) return before;
  const paragraph: TextRange[] = [];
  for (const { start, end, continues } of content.blocks) {
    const last = paragraph.at(-1);
    if (continues && last !== undefined) paragraph[paragraph.length - 1] = { start: last.start, end };
    else paragraph.push({ start, end });
  }
  const heads = content.blocks.filter((block) => block.kind === "heading").map((block) => block.start);
  const edges = heads[0] === 0 ? heads : [0, ...heads];
  const section = edges.map((start, index) => ({
    start,
    end: content.text.slice(start, edges[index + 1] ?? content.text.length).trimEnd().length + start,
  }));
  const page = pageGroups(content).map(({ blocks }) => ({
    start: blocks[0]?.start ?? 0,
    end: blocks.at(-1)?.end ?? 0,
  }));
  const parts: Parts = { paragraph, section, page };
  known.set(content, parts);
  return parts;
}

/** The pages of a paper as ranges of its text. */
export function pagesOf(content: PaperContent): readonly TextRange[] {
  return partsOf(content).page;
}

/** The index of the last range that begins at or before an offset, -1 before the first. */
export function indexAt(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The unit around an offset; of a sentence without the white space at its end. */
export function unitAt(content: PaperContent, unit: Unit, offset: number): TextRange {
  if (unit === "sentence") return sentenceIn(content.text, unitAt(content, "paragraph", offset), offset);
  const parts = partsOf(content)[unit];
  return parts[Math.max(0, indexAt(parts, offset))] ?? { start: 0, end: content.text.length };
}

function sentenceIn(text: string, { start, end }: TextRange, offset: number): TextRange {
  const paragraph = text.slice(start, end);
  const sentences = sentencesIn(paragraph);
  const sentence = sentences[Math.max(0, indexAt(sentences, offset - start))];
  if (sentence === undefined) return { start, end };
  return {
    start: start + sentence.start,
    end: start + sentence.start + paragraph.slice(sentence.start, sentence.end).trimEnd().length,
  };
}

/** The unit that begins next after an offset (1), or last before it (-1); null at either end of the paper. */
export function nextUnit(
  content: PaperContent,
  unit: Unit,
  offset: number,
  direction: StepDirection,
): TextRange | null {
  if (unit !== "sentence") {
    const parts = partsOf(content)[unit];
    const index = indexAt(parts, offset);
    if (direction === 1) return parts[index + 1] ?? null;
    return (parts[index]?.start === offset ? parts[index - 1] : parts[index]) ?? null;
  }
  const paragraph = unitAt(content, "paragraph", offset);
  const sentence = sentenceIn(content.text, paragraph, offset);
  if (direction === -1 && sentence.start < offset) return sentence;
  // Two spaces may be between sentences.
  const gap = content.text.slice(sentence.end, paragraph.end).search(/\S/);
  const edge = direction === 1 ? sentence.end + gap : sentence.start - 1;
  const inside = direction === 1 ? gap >= 0 : edge >= paragraph.start;
  if (inside) return sentenceIn(content.text, paragraph, edge);
  const next = nextUnit(content, "paragraph", paragraph.start, direction);
  if (next === null) return null;
  return sentenceIn(content.text, next, direction === 1 ? next.start : next.end);
}

/** Where the far end of a selection goes when it is drawn out by a unit. */
export function extendBy(content: PaperContent, unit: Unit, head: number, direction: StepDirection): number {
  const current = unitAt(content, unit, head);
  if (direction === 1) return current.end > head ? current.end : (nextUnit(content, unit, head, 1)?.end ?? head);
  return current.start < head ? current.start : (nextUnit(content, unit, head, -1)?.start ?? head);
}

/** The next larger range of whole units around a range: sentences, paragraphs, the section, the page. */
export function grow(content: PaperContent, range: TextRange): TextRange {
  const last = Math.max(range.start, range.end - 1);
  for (const unit of ["sentence", "paragraph", "section", "page"] as const) {
    const { start } = unitAt(content, unit, range.start);
    const { end } = unitAt(content, unit, last);
    const larger = { start: Math.min(start, range.start), end: Math.max(end, range.end) };
    if (larger.start < range.start || larger.end > range.end) return larger;
  }
  return range;
}

/** The next paragraph after an offset, or the last before it, of which no word is marked; headings do not count. */
export function nextUnmarked(
  content: PaperContent,
  marked: readonly TextRange[],
  offset: number,
  direction: StepDirection,
): TextRange | null {
  const sorted = [...marked].sort((a, b) => a.start - b.start);
  const heads = new Set(content.blocks.filter((block) => block.kind === "heading").map((block) => block.start));
  const parts = partsOf(content).paragraph;
  const touched = new Set<number>();
  for (const { start, end } of sorted)
    for (let offset = Math.max(0, indexAt(parts, start)); (parts[offset]?.start ?? Infinity) < end; offset++)
      touched.add(offset);
  const here = indexAt(parts, offset);
  for (let index = here + direction; index >= 0 && index < parts.length; index += direction) {
    const part = parts[index];
    if (part !== undefined && !touched.has(index) && !heads.has(part.start)) return part;
  }
  return null;
}
