import type { PageChars } from "../../pdfium/page-chars.ts";

/** How far the parts of a figure are apart at most, in sizes of their letters. */
const near = 0.05;

/**
 * Put figures together that a file's tags part: “(18,07” of a cell and “6)” of another or of an artifact are one word
 * of print. What follows without a gap is of the block of what is before it.
 */
export function joinTornFigures(chars: PageChars): void {
  for (let k = 1; k < chars.length; k++) {
    const before = k - 1;
    if (chars.together(before, k) || !isOfFigure(chars.code(before)) || !isOfFigure(chars.code(k))) continue;
    const [first, two] = [chars.run(before), chars.run(k)];
    if (first.content < 0 || first.content === two.content || first.size !== two.size || first.font !== two.font)
      continue;
    const gap = Math.abs(chars.left(k) - chars.right(before));
    if (first.turn !== 0 || two.turn !== 0 || first.origin[1] !== two.origin[1] || gap > first.size * near) continue;
    for (let next = k; next < chars.length && chars.run(next) === two && isOfFigure(chars.code(next)); next++)
      chars.joinRun(next, before);
  }
}

/** A figure, a point or a comma within one, or the bracket or the sign after it. */
function isOfFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2c || code === 0x2e || code === 0x29 || code === 0x25;
}
