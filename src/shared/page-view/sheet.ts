/** Left, top, right, bottom of something on a page as it is seen: points, from the upper left corner, y downwards. */
export type Rect = Readonly<{ x0: number; y0: number; x1: number; y1: number }>;

/** A page as it is seen: its size in points after rotation, and the way there from PDF default user space. */
export type Sheet = Readonly<{
  width: number;
  height: number;
  /** a, b, c, d, e, f of x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
  matrix: readonly number[];
}>;

/**
 * The sheet of a page: `box` is the visible part of user space (left, bottom, right, top), `rotation` clockwise in
 * degrees, `width` and `height` the size in points as it is seen.
 */
export function sheetOf(
  box: readonly [number, number, number, number],
  rotation: 0 | 90 | 180 | 270,
  { width, height }: Readonly<{ width: number; height: number }>,
): Sheet {
  const [left, bottom, right, top] = box;
  const turned = rotation === 90 || rotation === 270;
  const sx = width / Math.max(1e-6, turned ? top - bottom : right - left);
  const sy = height / Math.max(1e-6, turned ? right - left : top - bottom);
  const matrix = {
    0: [sx, 0, 0, -sy, -left * sx, top * sy],
    90: [0, sy, sx, 0, -bottom * sx, -left * sy],
    180: [-sx, 0, 0, sy, right * sx, -bottom * sy],
    270: [0, -sy, -sx, 0, top * sx, right * sy],
  }[rotation];
  return { width, height, matrix };
}

/** A point of user space on the sheet. */
export function pointOn(sheet: Sheet, x: number, y: number): { x: number; y: number } {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = sheet.matrix;
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The point of user space that is at a point of the sheet; the other way round than `pointOn`. */
export function userPoint(sheet: Sheet, x: number, y: number): { x: number; y: number } {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = sheet.matrix;
  const scale = a * d - b * c || 1;
  return { x: (d * (x - e) - c * (y - f)) / scale, y: (a * (y - f) - b * (x - e)) / scale };
}

/** A box of user space (x0, y0, x1, y1) on the sheet. */
export function rectOn(sheet: Sheet, [x0, y0, x1, y1]: readonly [number, number, number, number]): Rect {
  const corner = pointOn(sheet, x0, y0);
  const other = pointOn(sheet, x1, y1);
  return {
    x0: Math.min(corner.x, other.x),
    y0: Math.min(corner.y, other.y),
    x1: Math.max(corner.x, other.x),
    y1: Math.max(corner.y, other.y),
  };
}
