import type { Rect } from "../../../shared/page-view/sheet.ts";

/** Points between one line under the words and the next. */
const step = 1.8;

/** The height at which a lane's line runs: three under the words, then above them, so that five stay apart. */
export function laneHeight(box: Rect, lane: number): number {
  return lane < 3 ? box.y1 - 0.6 + lane * step : box.y0 - (lane - 3) * step;
}

/**
 * The line of a stance as an SVG path from the left to the right of a box: straight, doubled or a wave. Dashes and dots
 * are left to the style.
 */
export function linePath(box: Rect, lane: number, look: string): string {
  const y = laneHeight(box, lane);
  const straight = (y: number): string => `M${box.x0} ${round(y)}H${box.x1}`;
  if (look === "neutral") return `${straight(y - 0.7)}${straight(y + 0.7)}`;
  if (look !== "opposes") return straight(y);
  const waves = Math.max(1, Math.round((box.x1 - box.x0) / 5));
  const half = round((box.x1 - box.x0) / waves / 2);
  return `M${box.x0} ${round(y)}${`q${half / 2} -1.6 ${half} 0t${half} 0`.repeat(waves)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
