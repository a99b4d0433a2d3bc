import { type PageText, packBoxes } from "../../../shared/page-view/page-text.ts";
import { type Rect, rectOn, type Sheet } from "../../../shared/page-view/sheet.ts";
import { type Geometry, pageOf, placeAt } from "../geometry/geometry.ts";

/**
 * The text of one page: its ranges of the canonical text, looked for within `near`, with the box of each unit on the
 * page's sheet.
 */
export function readPageText(
  geometry: Geometry,
  page: number,
  near: Readonly<{ start: number; end: number }>,
  sheet: Sheet,
): PageText {
  const ranges: { start: number; end: number }[] = [];
  const boxes: (Rect | null)[] = [];
  for (let offset = near.start; offset < Math.min(near.end, geometry.length); offset++) {
    const place = pageOf(geometry, offset) === page ? placeAt(geometry, offset) : null;
    if (place === null) continue;
    const last = ranges.at(-1);
    // Spaces and line feeds have no place; what they join is one range.
    if (last !== undefined && nothingBetween(geometry, last.end, offset)) {
      for (let gap = last.end; gap < offset; gap++) boxes.push(null);
      last.end = offset + 1;
    } else ranges.push({ start: offset, end: offset + 1 });
    boxes.push(rectOn(sheet, place.box));
  }
  return { ...sheet, ranges, boxes: packBoxes(boxes) };
}

function nothingBetween(geometry: Geometry, from: number, to: number): boolean {
  for (let offset = from; offset < to; offset++) if (pageOf(geometry, offset) !== -1) return false;
  return true;
}
