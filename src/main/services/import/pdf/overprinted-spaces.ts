import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";

/** Letters this near are of one word; those farther over each other are no neighbours. In sizes of the letters. */
const [near, over] = [0.03, 0.2];
/** So much of a space is under the letter after it, in sizes of the letters. */
const leastUnder = 0.1;
/** Where more of the spaces of a page are so, its fonts do not say how wide letters are. */
const mostSpaces = 0.8;
/** So many on a page with only a letter or two between show that lines are spaced out; one alone may part two words. */
const [leastPairs, mostBetween] = [2, 3];

/**
 * The places in `order` without spaces that are printed under the letter after them and part nothing: programs that
 * space a line out have one after each letter and go back over it (“3 0 / 0 5 / 2 0 1 8” for “30/05/2018”). Only those
 * that one text operator shows with the letters beside them: OCR has words that overlap, each in its own.
 */
export function withoutOverprintedSpaces(chars: PageChars, order: readonly number[]): readonly number[] {
  const found = new Set<number>();
  let [spaces, pairs, last] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const [index, k] of order.entries()) {
    if (chars.code(k) !== 32 || chars.isGenerated(k)) continue;
    spaces++;
    if (!isUnderNext(chars, order[index - 1], k, order[index + 1])) continue;
    found.add(k);
    if (index - last <= mostBetween) pairs++;
    last = index;
  }
  if (pairs < leastPairs || found.size > spaces * mostSpaces) return order;
  return order.filter((k) => !found.has(k));
}

function isUnderNext(chars: PageChars, before: number | undefined, k: number, next: number | undefined): boolean {
  if (before === undefined || next === undefined || isSpace(chars.code(before)) || isSpace(chars.code(next)))
    return false;
  if (!chars.together(before, k) || !chars.together(k, next)) return false;
  const { size } = chars.run(k);
  const gap = chars.left(next) - chars.right(before);
  const under = Math.min(chars.right(k), chars.right(next)) - chars.left(next);
  return gap < size * near && gap > -size * over && under > size * leastUnder;
}
