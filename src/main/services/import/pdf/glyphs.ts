import type { PageChars } from "../../pdfium/page-chars.ts";
import { composeAccents, isAccent } from "./accents.ts";
import { joinQuotationMarks } from "./quotation-marks.ts";
import { isOneBox, isSplitGlyph, isVowel, vowelsLast } from "./vowels.ts";

const lam = 0x644;
/** Signs that may be written otherwise than they are read; most pages have none. */
const special = new Set([lam, 0x2018, 0x2019, 0x201a]);

/**
 * Letters as they are read, of those in `order`: accents joined to their letters, doubled quotation marks one
 * character, lam and alef in their order. Writes what it joins into the page; returns the new order.
 */
export function readable(chars: PageChars, order: readonly number[]): readonly number[] {
  if (!order.some((place) => isSpecial(chars.code(place)))) return order;
  return vowelsLast(chars, unreversed(chars, [...joinQuotationMarks(chars, composeAccents(chars, order))]));
}

function isSpecial(code: number): boolean {
  // Letters and figures of English, of which most pages have nothing else.
  if (code < 0x7e && code !== 0x5e && code !== 0x60) return false;
  return isAccent(code) || special.has(code) || isVowel(code);
}

/**
 * Lam and alef drawn as one glyph come out of PDFium the wrong way round: they share a box, or each has its half of it
 * and what comes first is on the left.
 */
function unreversed(chars: PageChars, order: number[]): number[] {
  for (let i = 0; i + 1 < order.length; i++) {
    const [alef, next, third, fourth] = [order[i], order[i + 1], order[i + 2], order[i + 3]];
    if (alef !== undefined && next !== undefined && third !== undefined && isAllah(chars, alef, next, third)) {
      const isWhole = fourth !== undefined && isAlef(chars, fourth) && isOneBox(chars, third, fourth);
      order.splice(i, isWhole ? 4 : 3, ...(isWhole ? [fourth] : []), third, next, alef);
    }
    if (alef === undefined || next === undefined || chars.code(next) !== lam) continue;
    if (!isAlef(chars, alef)) continue;
    // Words that are one glyph (ﷺ) are in their order.
    const isLonger = [order[i - 1], order[i + 2]].some((other) => other !== undefined && isOneBox(chars, other, alef));
    if (isLonger || !isOneGlyph(chars, alef, next)) continue;
    const [ofLam, ofAlef] = signsOf(chars, alef, order.slice(i + 2, i + 4));
    const glyph = [next, ...ofLam, alef, ...ofAlef];
    order.splice(i, glyph.length, ...glyph);
    i += glyph.length - 1;
  }
  return order;
}

/**
 * Which of the characters after lam and alef are vowel signs of the lam and which of the alef: of two, the one on the
 * right is that of the lam. An alef without hamza has none but tanwin.
 */
function signsOf(chars: PageChars, alef: number, next: readonly number[]): [number[], number[]] {
  const end = next.findIndex((k) => !isVowel(chars.code(k)) || isOneBox(chars, k, alef));
  const own = (end < 0 ? [...next] : next.slice(0, end)).sort((a, b) => chars.left(b) - chars.left(a));
  const [first, second] = own;
  if (first === undefined) return [[], []];
  if (second !== undefined && chars.left(second) !== chars.left(first)) return [[first], [second]];
  return chars.code(alef) === 0x627 && chars.code(first) !== 0x64b ? [own, []] : [[], own];
}

function isAlef(chars: PageChars, k: number): boolean {
  return /[آأإاٱ]/.test(chars.text(k));
}

/**
 * The ligature of “Allah”, the last letter first; in some fonts its alef is of the glyph, too. No word ends with these
 * three the other way round as one glyph.
 */
function isAllah(chars: PageChars, heh: number, first: number, two: number): boolean {
  if (!/[\u0647\u06c1]/.test(chars.text(heh)) || chars.code(first) !== lam || chars.code(two) !== lam) return false;
  return isOneBox(chars, heh, first) && isOneBox(chars, first, two);
}

/** One box for both, or its two halves. */
function isOneGlyph(chars: PageChars, left: number, right: number): boolean {
  if (isOneBox(chars, left, right)) return chars.bottom(left) === chars.bottom(right);
  return chars.left(left) < chars.left(right) && isSplitGlyph(chars, left, right);
}

/** No character before this one is a ligature or a presentation form. */
export const firstForm = 0xfb00;

/** Ligatures that have no code of their own, under codes beside those that have one, which Unicode leaves free. */
export const ownLigatures: Readonly<Record<string, string>> = { "\ufb07": "ti", "\ufb08": "tt", "\ufb09": "ft" };

/** A character as letters: ligatures and presentation forms taken apart. */
export function letters(text: string): string {
  const own = ownLigatures[text];
  if (own !== undefined) return own;
  return /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff]/.test(text) ? text.normalize("NFKC") : text;
}
