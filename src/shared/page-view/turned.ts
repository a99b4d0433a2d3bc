/** Left, one edge of y, right, the other edge of y: in any length, whichever way y runs. */
export type Sides = readonly [x0: number, y0: number, x1: number, y1: number];

/** Letters looked at; a page's text runs one way. */
const enough = 400;

/**
 * True when letters that follow each other are above each other: text that is turned by a quarter. `boxes` are those of
 * the letters in their order.
 */
export function isTurned(boxes: readonly Sides[]): boolean {
  let [along, across] = [0, 0];
  for (const [index, box] of boxes.slice(1, enough).entries()) {
    const before = boxes[index];
    if (before === undefined) continue;
    const [x, y] = [shared(before, box, 0), shared(before, box, 1)];
    if (x > 0.5 && y < 0.5) across += isNear(before, box, 1) ? 1 : 0;
    else if (y > 0.5 && x < 0.5) along++;
  }
  return across > along;
}

/** The share of the shorter side that two boxes have in common in x (0) or y (1). */
function shared(a: Sides, b: Sides, side: 0 | 1): number {
  const length = Math.min(a[side + 2] ?? 0, b[side + 2] ?? 0) - Math.max(a[side] ?? 0, b[side] ?? 0);
  const least = Math.min((a[side + 2] ?? 0) - (a[side] ?? 0), (b[side + 2] ?? 0) - (b[side] ?? 0));
  return length / Math.max(least, 0.01);
}

function isNear(a: Sides, b: Sides, side: 0 | 1): boolean {
  const gap = Math.max(b[side] ?? 0, a[side] ?? 0) - Math.min(a[side + 2] ?? 0, b[side + 2] ?? 0);
  return gap < Math.max(a[2] - a[0], b[2] - b[0]);
}

/** A box with x and y in each other's place: lines of turned text become level ones, and back. */
export function swapped([x0, y0, x1, y1]: Sides): [number, number, number, number] {
  return [y0, x0, y1, x1];
}
