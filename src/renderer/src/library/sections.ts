import type { PaperContent } from "../../../shared/model/content.ts";

export type OutlineSection = Readonly<{ start: number; title: string; level: number; count: number }>;

/**
 * The headings of a paper, each with the number of places between it and the next heading. `level` counts from 0 for
 * the highest there is.
 */
export function sectionsOf(content: PaperContent, places: readonly number[]): OutlineSection[] {
  const headings = content.blocks.filter((block) => block.kind === "heading");
  const top = Math.min(...headings.map((heading) => heading.level));
  return headings.map((heading, index) => {
    const end = headings[index + 1]?.start ?? content.text.length + 1;
    return {
      start: heading.start,
      title: content.text.slice(heading.start, heading.end).replace(/\s+/g, " ").trim(),
      level: heading.level - top,
      count: places.filter((place) => place >= heading.start && place < end).length,
    };
  });
}
