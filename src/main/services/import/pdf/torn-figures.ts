import type { PageChars } from "../../pdfium/page-chars.ts";
import type { Tag } from "../../pdfium/structure.ts";

/** How far the parts of a figure or a word are apart at most, in sizes of their letters. */
const near = 0.05;
/** So many words that a page's tags cut through show that the tags are not where they say. */
const leastCut = 3;

/**
 * Put figures together that a file's tags part: “(18,07” of a cell and “6)” of another or of an artifact are one word
 * of print. What follows without a gap is of the block of what is before it.
 */
export function joinTornFigures(chars: PageChars): void {
  for (let k = 1; k < chars.length; k++) {
    const before = k - 1;
    if (chars.together(before, k) || !isOfFigure(chars.code(before)) || !isOfFigure(chars.code(k))) continue;
    const two = chars.run(k);
    if (chars.run(before).content < 0 || !isPrintedOn(chars, k)) continue;
    for (let next = k; next < chars.length && chars.run(next) === two && isOfFigure(chars.code(next)); next++)
      chars.joinRun(next, before);
  }
}

/**
 * True when blocks of a page begin and end within words: “Dispos” in one cell, “als” in the next. What tags of such a
 * page say of its cells and paragraphs is not so.
 */
export function cutsWords(chars: PageChars, tags: ReadonlyMap<number, Tag>): boolean {
  const blockOf = (k: number): number | undefined => tags.get(chars.run(k).content)?.id;
  let cut = 0;
  for (let k = 1; k < chars.length && cut < leastCut; k++)
    if (isBegun(chars.text(k - 1)) && goesOn(chars.text(k)) && blockOf(k - 1) !== blockOf(k) && isPrintedOn(chars, k))
      cut++;
  return cut >= leastCut;
}

/** Whether a word or a figure cannot end after a character, or need not. */
function isBegun(text: string): boolean {
  return /^[\p{L}\d(]/u.test(text);
}

/** Whether a character is within a word or a figure, or at its end. */
function goesOn(text: string): boolean {
  return /^[\p{Ll}\d,.)%]/u.test(text);
}

/** True for a character of another mark than the one before it, on whose line it goes on without a gap. */
function isPrintedOn(chars: PageChars, k: number): boolean {
  const [first, two] = [chars.run(k - 1), chars.run(k)];
  if (first.content === two.content || first.size !== two.size || first.font !== two.font) return false;
  if (first.turn === null || first.turn !== two.turn) return false;
  const isAcross = first.turn % 180 === 0;
  if (isAcross ? first.origin[1] !== two.origin[1] : first.origin[0] !== two.origin[0]) return false;
  const [before, after] = isAcross
    ? [chars.left(k) - chars.right(k - 1), chars.left(k - 1) - chars.right(k)]
    : [chars.top(k) - chars.bottom(k - 1), chars.top(k - 1) - chars.bottom(k)];
  return Math.min(Math.abs(before), Math.abs(after)) <= first.size * near;
}

/** A figure, a point or a comma within one, or the bracket or the sign after it. */
function isOfFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2c || code === 0x2e || code === 0x29 || code === 0x25;
}
