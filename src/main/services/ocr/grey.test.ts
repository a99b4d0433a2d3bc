import fc from "fast-check";
import { expect, test } from "vitest";
import { cropGrey, type Grey, inkThreshold, pgm, rotateGrey, shrinkGrey, turnGrey, whitened } from "./grey.ts";

/** Two rows: 1 2 3 over 4 5 6. */
const six: Grey = { width: 3, height: 2, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) };
const white = (width: number, height: number): Grey => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(255),
});

test.each([
  [0, 3, [1, 2, 3, 4, 5, 6]],
  [90, 2, [4, 1, 5, 2, 6, 3]],
  [180, 3, [6, 5, 4, 3, 2, 1]],
  [270, 2, [3, 6, 2, 5, 1, 4]],
] as const)("turned by %i degrees", (turn, width, pixels) => {
  const turned = turnGrey(six, turn);
  expect([turned.width, [...turned.pixels]]).toEqual([width, pixels]);
});

test("four quarter turns give the same picture back", () => {
  const sides = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(sides, sides, (width, height) => {
      const picture = { width, height, pixels: Uint8Array.from({ length: width * height }, (_, n) => n) };
      const turned = [90, 90, 90, 90].reduce((turned) => turnGrey(turned, 90), picture as Grey);
      expect(turned).toEqual(picture);
      expect(turnGrey(turnGrey(picture, 270), 90)).toEqual(picture);
    }),
  );
});

test("a part is cut to what there is", () => {
  expect(cropGrey(six, 1, 0, 9, 9)).toEqual({ width: 2, height: 2, pixels: Uint8Array.of(2, 3, 5, 6) });
  expect(cropGrey(six, -5, 7, 1, 1)).toEqual({ width: 1, height: 1, pixels: Uint8Array.of(4) });
});

test("made smaller, a pixel is the mean of a square; what is left over at the edges goes", () => {
  const picture = { width: 5, height: 2, pixels: Uint8Array.of(0, 100, 10, 10, 9, 50, 50, 30, 30, 9) };
  expect(shrinkGrey(picture, 2)).toEqual({ width: 2, height: 1, pixels: Uint8Array.of(50, 20) });
  expect(shrinkGrey(picture, 1)).toBe(picture);
});

test("rotated clockwise, what is right of the middle goes down, and outside is white", () => {
  const picture = white(41, 41);
  picture.pixels[20 * 41 + 35] = 0;
  const rotated = rotateGrey(picture, 10);
  const darkest = rotated.pixels.indexOf(Math.min(...rotated.pixels));
  expect([darkest % 41, Math.floor(darkest / 41)]).toEqual([35, 23]);
  expect(rotated.pixels[0]).toBe(255);
  expect(rotateGrey(picture, 0)).toBe(picture);
});

test("ink is parted from grey paper", () => {
  const pixels = Uint8Array.from({ length: 1000 }, (_, n) => (n % 10 === 0 ? 60 + (n % 7) : 190 + (n % 9)));
  const threshold = inkThreshold({ width: 100, height: 10, pixels });
  expect(threshold).toBeGreaterThanOrEqual(66);
  expect(threshold).toBeLessThan(190);
});

test("a PGM file has a head and the pixels", () => {
  expect(Buffer.from(pgm(six)).toString("latin1")).toBe("P5\n3 2\n255\n\u0001\u0002\u0003\u0004\u0005\u0006");
});

test("noise of grey paper becomes white, ink black, and what is between stays between", () => {
  const random = [-9, 4, 0, 7, -3, 9, -6, 2, 5, -8];
  const pixels = Uint8Array.from({ length: 10_000 }, (_, n) => 220 + (random[n % 10] ?? 0));
  for (let n = 0; n < 200; n++) pixels[n * 50] = n < 100 ? 40 : 130;
  const made = whitened({ width: 100, height: 100, pixels });
  expect([made.pixels[1], made.pixels[0]]).toEqual([255, 0]);
  const between = made.pixels[150 * 50] ?? 0;
  expect(between > 80 && between < 200).toBe(true);
  expect(inkThreshold(made)).toBeLessThan(200);
});

test.each([
  ["clean", 255],
  ["mostly dark", 40],
])("a %s picture stays as it is", (_, shade) => {
  const picture = { width: 10, height: 10, pixels: new Uint8Array(100).fill(shade) };
  picture.pixels[5] = 128;
  expect(whitened(picture)).toBe(picture);
});
