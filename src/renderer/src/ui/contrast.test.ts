import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, luminance } from "./contrast.ts";

test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#0072b2", "#ffffff", 5.19],
  ["#123456", "#123456", 1],
])("%s on %s has a contrast of %d", (text, other, ratio) => {
  expect(contrast(text, other)).toBeCloseTo(ratio, 2);
  expect(contrast(other, text)).toBe(contrast(text, other));
});

test("the luminance of any colour is from 0 to 1 (WCAG 2.2)", () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(colour, (text) => {
      expect(luminance(text)).toBeGreaterThanOrEqual(0);
      expect(luminance(text)).toBeLessThanOrEqual(1);
    }),
  );
});
