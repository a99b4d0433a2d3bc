/** The middle of a mark, in units of the picture. */
export type Point = Readonly<{ x: number; y: number }>;

/** Unit steps of the arrow keys in a drawing, y downwards. */
export const arrowSteps: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/**
 * The index of the mark that an arrow key leads to: of those that lie in its direction the nearest, where what lies
 * aside counts three times, so that a line of a table is followed to its end. -1 when there is none.
 */
export function neighbourOf(points: readonly Point[], from: number, step: Point): number {
  const start = points[from];
  if (start === undefined) return -1;
  let best = -1;
  let least = Infinity;
  points.forEach(({ x, y }, index) => {
    const ahead = (x - start.x) * step.x + (y - start.y) * step.y;
    if (index === from || ahead < 1) return;
    const aside = Math.abs((x - start.x) * step.y) + Math.abs((y - start.y) * step.x);
    const cost = ahead + aside * 3;
    if (cost >= least) return;
    least = cost;
    best = index;
  });
  return best;
}
