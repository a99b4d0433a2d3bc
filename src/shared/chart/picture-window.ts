import type { Point } from "./neighbour.ts";

/** Width and height of a picture, in its units. */
export type PictureSize = Readonly<{ width: number; height: number }>;
/** The part of a picture that is shown: how many times larger than drawn, and its upper left corner. */
export type PictureWindow = Readonly<{ scale: number; x: number; y: number }>;

/** All of a picture, as large as it was drawn. */
export const wholePicture: PictureWindow = { scale: 1, x: 0, y: 0 };
/** How many times larger than drawn a picture may be shown. */
export const largestScale = 8;
/** How much larger or smaller one step of the zoom is. */
export const zoomStep = 1.25;

/** With another scale, so that a point of the picture stays where it is on screen. What is shown is never beside it. */
export function zoomAbout(shown: PictureWindow, size: PictureSize, factor: number, point: Point): PictureWindow {
  const scale = Math.min(largestScale, Math.max(1, shown.scale * factor));
  const share = shown.scale / scale;
  return within(size, { scale, x: point.x - (point.x - shown.x) * share, y: point.y - (point.y - shown.y) * share });
}

/** Moved over the picture by so much, in units of the picture, as far as the picture goes. */
export function panBy(shown: PictureWindow, size: PictureSize, by: Point): PictureWindow {
  return within(size, { scale: shown.scale, x: shown.x + by.x, y: shown.y + by.y });
}

/** With a point of the picture in the middle, unless it is in sight already. */
export function reveal(shown: PictureWindow, size: PictureSize, point: Point): PictureWindow {
  const [across, down] = [point.x - shown.x, point.y - shown.y];
  const isInSight = across >= 0 && down >= 0 && across <= size.width / shown.scale && down <= size.height / shown.scale;
  if (isInSight) return shown;
  const middle = middleOf(shown, size);
  return panBy(shown, size, { x: point.x - middle.x, y: point.y - middle.y });
}

/** The middle of what is shown. */
export function middleOf({ scale, x, y }: PictureWindow, { width, height }: PictureSize): Point {
  return { x: x + width / scale / 2, y: y + height / scale / 2 };
}

/** The part of a picture as an SVG element's `viewBox`. */
export function viewBoxOf({ scale, x, y }: PictureWindow, { width, height }: PictureSize): string {
  return [x, y, width / scale, height / scale].map((number) => Math.round(number * 100) / 100).join(" ");
}

function within({ width, height }: PictureSize, { scale, x, y }: PictureWindow): PictureWindow {
  const most = { x: width - width / scale, y: height - height / scale };
  return { scale, x: Math.max(0, Math.min(most.x, x)), y: Math.max(0, Math.min(most.y, y)) };
}
