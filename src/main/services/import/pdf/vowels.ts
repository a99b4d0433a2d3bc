import type { PageChars } from "../../pdfium/page-chars.ts";

/** Vowel signs and other marks over and under letters (category Mn of Arabic and Hebrew). */
export function isVowel(code: number): boolean {
  if (code < 0x591) return false;
  return (code >= 0x64b && code <= 0x65f) || code === 0x670 || code <= 0x5c7 || isKoranic(code);
}

function isKoranic(code: number): boolean {
  return (code >= 0x610 && code <= 0x61a) || (code >= 0x6d6 && code <= 0x6dc) || (code >= 0x6df && code <= 0x6e8);
}

/** True when two characters are of one glyph, whose box both have. */
export function isOneBox(chars: PageChars, a: number, b: number): boolean {
  return chars.left(a) === chars.left(b) && chars.right(a) === chars.right(b) && chars.top(a) === chars.top(b);
}

/** True when PDFium has divided the box of one glyph between two characters. */
export function isSplitGlyph(chars: PageChars, a: number, b: number): boolean {
  if (chars.bottom(a) !== chars.bottom(b) || chars.top(a) !== chars.top(b)) return false;
  const least = chars.run(a).size * 0.005;
  if (Math.abs(chars.right(a) - chars.left(a) - (chars.right(b) - chars.left(b))) >= least) return false;
  return Math.abs(chars.left(b) - chars.right(a)) < least || Math.abs(chars.left(a) - chars.right(b)) < least;
}

/**
 * Letters before the vowel signs that are of one glyph with them: Chromium has a letter and its signs as one, and
 * PDFium gives them from the last to the first.
 */
export function vowelsLast(chars: PageChars, order: number[]): number[] {
  for (let from = 0; from < order.length; from++) {
    if (!isVowel(chars.code(order[from] ?? -1))) continue;
    let index = from + 1;
    while (isVowel(chars.code(order[index] ?? -1)) && isSplitGlyph(chars, order[index - 1] ?? -1, order[index] ?? -1))
      index++;
    const [letter, before] = [order[index], order[from - 1]];
    if (letter === undefined || !isLetter(chars.code(letter))) continue;
    if (!order.slice(from, index).some((sign) => isSplitGlyph(chars, sign, letter))) continue;
    // The sign of the letter before it, which is of that one's glyph.
    if (before !== undefined && isSplitGlyph(chars, before, order[from] ?? -1)) continue;
    order.splice(from, index - from + 1, letter, ...order.slice(from, index));
    from = index;
  }
  return order;
}

/** A letter that has its place by a glyph which is a vowel sign's: its box is that of the sign. */
export function isOfVowelGlyph(chars: PageChars, own: readonly number[], index: number): boolean {
  const k = own[index];
  const beside = [own[index - 1], own[index + 1]];
  return (
    k !== undefined &&
    beside.some(
      (other) =>
        other !== undefined && isVowel(chars.code(other)) && chars.together(k, other) && isSplitGlyph(chars, k, other),
    )
  );
}

/** The characters that show how wide a word is: its letters, and vowel signs whose box is a part of their letter's. */
export function wideOf(chars: PageChars, own: readonly number[]): number[] {
  return own.filter((k, index) => {
    const before = own[index - 1];
    return (
      !isVowel(chars.code(k)) || (before !== undefined && chars.together(before, k) && isSplitGlyph(chars, before, k))
    );
  });
}

function isLetter(code: number): boolean {
  return (code >= 0x5d0 && code <= 0x5ea) || (code >= 0x620 && code <= 0x6ff && !isVowel(code)) || code >= 0xfb1d;
}
