import type { PageChars } from "../../pdfium/page-chars.ts";
import { isRightToLeft, letterUnder, runsLeft } from "./rtl.ts";
import { spaceNear } from "./rtl-segments.ts";
import { isVowel } from "./vowels.ts";

/** A gap between two letters that is a space between words, in sizes of the letters. */
const wordGap = 0.1;

/**
 * The characters of one segment in the order in which they are read, where the file has right-to-left letters as they
 * stand on the page, from left to right, and no spaces (LuaTeX, and programs that shape text themselves). The letters
 * of one glyph, which have one box, are in the order of reading already. A vowel sign that is over no letter of the
 * segment is one of its own. Other segments are returned as they are.
 */
export function fromVisualOrder(chars: PageChars, own: number[]): number[][] {
  if (!standsInVisualOrder(chars, own)) return [own];
  if (!runsLeft(chars, own)) return [stretchesTurned(chars, own)];
  const glyphs = stepsOf(chars, glyphsOf(chars, own)).flatMap((step) => step.reverse());
  const read = withSpaces(chars, glyphs, spaceNear(chars, own));
  const elsewhere: number[][] = [];
  for (const mark of own.filter((k) => isVowel(chars.code(k)))) {
    const letter = letterUnder(chars, read, mark);
    if (letter === null) elsewhere.push([mark]);
    else read.splice(read.indexOf(letter) + 1, 0, mark);
  }
  return [read, ...elsewhere];
}

/** In a line that runs to the right, the words that run to the left, each from its first letter. */
function stretchesTurned(chars: PageChars, own: readonly number[]): number[] {
  const space = spaceNear(chars, own);
  const read: number[] = [];
  for (let from = 0; from < own.length; ) {
    let end = from + 1;
    if (isRightToLeft(chars.code(own[from] ?? -1)))
      for (let index = end; index < own.length && !isOtherWay(chars, own[index] ?? -1); index++)
        if (isRightToLeft(chars.code(own[index] ?? -1))) end = index + 1;
    const letters = own.slice(from, end);
    const isTurned = standsInVisualOrder(chars, letters);
    read.push(...(isTurned ? withSpaces(chars, boxesOf(chars, letters).reverse(), space) : letters));
    from = end;
  }
  return read;
}

/** Glyphs from right to left, with a space where a gap shows one. */
function withSpaces(chars: PageChars, glyphs: readonly number[][], space: number | null): number[] {
  const read: number[] = [];
  for (const glyph of glyphs) {
    const [last, next] = [read.at(-1), glyph[0]];
    if (last !== undefined && next !== undefined && space !== null && isWordGap(chars, last, next)) read.push(space);
    read.push(...glyph);
  }
  return read;
}

/** A letter or a figure that runs to the right. */
function isOtherWay(chars: PageChars, k: number): boolean {
  return !isRightToLeft(chars.code(k)) && /[\p{L}\p{N}]/u.test(chars.text(k));
}

/** Glyphs in stretches from left to right, the one that is farthest to the right first. */
function stepsOf(chars: PageChars, glyphs: readonly number[][]): number[][][] {
  const steps: number[][][] = [];
  for (const glyph of glyphs) {
    const [last, first] = [steps.at(-1)?.at(-1)?.[0], glyph[0] ?? -1];
    if (last === undefined || middle(chars, first) < middle(chars, last) - chars.run(first).size * 0.5) steps.push([]);
    steps.at(-1)?.push(glyph);
  }
  const middleOf = (step: readonly number[][]): number => middle(chars, step[0]?.[0] ?? -1);
  return steps.sort((a, b) => middleOf(b) - middleOf(a));
}

/** True when most right-to-left letters stand to the right of the one before them. */
function standsInVisualOrder(chars: PageChars, own: readonly number[]): boolean {
  let [right, left] = [0, 0];
  let last: number | null = null;
  for (const k of own) {
    if (isVowel(chars.code(k))) continue;
    if (!isRightToLeft(chars.code(k))) {
      if (!chars.isBlank(k)) last = null;
      continue;
    }
    if (last !== null) {
      const step = middle(chars, k) - middle(chars, last);
      if (step > chars.run(k).size * 0.05) right++;
      else if (step < chars.run(k).size * -0.05) left++;
    }
    last = k;
  }
  return right > left;
}

function middle(chars: PageChars, k: number): number {
  return (chars.left(k) + chars.right(k)) / 2;
}

/** Characters with ink but vowel signs, those of one box together. */
function glyphsOf(chars: PageChars, own: readonly number[]): number[][] {
  return boxesOf(
    chars,
    own.filter((k) => !chars.isBlank(k) && !isVowel(chars.code(k))),
  );
}

/** The characters of each box together. */
function boxesOf(chars: PageChars, own: readonly number[]): number[][] {
  const boxes: number[][] = [];
  for (const k of own) {
    const last = boxes.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && isOneBox(chars, before, k)) last.push(k);
    else boxes.push([k]);
  }
  return boxes;
}

function isOneBox(chars: PageChars, a: number, b: number): boolean {
  return isRightToLeft(chars.code(b)) && chars.left(a) === chars.left(b) && chars.right(a) === chars.right(b);
}

function isWordGap(chars: PageChars, right: number, left: number): boolean {
  if (chars.isBlank(right) || chars.isBlank(left)) return false;
  return chars.left(right) - chars.right(left) > chars.run(left).size * wordGap;
}
