import type { Box } from "../../pdfium/module.ts";
import { isSpace, type PageChars } from "../../pdfium/page-chars.ts";

const bullet = 0x2022;
/** How far the words of an item are from its bullet at most, in sizes of their letters. */
const mostGap = 4;
/** What is before a bullet, such as another column, is farther from it than this. */
const leastFree = 1;
/** So many shapes under each other are bullets: one alone may be anything. */
const leastBullets = 2;

type Item = Readonly<{ shape: Box; first: number }>;

/**
 * The order of a page's characters with a bullet before each item whose bullet is drawn as a shape or a picture. There
 * must be room for two more characters for each of the shapes.
 */
export function withDrawnBullets(
  chars: PageChars,
  order: readonly number[],
  shapes: readonly Box[],
): readonly number[] {
  if (shapes.length < leastBullets) return order;
  const inked = order.filter((k) => !chars.isBlank(k));
  const items = shapes.flatMap((shape) => itemAt(chars, inked, shape, shapes) ?? []);
  const before = new Map<number, number[]>();
  for (const item of items)
    if (items.filter((other) => isUnder(other, item)).length >= leastBullets && !before.has(item.first))
      before.set(item.first, added(chars, item));
  return before.size === 0 ? order : order.flatMap((k) => [...(before.get(k) ?? []), k]);
}

/** The item whose bullet a shape is: words begin to the right of it, at its height, and none are close on the left. */
function itemAt(chars: PageChars, inked: readonly number[], shape: Box, shapes: readonly Box[]): Item | null {
  const [x0, y0, x1, y1] = shape;
  const middle = (y0 + y1) / 2;
  let first = -1;
  for (const k of inked) {
    const { size, origin, bold } = chars.run(k);
    const rise = (middle - origin[1]) / size;
    if (rise < 0.05 || rise > 0.75) continue;
    if (chars.right(k) > x0 - size * leastFree && chars.left(k) < x1 - size * 0.1) return null;
    if (bold || y1 - y0 > size * 0.9 || chars.left(k) < x1 - size * 0.1) continue;
    if (chars.left(k) - x1 < size * mostGap && (first < 0 || chars.left(k) < chars.left(first))) first = k;
  }
  if (first < 0 || !/[\p{L}\p{N}“"‘'(]/u.test(chars.text(first)) || !hasWord(chars, first)) return null;
  // Dots in a row lead the eye, or are the marks of a legend.
  const { size } = chars.run(first);
  const isBeside = ([left, bottom, right, top]: Box): boolean =>
    Math.abs((bottom + top) / 2 - middle) < size * 0.3 && right > x0 - size * 3 && left < x1 + size * 3;
  return shapes.filter(isBeside).length > 1 ? null : { shape, first };
}

/** True when words follow on the line, not the figures or the names of an axis. */
function hasWord(chars: PageChars, first: number): boolean {
  const { size, origin } = chars.run(first);
  let line = "";
  for (let k = first; k < chars.length && k < first + 60; k++) {
    if (Math.abs(chars.run(k).origin[1] - origin[1]) > size * 0.3) break;
    line += chars.text(k);
  }
  return /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(line);
}

/** Under each other, or one: at one distance from the left, and of one size. */
function isUnder(a: Item, b: Item): boolean {
  const width = ({ shape }: Item): number => shape[2] - shape[0];
  return Math.abs(a.shape[0] - b.shape[0]) < 2 && Math.abs(width(a) - width(b)) < Math.max(width(a), width(b)) * 0.25;
}

/** A bullet and a gap, as letters of the item's own line. */
function added(chars: PageChars, { shape: [x0, , x1], first }: Item): number[] {
  const run = chars.run(first);
  chars.begin({ ...run, origin: [x0, run.origin[1]] });
  return [bullet, 32].map((code) => {
    const k = chars.add(code, { generated: isSpace(code), hyphen: false });
    const [left, right] = isSpace(code) ? [x1, chars.left(first)] : [x0, x1];
    chars.place(k, left, chars.bottom(first), right, chars.top(first));
    chars.setFoot(k, chars.bottom(first));
    return k;
  });
}
