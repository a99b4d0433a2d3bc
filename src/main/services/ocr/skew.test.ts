import { expect, test } from "vitest";
import type { Grey } from "./grey.ts";
import { rotateGrey } from "./grey.ts";
import { skewOf } from "./skew.ts";

/** Lines of dark words on light paper, as coarse as a page that was made smaller. */
function page(width = 850, height = 1100): Grey {
  const pixels = new Uint8Array(width * height).fill(250);
  for (let y = 100; y < height - 100; y += 18)
    for (let x = 80; x < width - 80; x++)
      if ((x * 7 + y * 3) % 61 < 50) for (let dy = 0; dy < 8; dy++) pixels[(y + dy) * width + x] = 20;
  return { width, height, pixels };
}

test.each([-4, -2.5, -1.2, -0.3, 0, 0.4, 1.2, 2.5, 4.8])("lines that run down by %d degrees", (degrees) => {
  expect(skewOf(rotateGrey(page(), degrees))).toBeCloseTo(degrees, 0.9);
});

test.each([
  ["an empty page", () => 255],
  ["noise", (n: number) => (Math.imul(n, 2_654_435_761) >>> 24) & 255],
])("%s is not straightened", (_name, shade) => {
  const pixels = Uint8Array.from({ length: 600 * 800 }, (_, n) => shade(n));
  expect(skewOf({ width: 600, height: 800, pixels })).toBe(0);
});
