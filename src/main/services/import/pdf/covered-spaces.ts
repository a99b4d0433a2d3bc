import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";
import { isRightToLeft } from "./rtl.ts";

/** Letters that join the next overlap it by so much; others may be so far from it. In sizes of the letters. */
const [joined, beside] = [0.008, 0.03];

/**
 * The places in `order` without spaces that are printed on a letter and part nothing: Word has them in a second font
 * after letters that it takes from another (“پ یش” for “پیش”). Where letters that could join do not, a half-space may
 * be meant, and the space stays.
 */
export function withoutCoveredSpaces(chars: PageChars, order: readonly number[]): readonly number[] {
  const isCovered = (index: number): boolean => {
    const [before, k, next] = [order[index - 1], order[index], order[index + 1]];
    if (before === undefined || k === undefined || next === undefined) return false;
    if (chars.isGenerated(k) || !isSpace(chars.code(k))) return false;
    if (!isRightToLeft(chars.code(before)) || !isRightToLeft(chars.code(next))) return false;
    const middle = (chars.left(k) + chars.right(k)) / 2;
    const isOver = middle > chars.left(before) && middle < chars.right(before) && chars.right(k) > chars.left(k);
    const gap = (chars.left(before) - chars.right(next)) / chars.run(before).size;
    return isOver && gap > -0.1 && gap < (joinsNoNext(chars.code(before)) ? beside : -joined);
  };
  for (let index = 1; index + 1 < order.length; index++)
    if (isSpace(chars.code(order[index] ?? -1)) && isCovered(index)) return order.filter((_, n) => !isCovered(n));
  return order;
}

/** Letters of Arabic script that do not join the one after them: alef, dal, reh, waw and those like them. */
function joinsNoNext(code: number): boolean {
  return /[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671\u0688\u0691\u0698\u06d2]/u.test(
    String.fromCodePoint(code),
  );
}
