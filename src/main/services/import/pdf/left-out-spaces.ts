import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";

/** Fewer spaces than this don't show how wide those of a line are. */
const leastSpaces = 5;
/** A gap between letters is a space from this share of the line's narrow spaces on. */
const wideShare = 0.8;
/** Gaps within words are at most this share of them; else the letters may be spaced out. */
const narrowShare = 0.4;
/**
 * A gap that is only about half as wide as they are is a space where those within words are next to nothing, and few
 * are so.
 */
const [halfShare, tightShare, mostHalf] = [0.5, 0.15, 2];
/** A space is at least this wide, in sizes of its letters. */
const leastWidth = 0.12;

/** A gap between two characters of a line that have nothing between them, and the index of the second. */
type Gap = Readonly<{ index: number; width: number }>;

/**
 * The characters of a line with the spaces that the file leaves out: programs that set a line anew move the next word
 * away instead of printing a space, here and there only (“the extentspecified in”), and a little less than PDFium takes
 * for a space. Only lines whose other spaces and letters show what a space is are changed.
 */
export function withLeftOutSpaces(chars: PageChars, own: number[]): number[] {
  const spaces: number[] = [];
  let widest = Number.NEGATIVE_INFINITY;
  for (let index = 1; index < own.length; index++) {
    const first = wordEndBefore(chars, own, index);
    if (first < 0) continue;
    const width = chars.left(own[index] ?? -1) - chars.right(first);
    if (first !== own[index - 1]) spaces.push(width);
    else if (width > widest) widest = width;
  }
  if (spaces.length < leastSpaces) return own;
  const narrow = Float64Array.from(spaces).sort()[Math.floor(spaces.length / 4)] ?? 0;
  const { size } = chars.run(own[0] ?? -1);
  const least = Math.max(narrow * halfShare, size * leastWidth);
  // Hardly any line has a gap so wide; only then each of its gaps is looked at.
  if (widest < least) return own;
  const gaps = gapsOf(chars, own);
  const half = gaps.filter(({ width }) => width > narrow * tightShare && width < narrow * wideShare);
  const isTight = half.length <= mostHalf && half.every(({ width }) => width >= least);
  const wide = gaps.filter(({ width }) => width >= (isTight ? least : Math.max(narrow * wideShare, least)));
  const isSpacedOut = gaps.some((gap) => gap.width > narrow * narrowShare && !wide.includes(gap));
  if (wide.length === 0 || wide.length > spaces.length || isSpacedOut) return own;
  const ends = [0, own.length, ...wide.map(({ index }) => index)];
  for (const [index, k] of own.entries()) if (isSpace(chars.code(k))) ends.push(index);
  const places = new Set(wide.flatMap(({ index }) => (isBetweenWords(index, ends) ? [index] : [])));
  return own.flatMap((k, index) => {
    const space = places.has(index) ? chars.blankNear(k) : null;
    return space === null ? [k] : [space, k];
  });
}

/**
 * The letter, comma or semicolon, level with the letter at `index`, that is before it or before the space before it; -1
 * where there is none.
 */
function wordEndBefore(chars: PageChars, own: readonly number[], index: number): number {
  const [before, next] = [own[index - 1] ?? -1, own[index] ?? -1];
  if (!isLetter(chars.code(next)) || chars.isGenerated(next)) return -1;
  const first = isSpace(chars.code(before)) ? (own[index - 2] ?? -1) : before;
  return isWordEnd(chars.code(first)) && isLevel(chars, first, next) ? first : -1;
}

function gapsOf(chars: PageChars, own: readonly number[]): Gap[] {
  const gaps: Gap[] = [];
  for (let index = 1; index < own.length; index++) {
    const first = wordEndBefore(chars, own, index);
    if (first < 0 || first !== own[index - 1]) continue;
    gaps.push({ index, width: chars.left(own[index] ?? -1) - chars.right(first) });
  }
  return gaps;
}

/** True where at least two characters are on each side: single letters apart are spaced capitals or a formula. */
function isBetweenWords(index: number, ends: readonly number[]): boolean {
  return !ends.some((end) => end !== index && end >= index - 2 && end <= index + 1);
}

function isLevel(chars: PageChars, first: number, next: number): boolean {
  const [a, b] = [chars.run(first), chars.run(next)];
  return a.size === b.size && Math.abs(a.origin[1] - b.origin[1]) < a.size * 0.05;
}

/** A letter of an alphabet whose words have spaces between and that is read from left to right. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code | 32) >= 0x61 && (code | 32) <= 0x7a;
  return code < 0x530 && /^\p{L}$/u.test(String.fromCodePoint(code));
}

/** A letter, a comma or a semicolon. */
function isWordEnd(code: number): boolean {
  return isLetter(code) || code === 0x2c || code === 0x3b;
}
