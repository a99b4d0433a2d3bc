import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";
import { isRightToLeft } from "./rtl.ts";
import { isVowel } from "./vowels.ts";

/** Most characters that such a part may be away from its letter in the file. */
const farthest = 300;
/** A part of a letter is narrower than this share of it. */
const narrower = 0.75;

/**
 * The places in `order` with parts of right-to-left letters beside these letters. Calibri and other fonts print the
 * dots and the tail of a letter as glyphs of their own, within its box, which the file names as a letter or as a space;
 * PDFium has them on lines of their own. What is named as a letter comes after the one it is a part of; spaces are left
 * out.
 */
export function withNestedLetters(chars: PageChars, order: readonly number[]): readonly number[] {
  const parts = new Map<number, number[]>();
  const gone = new Set<number>();
  for (const [index, k] of order.entries()) {
    const isGap = isSpace(chars.code(k)) && !chars.isGenerated(k);
    if (!isGap && !(isLetter(chars, k) && isAlone(chars, order, index))) continue;
    const letter = letterAround(chars, order, index, isGap);
    if (letter === null) continue;
    gone.add(k);
    if (isGap) continue;
    for (let next = index + 1; chars.isGenerated(order[next] ?? -1); next++) gone.add(order[next] ?? -1);
    const own = parts.get(letter);
    if (own === undefined) parts.set(letter, [k]);
    else own.push(k);
  }
  if (gone.size === 0) return order;
  return order.flatMap((k) => (gone.has(k) ? [] : [k, ...(parts.get(k) ?? [])]));
}

function isLetter(chars: PageChars, k: number): boolean {
  return isRightToLeft(chars.code(k)) && !isVowel(chars.code(k));
}

/** True when neither of a letter's neighbours in the file is one: PDFium has it on a line of its own. */
function isAlone(chars: PageChars, order: readonly number[], index: number): boolean {
  const isMade = (k: number | undefined): boolean => k === undefined || chars.isBlank(k);
  return isMade(order[index - 1]) && chars.isGenerated(order[index + 1] ?? -1);
}

/** The nearest letter in the file that has another one, or a space that is raised or lowered, within its box. */
function letterAround(chars: PageChars, order: readonly number[], index: number, isGap: boolean): number | null {
  const part = order[index] ?? -1;
  for (let step = 1; step < (isGap ? 12 : farthest); step++)
    for (const k of [order[index - step], order[index + step]])
      if (k !== undefined && isLetter(chars, k) && isAround(chars, k, part, isGap)) return k;
  return null;
}

function isAround(chars: PageChars, letter: number, part: number, isGap: boolean): boolean {
  const [ground, own] = [chars.run(letter), chars.run(part)];
  const rise = Math.abs(ground.origin[1] - own.origin[1]) / ground.size;
  if (Math.abs(ground.size - own.size) > ground.size * 0.1 || ground.turn !== own.turn) return false;
  if (isGap ? rise < 0.04 || rise > 0.9 : rise > 0.04) return false;
  const width = chars.right(part) - chars.left(part);
  const spare = ground.size * (isGap ? 0.12 : 0.02);
  // Beside the right end it is the letter before.
  if (!isGap && chars.left(part) - chars.left(letter) > chars.right(letter) - chars.right(part)) return false;
  return (
    width > 0 &&
    width < (chars.right(letter) - chars.left(letter)) * narrower &&
    chars.left(part) > chars.left(letter) - spare &&
    chars.right(part) < chars.right(letter) + spare
  );
}
