import fc from "fast-check";
import { expect, test } from "vitest";
import { hex, rgbOf, tint } from "./colour.ts";

test.each<[string, readonly number[]]>([
  ["#000000", [0, 0, 0]],
  ["#ffffff", [1, 1, 1]],
  ["#ff0000", [1, 0, 0]],
  ["#00ff00", [0, 1, 0]],
  ["#0000ff", [0, 0, 1]],
  ["#336699", [0.2, 0.4, 0.6]],
  ["#FFCC00", [1, 0.8, 0]],
])("%s is red, green and blue", (colour, parts) => {
  for (const [index, part] of rgbOf(colour).entries()) expect(part).toBeCloseTo(parts[index] ?? -1, 10);
});

test.each([
  ["#ffffff", "#ffffff"],
  // Of black a share of 38 % is left: 255 × 0.62 is 158.1.
  ["#000000", "#9e9e9e"],
  ["#ff0000", "#ff9e9e"],
])("%s as a highlighter is %s", (colour, light) => {
  expect(hex(tint(colour))).toBe(light);
});

const any = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("a colour is written as it was read, and a highlighter's is lighter and no less light than another's", () => {
  fc.assert(
    fc.property(any, any, (colour, other) => {
      expect(hex(rgbOf(colour))).toBe(colour);
      for (const [index, part] of tint(colour).entries()) {
        expect(part).toBeGreaterThanOrEqual(rgbOf(colour)[index] ?? 2);
        expect(part).toBeGreaterThanOrEqual(0.62 - 1e-9);
        expect(part).toBeLessThanOrEqual(1);
        const [value, two] = [rgbOf(colour)[index] ?? 0, rgbOf(other)[index] ?? 0];
        expect(Math.sign(part - (tint(other)[index] ?? 0))).toBe(Math.sign(value - two));
      }
    }),
  );
});
