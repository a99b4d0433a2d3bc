/** A box in pixels of the window. */
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;
export type Size = Readonly<{ width: number; height: number }>;
export type Point = Readonly<{ left: number; top: number }>;

const within = (value: number, from: number, to: number): number => Math.max(from, Math.min(value, to));

/** Whether something so high has room above or below words in a window; heights and places in pixels. */
export function fitsBeside(words: Pick<Box, "top" | "bottom">, height: number, windowHeight: number): boolean {
  return height <= Math.max(words.top, windowHeight - words.bottom);
}

/** What is left of an area below the tools at its top, if it has any. */
export function belowTools(area: Box, tools: Box | null): Box {
  const { left, right, bottom } = area;
  return { left, top: Math.min(bottom, Math.max(area.top, tools?.bottom ?? area.top)), right, bottom };
}

/** Free room between a toolbar and the words it belongs to, in pixels. */
const gap = 8;

/**
 * Where a toolbar goes beside selected words: above them, else below, and never over them. Words that fill the area
 * leave room for it only at its edge. Null when the words are scrolled out of the area.
 */
export function placeToolbar(words: Box, area: Box, size: Size, rightToLeft = false): Point | null {
  if (words.bottom <= area.top || words.top >= area.bottom) return null;
  const wanted = rightToLeft ? words.right - size.width : words.left;
  const left = within(wanted, area.left + gap, Math.max(area.left + gap, area.right - gap - size.width));
  const above = words.top - gap - size.height;
  if (above >= area.top) return { left, top: above };
  const below = words.bottom + gap;
  if (below + size.height <= area.bottom) return { left, top: below };
  return { left, top: area.bottom - gap - size.height };
}

/**
 * Where a menu goes that is opened at a point: after it, or before it where there is no room, always inside the window.
 */
export function placeMenu(point: Point, size: Size, window: Size, rightToLeft = false): Point {
  const after = rightToLeft ? point.left - size.width : point.left;
  const before = rightToLeft ? point.left : point.left - size.width;
  const fits = after >= 0 && after + size.width <= window.width;
  const top = point.top + size.height <= window.height ? point.top : point.top - size.height;
  return {
    left: within(fits ? after : before, 0, Math.max(0, window.width - size.width)),
    top: within(top, 0, Math.max(0, window.height - size.height)),
  };
}
