import type { PageChars } from "../../pdfium/page-chars.ts";

/** Spacing accents, which TeX and old fonts print over a letter, with Unicode's combining ones. */
const combiningOf: Readonly<Record<string, string>> = {
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
const spacing = new Set(Object.keys(combiningOf).map((sign) => sign.codePointAt(0)));
const undotted: Readonly<Record<string, string>> = { ı: "i", ȷ: "j" };

/** An accent may come this many characters before or after its letter: PDFium moves some to the end of their line. */
const maxDistance = 300;

/** True for a character that `composeAccents` may join to a letter. */
export function isAccent(code: number): boolean {
  // Every letter and digit of English is below the first of them or between the next two.
  if (code < 0x7e && code !== 0x5e && code !== 0x60) return false;
  return spacing.has(code) || isCombining(code);
}

/** Combining diacritical marks of Latin, Greek and Cyrillic (U+0300 to U+036F). */
function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

/**
 * Join accents that a file shows as characters of their own to the letters they are printed on, wherever the file has
 * them. The letter becomes the precomposed one (Unicode normalization form C); an accent that has no such form with
 * its letter stays as it is. Returns the places that are left, in their order.
 */
export function composeAccents(chars: PageChars, order: readonly number[]): readonly number[] {
  const joined = new Set<number>();
  for (const [index, place] of order.entries()) {
    if (!isAccent(chars.code(place)) || chars.isGenerated(place)) continue;
    const letter = letterOf(chars, order, index);
    if (letter === null) continue;
    chars.write(letter.place, letter.composed);
    chars.include(letter.place, place);
    joined.add(place);
  }
  return joined.size === 0 ? order : withoutPlaces(chars, order, joined);
}

/** The letter that an accent belongs to, and what the two are together. */
function letterOf(
  chars: PageChars,
  order: readonly number[],
  index: number,
): { place: number; composed: number } | null {
  const accent = order[index] ?? -1;
  const previous = order[index - 1];
  // Combining characters follow their letter, by Unicode.
  if (isCombining(chars.code(accent)) && previous !== undefined) {
    const composed = compose(chars, previous, accent);
    if (composed !== null) return { place: previous, composed };
  }
  for (let distance = 1; distance <= maxDistance; distance++)
    for (const place of [order[index + distance], order[index - distance]]) {
      if (place === undefined || !isPrintedOn(chars, accent, place, distance)) continue;
      const composed = compose(chars, place, accent);
      if (composed !== null) return { place, composed };
    }
  return null;
}

function compose(chars: PageChars, letter: number, accent: number): number | null {
  const text = chars.text(letter);
  if (!/^\p{L}$/u.test(text) || chars.isGenerated(letter)) return null;
  const mark = combiningOf[chars.text(accent)] ?? chars.text(accent);
  const [composed = "", ...rest] = ((undotted[text] ?? text) + mark).normalize("NFC");
  return rest.length > 0 ? null : (composed.codePointAt(0) ?? null);
}

/**
 * True when an accent is over or under a letter; if the file has them far from each other, on one line and of one size.
 */
function isPrintedOn(chars: PageChars, accent: number, letter: number, distance: number): boolean {
  const middle = (chars.left(accent) + chars.right(accent)) / 2;
  if (middle < chars.left(letter) || middle > chars.right(letter)) return false;
  if (distance === 1) return true;
  const [mark, base] = [chars.run(accent), chars.run(letter)];
  const rise = Math.abs(mark.origin[1] - base.origin[1]);
  return rise < base.size * 0.6 && mark.size > base.size * 0.6 && mark.size < base.size * 1.4;
}

/** Without the accents, and without gaps and line ends that PDFium saw beside them in the middle of a word. */
function withoutPlaces(chars: PageChars, order: readonly number[], joined: ReadonlySet<number>): number[] {
  const kept: number[] = [];
  for (let index = 0; index < order.length; index++) {
    const place = order[index] ?? -1;
    const isGap = chars.isGenerated(place);
    if (!isGap && !joined.has(place)) {
      kept.push(place);
      continue;
    }
    let end = index;
    let hasAccent = false;
    for (; end < order.length; end++) {
      const next = order[end] ?? -1;
      if (joined.has(next)) hasAccent = true;
      else if (!chars.isGenerated(next)) break;
    }
    const gaps = order.slice(index, end).filter((next) => !joined.has(next));
    if (!hasAccent || !touches(chars, kept.at(-1), order[end])) kept.push(...gaps);
    index = end - 1;
  }
  return kept;
}

function touches(chars: PageChars, before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const { size, origin } = chars.run(before);
  const isOnLine = Math.abs(chars.run(after).origin[1] - origin[1]) < size * 0.6;
  return isOnLine && Math.abs(chars.left(after) - chars.right(before)) < size * 0.12;
}
