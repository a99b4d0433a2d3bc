import type { Rect } from "../../../shared/page-view/sheet.ts";
import type { Raster } from "./png.ts";

/** How light a colour of red, green and blue, 0 to 255, looks: 0 to 255 (Rec. 709 weights, in 256ths). */
function lightness(red: number, green: number, blue: number): number {
  return (54 * red + 183 * green + 19 * blue) >> 8;
}

/**
 * Turn a picture light on dark in its own memory: lightness is reversed, hue stays (CSS `invert(1)
 * hue-rotate(180deg)`). What lies in the areas kept, in pixels of the picture, stays as it is.
 */
export function turnDark({ width, height, stride, rows }: Raster, kept: readonly Rect[]): void {
  // Clamped: what would be darker than black or lighter than white is black or white.
  const shades = new Uint8ClampedArray(rows.buffer, rows.byteOffset, rows.length);
  for (let y = 0; y < height; y++) {
    const beside = kept.filter((area) => y >= area.y0 && y < area.y1);
    for (let x = 0; x < width; x++) {
      const inside = beside.find((area) => x >= area.x0 && x < area.x1);
      if (inside !== undefined) {
        x = Math.ceil(inside.x1) - 1;
        continue;
      }
      const index = y * stride + x * 3;
      const [red = 0, green = 0, blue = 0] = [shades[index], shades[index + 1], shades[index + 2]];
      const by = 255 - 2 * lightness(red, green, blue);
      shades[index] = red + by;
      shades[index + 1] = green + by;
      shades[index + 2] = blue + by;
    }
  }
}

/**
 * Whether an area of a picture looks like a photograph and not like printed paper: less than half of it is nearly
 * white. A scanned page, a formula or a drawing on white is paper.
 */
export function isPhotograph({ width, height, stride, rows }: Raster, area: Rect): boolean {
  let [paper, all] = [0, 0];
  for (let y = Math.max(0, Math.floor(area.y0)); y < Math.min(height, area.y1); y++)
    for (let x = Math.max(0, Math.floor(area.x0)); x < Math.min(width, area.x1); x++) {
      const index = y * stride + x * 3;
      all++;
      if (Math.min(rows[index] ?? 0, rows[index + 1] ?? 0, rows[index + 2] ?? 0) > 215) paper++;
    }
  return all > 0 && paper < all / 2;
}
