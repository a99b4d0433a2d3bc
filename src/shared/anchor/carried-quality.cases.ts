import type { Carried } from "./carry.ts";
import { type EditedText, truthOf, wordCount } from "./edited-text.cases.ts";

type TextRange = Readonly<{ start: number; end: number }>;

/** How well passages were carried over, in numbers of passages. */
export type Quality = {
  all: number;
  /** Overlap of at least 0.9 with where it truly is; for a passage of which less than half is left, no place. */
  right: number;
  /** Passages that are gone, and those of them that were given a place. */
  gone: number;
  invented: number;
  /** Passages that are there, for which no place was found. */
  missed: number;
  /** Those that nobody is asked about, and how many of them are right. */
  certain: number;
  certainRight: number;
  wrong: string[];
};

export const noQuality = (): Quality => ({
  all: 0,
  right: 0,
  gone: 0,
  invented: 0,
  missed: 0,
  certain: 0,
  certainRight: 0,
  wrong: [],
});

/** Compare what was carried over with the truth, and add it up. Only visible characters count. */
export function addQuality(
  sum: Quality,
  text: string,
  edited: EditedText,
  passages: readonly TextRange[],
  carried: readonly Carried[],
): void {
  for (const [index, passage] of passages.entries()) {
    const found = carried[index];
    if (found === undefined) throw new Error("Each passage has an answer.");
    const quote = text.slice(passage.start, passage.end);
    const truth = truthOf(edited, passage);
    const isGone = truth.left < wordCount(quote) / 2;
    const isLost = found.status === "lost";
    const isRight = isGone ? isLost : overlap(edited.text, found.ranges, truth.units) >= 0.9;
    sum.all++;
    sum.right += isRight ? 1 : 0;
    sum.gone += isGone ? 1 : 0;
    sum.invented += isGone && !isLost ? 1 : 0;
    sum.missed += !isGone && isLost ? 1 : 0;
    sum.certain += found.isCertain ? 1 : 0;
    sum.certainRight += found.isCertain && isRight ? 1 : 0;
    if (!isRight)
      sum.wrong.push(
        `${isGone ? "gone" : "there"} ${found.status} ${found.score.toFixed(2)} ${found.isCertain}: ${quote} → ${found.ranges
          .map(({ start, end }) => edited.text.slice(start, end))
          .join(" | ")}`,
      );
  }
}

/** Characters that both have, of those that either has. */
function overlap(text: string, ranges: readonly TextRange[], truth: ReadonlySet<number>): number {
  let own = 0;
  let common = 0;
  for (const { start, end } of ranges)
    for (let unit = start; unit < end; unit++)
      if (/\S/.test(text.charAt(unit))) {
        own++;
        if (truth.has(unit)) common++;
      }
  return common / Math.max(1, own + truth.size - common);
}
