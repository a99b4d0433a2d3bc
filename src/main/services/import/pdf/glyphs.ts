import type { PageChars } from "../../pdfium/page-chars.ts";

/** Accents that stand alone in old fonts, with the combining ones of Unicode. */
const combining: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "´": "\u0301",
  ˆ: "\u0302",
  "^": "\u0302",
  "˜": "\u0303",
  "~": "\u0303",
  "¯": "\u0304",
  "˘": "\u0306",
  "˙": "\u0307",
  "¨": "\u0308",
  "˚": "\u030a",
  "˝": "\u030b",
  ˇ: "\u030c",
  "¸": "\u0327",
  "˛": "\u0328",
};

const lam = 0x644;
/** Signs that may be an accent set apart, and lam, beside which alef may be the wrong way round. */
const special = new Set([...Object.keys(combining).map((sign) => sign.codePointAt(0)), lam]);

/**
 * Letters as they are read, of those in `order`: accents set apart joined to their letter, lam and alef in order. What
 * is joined is written into the page; the result is the new order.
 */
export function readable(chars: PageChars, order: readonly number[]): readonly number[] {
  // Most pages hold none of these.
  if (!order.some((k) => isSpecial(chars.code(k)))) return order;
  const read: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const [k, next] = [order[i], order[i + 1]];
    if (k === undefined || isJoined(chars, read.at(-1), k)) continue;
    const letter = next === undefined ? null : accented(chars, k, next);
    read.push(letter ?? k);
    if (letter !== null) i++;
  }
  return unreversed(chars, read);
}

function isSpecial(code: number): boolean {
  // All letters and figures of English are less than the first of them or between the next two.
  if (code < 0x7e && code !== 0x5e && code !== 0x60) return false;
  return special.has(code) || isCombining(code);
}

function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

/** A combining mark (category Mn) goes into the letter before it, where the two have a common form. */
function isJoined(chars: PageChars, last: number | undefined, k: number): boolean {
  if (last === undefined || !isCombining(chars.code(k)) || !isLetter(chars.text(last))) return false;
  const joined = common(chars.text(last) + chars.text(k));
  if (joined === null) return false;
  chars.write(last, joined);
  chars.include(last, k);
  return true;
}

/** An accent and the letter it is printed over, whichever of them the file has first: the letter, with its accent. */
function accented(chars: PageChars, one: number, two: number): number | null {
  const first = combining[chars.text(one)];
  const mark = first ?? combining[chars.text(two)];
  const [letter, accent] = first === undefined ? [one, two] : [two, one];
  const text = chars.text(letter);
  if (mark === undefined || !isLetter(text) || chars.isGenerated(letter)) return null;
  const middle = (chars.left(accent) + chars.right(accent)) / 2;
  if (middle < chars.left(letter) || middle > chars.right(letter)) return null;
  const joined = common(({ ı: "i", ȷ: "j" }[text] ?? text) + mark);
  if (joined === null) return null;
  chars.write(letter, joined);
  chars.include(letter, accent);
  return letter;
}

function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

/**
 * The one character that is the same as a letter and its mark (Unicode normalization form C); null where there is none.
 */
function common(text: string): number | null {
  const [one = "", ...more] = text.normalize("NFC");
  return more.length > 0 ? null : (one.codePointAt(0) ?? null);
}

/**
 * Lam and alef drawn as one glyph come out of PDFium the wrong way round: they share a box, or each has its half of it
 * and what comes first is on the left.
 */
function unreversed(chars: PageChars, order: number[]): number[] {
  for (let i = 0; i + 1 < order.length; i++) {
    const [alef, next] = [order[i], order[i + 1]];
    if (alef === undefined || next === undefined || chars.code(next) !== lam) continue;
    if (!/[آأإاٱ]/.test(chars.text(alef))) continue;
    if (chars.bottom(alef) === chars.bottom(next) && chars.left(alef) <= chars.left(next))
      order.splice(i++, 2, next, alef);
  }
  return order;
}

/** No character before this one is a ligature or a presentation form. */
export const firstForm = 0xfb00;

/** A character as letters: ligatures and presentation forms taken apart. */
export function letters(text: string): string {
  return /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff]/.test(text) ? text.normalize("NFKC") : text;
}
