import { type Grey, inkThreshold, shrinkGrey } from "./grey.ts";

/** Skew is looked for up to so many degrees either way. */
const maxDegrees = 6;
/** Pixels of the longer side of the picture that skew is measured on: lines of text are a few pixels high. */
const measured = 1100;
/** No more points than these are counted, evenly chosen. */
const maxPoints = 60_000;

/**
 * How many degrees a page's lines of text run down to the right (clockwise); 0 where that can't be told. Lines are
 * straight when the bottoms of their letters fall on the fewest rows: the sum of the squared counts of the rows is
 * greatest (Postl's method on the lower edges of ink).
 */
export function skewOf(picture: Grey): number {
  const factor = Math.max(1, Math.floor(Math.max(picture.width, picture.height) / measured));
  const small = shrinkGrey(picture, factor);
  const { xs, ys } = lowerEdges(small);
  if (xs.length < 200) return 0;
  const counts = new Float64Array(small.height * 3);
  const score = (degrees: number): number => {
    counts.fill(0);
    const slope = Math.tan((degrees * Math.PI) / 180);
    for (let n = 0; n < xs.length; n++) {
      const row = Math.round((ys[n] ?? 0) - (xs[n] ?? 0) * slope) + small.height;
      if (row >= 0 && row < counts.length) counts[row] = (counts[row] ?? 0) + 1;
    }
    let sum = 0;
    for (const count of counts) sum += count * count;
    return sum;
  };
  const straight = score(0);
  const coarse = best(score, -maxDegrees, maxDegrees, 0.5);
  const fine = best(score, coarse - 0.5, coarse + 0.5, 0.1);
  const found = best(score, fine - 0.1, fine + 0.1, 0.025);
  // A picture, or a page of few lines, has no angle that stands out.
  return score(found) > straight * 1.03 && Math.abs(found) < maxDegrees ? Math.round(found * 1000) / 1000 : 0;
}

function best(score: (degrees: number) => number, from: number, to: number, step: number): number {
  let [found, most] = [0, -1];
  for (let n = 0; n <= Math.round((to - from) / step); n++) {
    const degrees = from + n * step;
    const own = score(degrees);
    if (own > most) [found, most] = [degrees, own];
  }
  return found;
}

/** Dark pixels with a light one below. */
function lowerEdges(picture: Grey): { xs: number[]; ys: number[] } {
  const { width, height, pixels } = picture;
  const threshold = inkThreshold(picture);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y + 1 < height; y++)
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      if ((pixels[index] ?? 255) > threshold || (pixels[index + width] ?? 0) <= threshold) continue;
      xs.push(x);
      ys.push(y);
    }
  if (xs.length <= maxPoints) return { xs, ys };
  const every = xs.length / maxPoints;
  const chosen = Array.from({ length: maxPoints }, (_, n) => Math.floor(n * every));
  return { xs: chosen.map((n) => xs[n] ?? 0), ys: chosen.map((n) => ys[n] ?? 0) };
}
