import type { PaperContent } from "../../../shared/model/content.ts";
import { firstWhere } from "../../../shared/text/touching.ts";

type Heading = Readonly<{ start: number; title: string; level: number }>;
export type OutlineSection = Readonly<Heading & { count: number }>;

/** Headings do not change while claims are coded. */
const known = new WeakMap<PaperContent, readonly Heading[]>();

/**
 * The headings of a paper, each with the number of places between it and the next heading. `level` counts from 0 for
 * the highest there is. `places` are sorted.
 */
export function sectionsOf(content: PaperContent, places: readonly number[]): OutlineSection[] {
  const headings = known.get(content) ?? headingsOf(content);
  const before = (end: number): number => firstWhere(places.length, (index) => (places[index] ?? 0) >= end);
  return headings.map((heading, index) => ({
    ...heading,
    count: before(headings[index + 1]?.start ?? content.text.length + 1) - before(heading.start),
  }));
}

function headingsOf(content: PaperContent): readonly Heading[] {
  const blocks = content.blocks.filter((block) => block.kind === "heading");
  const top = Math.min(...blocks.map((block) => block.level));
  const headings = blocks.map(({ start, end, level }) => ({
    start,
    title: content.text.slice(start, end).replace(/\s+/g, " ").trim(),
    level: level - top,
  }));
  known.set(content, headings);
  return headings;
}
