import type { Region } from "../model/annotation.ts";
import { type Rect, type Sheet, userPoint } from "./sheet.ts";

/** A rectangle less wide or high than this is a click, not something marked; points. */
export const leastRegion = 4;

/**
 * The part of a rectangle that lies on its page; null where that is too small to be meant. Sides are rounded before
 * they are compared, so that what was cut once comes out the same the next time.
 */
export function clipRegion(region: Region, page: Pick<Sheet, "width" | "height">): Region | null {
  const sides = sidesOf({
    x0: Math.max(0, rounded(region.x)),
    y0: Math.max(0, rounded(region.y)),
    x1: Math.min(lastOn(page.width), rounded(region.x + region.width)),
    y1: Math.min(lastOn(page.height), rounded(region.y + region.height)),
  });
  return sides.width >= leastRegion && sides.height >= leastRegion ? { ...region, ...sides } : null;
}

/** The rectangle between two corners of a page, in whichever direction it was drawn. */
export function regionBetween(
  page: number,
  a: Readonly<{ x: number; y: number }>,
  b: Readonly<{ x: number; y: number }>,
): Region {
  const rect = { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
  return { page, ...sidesOf(rect), quote: "" };
}

/** A rectangle of a page by its sides. */
export function rectOfRegion({ x, y, width, height }: Region): Rect {
  return { x0: x, y0: y, x1: x + width, y1: y + height };
}

/** A rectangle in PDF default user space: left, bottom, right, top. */
export function userBox(sheet: Sheet, region: Region): [number, number, number, number] {
  const { x0, y0, x1, y1 } = rectOfRegion(region);
  const [a, b] = [userPoint(sheet, x0, y0), userPoint(sheet, x1, y1)];
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

/**
 * A rectangle moved (`move`) or drawn larger or smaller at its lower right corner (`size`) by lengths in points; it
 * stays on the page and does not get smaller than `leastRegion`.
 */
export function shiftRegion(
  region: Region,
  how: "move" | "size",
  by: Readonly<{ x: number; y: number }>,
  { width, height }: Pick<Sheet, "width" | "height">,
): Region {
  const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
  if (how === "move")
    return {
      ...region,
      x: rounded(within(region.x + by.x, 0, lastOn(width) - region.width)),
      y: rounded(within(region.y + by.y, 0, lastOn(height) - region.height)),
    };
  return {
    ...region,
    width: rounded(within(region.width + by.x, leastRegion, lastOn(width) - region.x)),
    height: rounded(within(region.height + by.y, leastRegion, lastOn(height) - region.y)),
  };
}

function sidesOf({ x0, y0, x1, y1 }: Rect): Pick<Region, "x" | "y" | "width" | "height"> {
  return { x: rounded(x0), y: rounded(y0), width: rounded(x1 - x0), height: rounded(y1 - y0) };
}

/** To hundredths of a point, finer than any screen. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The last hundredth of a point that is on a page of this length; a float may be a little below what it stands for. */
function lastOn(length: number): number {
  return Math.floor(length * 100 + 1e-6) / 100;
}
