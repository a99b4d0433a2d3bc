import { type LineRun, type PageLine, type PageUnits, swap } from "./page-text.ts";
import type { Rect } from "./sheet.ts";

/**
 * The offset of the canonical text nearest to a point of the sheet: first the paragraph (or what a column holds of it),
 * then its line, then the edge of a character. So a point right of a short line stays on it, and one column never
 * reaches into the next. Null on a page without text.
 */
export function offsetAt(page: PageUnits, x: number, y: number): number | null {
  const line = lineAt(page, x, y);
  return line === null ? null : offsetOn(page, line, line.turned ? y : x);
}

/** The line nearest to a point, or null on a page without text. */
export function lineAt(page: PageUnits, x: number, y: number): PageLine | null {
  const stretch = least(page.stretches, (candidate) => away(candidate, x, y));
  if (stretch === null) return null;
  return least(stretch.lines, ({ box, turned }) => {
    const [along, across] = [outside(x, box.x0, box.x1), outside(y, box.y0, box.y1)];
    return turned ? along * 1e6 + across : across * 1e6 + along;
  });
}

/**
 * The offset on a line nearest to an x (of a turned line, a y): before a character in its first half, after it in its
 * second.
 */
export function offsetOn(page: PageUnits, line: PageLine, x: number): number {
  let best = { offset: line.start, away: Number.POSITIVE_INFINITY };
  for (let offset = line.start; offset < line.end; offset++) {
    const letterBox = page.boxOf(offset);
    if (letterBox === null) continue;
    const box = line.turned ? swap(letterBox) : letterBox;
    const away = outside(x, box.x0, box.x1);
    const firstHalf = x < (box.x0 + box.x1) / 2;
    if (away < best.away) best = { offset: firstHalf === line.rightToLeft ? offset + 1 : offset, away };
  }
  return best.offset;
}

/** The offset of the character that a point lies on; null where it lies on no line of words, but only near one. */
export function letterAt(page: PageUnits, x: number, y: number): number | null {
  const line = lineAt(page, x, y);
  if (line === null || distance(line.box, x, y) > 0) return null;
  let best: { offset: number; away: number } | null = null;
  for (let offset = line.start; offset < line.end; offset++) {
    const box = page.boxOf(offset);
    if (box === null) continue;
    const away = line.turned ? outside(y, box.y0, box.y1) : outside(x, box.x0, box.x1);
    if (best === null || away < best.away) best = { offset, away };
  }
  return best?.offset ?? null;
}

/** Where a caret before an offset is drawn; null when the offset is not on this page. */
export function caretOn(page: PageUnits, offset: number): Rect | null {
  const line =
    page.lines.find((line) => line.start <= offset && offset < line.end) ??
    page.lines.findLast((line) => line.end === offset);
  if (line === undefined) return null;
  const level = (box: Rect | null): Rect | null => (box !== null && line.turned ? swap(box) : box);
  const before = offset < line.end ? level(page.boxOf(offset)) : null;
  const after = level(page.boxOf(offset - 1));
  const lineBox = line.turned ? swap(line.box) : line.box;
  const x = edgeOf(before, line.rightToLeft) ?? edgeOf(after, !line.rightToLeft) ?? lineBox.x0;
  const caret = { x0: x, x1: x, y0: lineBox.y0, y1: lineBox.y1 };
  return line.turned ? swap(caret) : caret;
}

function edgeOf(box: Rect | null, right: boolean): number | null {
  if (box === null) return null;
  return right ? box.x1 : box.x0;
}

/**
 * How far a point is from a stretch. The space after a line's end belongs to that line more than to the column beside
 * it, and room at a line's height more to that line than to what is above or below.
 */
function away({ box, lines }: LineRun, x: number, y: number): number {
  if (lines[0]?.turned === true) return distance(box, x, y);
  const [left, right] = [Math.max(0, box.x0 - x), Math.max(0, x - box.x1)];
  const across = lines[0]?.rightToLeft ? left + right * 3 : left * 3 + right;
  return Math.hypot(across, outside(y, box.y0, box.y1) * 4);
}

function distance(box: Rect, x: number, y: number): number {
  return Math.hypot(outside(x, box.x0, box.x1), outside(y, box.y0, box.y1));
}

function outside(value: number, low: number, high: number): number {
  return Math.max(0, low - value, value - high);
}

function least<Value>(values: readonly Value[], measure: (value: Value) => number): Value | null {
  let best: { value: Value; size: number } | null = null;
  for (const value of values) {
    const size = measure(value);
    if (best === null || size < best.size) best = { value, size };
  }
  return best?.value ?? null;
}
