import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";

/** How far a space may reach over the ligature's end, where lines are spaced out, in sizes of the letters. */
const over = 0.1;
/** How far the next letter is from the ligature's end at most. */
const near = 0.05;

/**
 * The places in `order` without spaces that lie within a ligature: fonts whose ligatures are in a second font have them
 * in words of their own (“specifi ed”), though nothing is between them and the next letter on the page.
 */
export function withoutLigatureSpaces(chars: PageChars, order: readonly number[]): readonly number[] {
  const isWithin = (at: number): boolean => {
    const [first, last, k, next] = [order[at - 2], order[at - 1], order[at], order[at + 1]];
    if (first === undefined || last === undefined || k === undefined || next === undefined) return false;
    if (!isSpace(chars.code(k)) || chars.code(first) !== 0x66 || !isTail(chars.code(last))) return false;
    const { size } = chars.run(last);
    const isOneGlyph = chars.left(first) === chars.left(last) && chars.right(first) === chars.right(last);
    const isInside = chars.left(k) > chars.left(last) && chars.right(k) < chars.right(last) + size * over;
    return isOneGlyph && isInside && Math.abs(chars.left(next) - chars.right(last)) < size * near;
  };
  for (let at = 2; at < order.length; at++)
    if (chars.code(order[at - 2] ?? -1) === 0x66 && isWithin(at)) return order.filter((_, n) => !isWithin(n));
  return order;
}

/** What a ligature that begins with f ends with: f, i, l. */
function isTail(code: number): boolean {
  return code === 0x66 || code === 0x69 || code === 0x6c;
}
