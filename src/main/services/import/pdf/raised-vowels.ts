import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";
import { isRightToLeft } from "./rtl.ts";
import { isOneBox, isSplitGlyph, isVowel } from "./vowels.ts";

/** Most characters that a sign may be away from its letter in the file. */
const farthest = 120;
/** The gap between two letters of a word, in sizes of them, is less than this. */
const wordGap = 0.12;

/**
 * The places in `order` with vowel signs that are raised or lowered by a text operator of their own after the letter
 * that they are over or under: Word prints each sign so, and PDFium has it before its letter or on a line of its own.
 * Gaps and line ends that PDFium makes beside such a sign are left out within words.
 */
export function withRaisedVowels(chars: PageChars, order: readonly number[]): readonly number[] {
  if (!order.some((k, index) => isVowel(chars.code(k)) && isRaised(chars, order, index))) return order;
  const signs = new Map<number, number[]>();
  const moved = new Set<number>();
  for (const [index, k] of order.entries()) {
    if (!isVowel(chars.code(k)) || chars.run(k).isActual === true) continue;
    const letter = letterOf(chars, order, index);
    if (letter === null) continue;
    const own = signs.get(letter);
    if (own === undefined) signs.set(letter, [k]);
    else if (!own.some((other) => isTwin(chars, other, k))) own.push(k);
    moved.add(k);
  }
  const placed = order.flatMap((k) => (moved.has(k) ? [] : [k, ...(signs.get(k) ?? []).sort(byRank(chars))]));
  return withoutGaps(chars, placed);
}

/** A sign on another baseline than the letters beside it in the file, with a box of its own. */
function isRaised(chars: PageChars, order: readonly number[], index: number): boolean {
  const k = order[index] ?? -1;
  const { origin, size, isActual } = chars.run(k);
  if (isActual === true) return false;
  return [order[index - 1], order[index + 1]].some((other) => {
    if (other === undefined || !isLetter(chars, other) || isSplitGlyph(chars, k, other)) return false;
    const rise = Math.abs(chars.run(other).origin[1] - origin[1]) / size;
    return rise > 0.01 && rise < 0.5;
  });
}

function isLetter(chars: PageChars, k: number): boolean {
  return isRightToLeft(chars.code(k)) && !isVowel(chars.code(k));
}

/** Shadda before the vowel sign that is over it. */
function byRank(chars: PageChars): (a: number, b: number) => number {
  const rank = (k: number): number => (chars.code(k) === 0x651 ? 0 : 1);
  return (a, b) => rank(a) - rank(b);
}

function isTwin(chars: PageChars, a: number, b: number): boolean {
  return chars.code(a) === chars.code(b) && Math.abs(chars.left(a) - chars.left(b)) < chars.run(a).size * 0.4;
}

/** The letter whose middle is nearest to that of a sign, of those whose box has it. */
function letterOf(chars: PageChars, order: readonly number[], index: number): number | null {
  const sign = order[index] ?? -1;
  const { origin, size } = chars.run(sign);
  const middle = (chars.left(sign) + chars.right(sign)) / 2;
  let [nearest, least] = [null as number | null, Number.POSITIVE_INFINITY];
  for (let at = Math.max(0, index - farthest); at < order.length && at < index + farthest; at++) {
    const k = order[at] ?? -1;
    if (!isLetter(chars, k) || middle < chars.left(k) || middle > chars.right(k)) continue;
    if (Math.abs(chars.run(k).origin[1] - origin[1]) > size * 0.5 || chars.run(k).size > size * 1.1) continue;
    const distance = Math.abs((chars.left(k) + chars.right(k)) / 2 - middle);
    // Of the letters of one glyph the last one in the file has the sign.
    const isSame = nearest !== null && isOneBox(chars, nearest, k);
    if (distance < least || isSame) [nearest, least] = [k, distance];
  }
  return nearest;
}

function withoutGaps(chars: PageChars, order: readonly number[]): readonly number[] {
  const gone = new Set<number>();
  for (let index = 0; index < order.length; index++) {
    if (!chars.isGenerated(order[index] ?? -1)) continue;
    let end = index;
    while (chars.isGenerated(order[end + 1] ?? -1)) end++;
    const [before, next] = [lastLetter(chars, order, index), order[end + 1] ?? -1];
    if (before !== null && isInWord(chars, before, next))
      for (let at = index; at <= end; at++) gone.add(order[at] ?? -1);
    index = end;
  }
  return gone.size === 0 ? order : order.filter((k) => !gone.has(k));
}

function lastLetter(chars: PageChars, order: readonly number[], index: number): number | null {
  for (let at = index - 1; at >= 0; at--) {
    const k = order[at] ?? -1;
    if (isSpace(chars.code(k))) return null;
    if (!isVowel(chars.code(k))) return k;
  }
  return null;
}

/** True for two letters of one line that touch, the second one on the left. */
function isInWord(chars: PageChars, before: number, next: number): boolean {
  if (!isLetter(chars, before) || !isLetter(chars, next)) return false;
  const { size, origin } = chars.run(before);
  if (Math.abs(origin[1] - chars.run(next).origin[1]) > size * 0.05) return false;
  return Math.abs(chars.left(before) - chars.right(next)) < size * wordGap;
}
