import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";
import { isRightToLeft } from "./rtl.ts";

/** Letters of a word touch or overlap; between words there is a gap, in sizes of the letters. */
const widestJoint = 0.06;

/**
 * The places in `order` without spaces that are printed on a letter and part nothing: Word has them in a second font
 * after letters that it takes from another (Persian “پ‌یش”). Only between letters that are written from right to left.
 */
export function withoutCoveredSpaces(chars: PageChars, order: readonly number[]): readonly number[] {
  const isCovered = (index: number): boolean => {
    const [before, k, next] = [order[index - 1], order[index], order[index + 1]];
    if (before === undefined || k === undefined || next === undefined) return false;
    if (chars.isGenerated(k) || !isSpace(chars.code(k))) return false;
    if (!isRightToLeft(chars.code(before)) || !isRightToLeft(chars.code(next))) return false;
    const middle = (chars.left(k) + chars.right(k)) / 2;
    const isOver = middle > chars.left(before) && middle < chars.right(before) && chars.right(k) > chars.left(k);
    const gap = chars.left(before) - chars.right(next);
    return isOver && Math.abs(gap) < chars.run(before).size * widestJoint;
  };
  for (let index = 1; index + 1 < order.length; index++)
    if (isCovered(index)) return order.filter((_, n) => !isCovered(n));
  return order;
}
