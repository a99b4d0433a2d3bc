import { type Box, memoryOf } from "./module.ts";
import { type Matrix, moved, type ObjectSource } from "./placed.ts";

/** What nothing is cut by. */
export const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity];
/** Most paths that cut an object, and most points of each, that are looked at. */
const [mostPaths, mostPoints] = [16, 200];
/** How far beyond its clip a rule may be, in points: many are drawn along the edge of it. */
const slack = 1.5;
/** A shorter rest of a rule is none. */
const leastLong = 5;

/**
 * The box on the page that an object is seen in: what is common to the boxes around the paths that cut it, the `BBox`
 * of its form among them (ISO 32000-1, 8.5.4 and 8.10.2). `matrix` maps the object's space to the page.
 */
export function clipOf({ pdfium, hot, scratch }: ObjectSource, object: number, matrix: Matrix): Box {
  const clip = hot.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : hot.FPDFClipPath_CountPaths(clip);
  let seen = everywhere;
  if (paths > mostPaths) return seen;
  for (let path = 0; path < paths; path++) {
    const count = hot.FPDFClipPath_CountPathSegments(clip, path);
    if (count < 3 || count > mostPoints) continue;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let n = 0; n < count; n++) {
      const segment = hot.FPDFClipPath_GetPathSegment(clip, path, n);
      if (hot.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) !== 1) return seen;
      const heap = memoryOf(pdfium).HEAPF32;
      const [x, y] = moved(matrix, heap[scratch / 4] ?? 0, heap[scratch / 4 + 1] ?? 0);
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
    seen = both(seen, [x0, y0, x1, y1]);
  }
  return seen;
}

/** What two boxes have in common. */
export function both(a: Box, b: Box): Box {
  if (a === everywhere) return b;
  if (b === everywhere) return a;
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** True for a shape whose middle is seen. */
export function isWithin([x0, y0, x1, y1]: Box, clip: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= clip[0] - slack && x <= clip[2] + slack && y >= clip[1] - slack && y <= clip[3] + slack;
}

/** The part of a rule that is seen; null where there is none. */
export function cutRule(rule: Box, clip: Box): Box | null {
  const [x0, y0, x1, y1] = rule;
  if (clip[0] <= x0 && clip[1] <= y0 && clip[2] >= x1 && clip[3] >= y1) return rule;
  const isLevel = x1 > x0;
  const [at, low, high] = isLevel ? [y0, clip[1], clip[3]] : [x0, clip[0], clip[2]];
  if (at < low - slack || at > high + slack) return null;
  const cut: Box = isLevel
    ? [Math.max(x0, clip[0]), y0, Math.min(x1, clip[2]), y1]
    : [x0, Math.max(y0, clip[1]), x1, Math.min(y1, clip[3])];
  return Math.max(cut[2] - cut[0], cut[3] - cut[1]) < leastLong ? null : cut;
}
