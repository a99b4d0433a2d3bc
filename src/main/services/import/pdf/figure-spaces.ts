import type { PageChars } from "../../pdfium/page-chars.ts";

/** Figures that are nearer than this share of their size are of one number. */
const near = 0.06;

/**
 * The places in `order` without spaces that PDFium has made between figures that touch: where letters are spaced out,
 * it takes two figures alone for two words (“2 0”).
 */
export function withoutFigureSpaces(chars: PageChars, order: readonly number[]): readonly number[] {
  const isWithin = (k: number, index: number): boolean => {
    if (!chars.isGenerated(k) || chars.code(k) !== 32) return false;
    const [last, next] = [order[index - 1], order[index + 1]];
    if (last === undefined || next === undefined || !chars.together(last, next)) return false;
    if (!isFigure(chars.code(last)) || !isFigure(chars.code(next))) return false;
    return Math.abs(chars.left(next) - chars.right(last)) < chars.run(last).size * near;
  };
  return order.some(isWithin) ? order.filter((k, index) => !isWithin(k, index)) : order;
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}
