import type { PageChars } from "../../pdfium/page-chars.ts";

/** Fewer letters of a script than this say nothing about how often each of them comes. */
const enough = 100;

/**
 * The smallest share of the letters of a page that alef has in any language of the Arabic script. Pages in Arabic,
 * Persian and Urdu measured 0.07 to 0.25, those of a font whose letters have the names of others 0.00 to 0.03.
 */
const leastAlef = 0.045;

/**
 * True where the font names each Arabic letter as another one: the words look like words of the script, but alef is
 * hardly among them. `inked` are the places of the characters that leave ink, in any order.
 */
export function lacksAlef(chars: PageChars, inked: readonly number[]): boolean {
  let [letters, alefs] = [0, 0];
  for (const k of inked) {
    const code = chars.code(k);
    if (!isArabicLetter(code)) continue;
    letters++;
    if (isAlef(code)) alefs++;
  }
  return letters >= enough && alefs < letters * leastAlef;
}

/** Letters and the shapes they take within words, without vowel signs, figures and punctuation (Unicode 16, 9.2). */
function isArabicLetter(code: number): boolean {
  if (code < 0x620 || code > 0xfefc) return false;
  if (code <= 0x6ff) return code <= 0x64a || (code >= 0x66e && code <= 0x6d3 && code !== 0x670) || code >= 0x6fa;
  return (code >= 0xfb50 && code <= 0xfbb1) || (code >= 0xfbd3 && code <= 0xfd3d) || code >= 0xfe80;
}

/** Alef and alef wasla, also as a shape within a word and in one sign with lam. */
function isAlef(code: number): boolean {
  return code === 0x627 || code === 0x671 || code === 0xfe8d || code === 0xfe8e || code >= 0xfef5;
}
