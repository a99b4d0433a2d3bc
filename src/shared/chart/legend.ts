import type { Shape } from "./picture.ts";

/** An entry of a legend: its width, and its shapes when it begins at x in a line at y. */
export type LegendItem = Readonly<{ width: number; draw: (x: number, y: number) => readonly Shape[] }>;

/** Where a legend is: the middle of its first line, its left edge, and the right edge that no entry may cross. */
export type LegendPlace = Readonly<{ left: number; right: number; y: number }>;

/** Height of a line of a legend, and the room between two entries of it. */
const lineHeight = 34;
const gap = 22;

/**
 * Entries one after the other, in as many lines as their width takes; `below` is how much the lines after the first
 * add to the height of the picture. An entry wider than a line has one to itself.
 */
export function placeLegend(
  items: readonly LegendItem[],
  { left, right, y }: LegendPlace,
): Readonly<{ shapes: readonly Shape[]; below: number }> {
  let x = left;
  let below = 0;
  const shapes = items.flatMap(({ width, draw }) => {
    if (x > left && x + width > right) {
      x = left;
      below += lineHeight;
    }
    const drawn = draw(x, y + below);
    x += width + gap;
    return drawn;
  });
  return { shapes, below };
}
