import { expect, test } from "vitest";
import { arrangementOf, boundsFor, usualSize } from "./window-place.ts";

const left = { id: 1, workArea: { x: 0, y: 25, width: 1920, height: 1000 } };
const right = { id: 2, workArea: { x: 1920, y: 0, width: 1280, height: 1024 } };
const at = (x: number, y: number, width = 800, height = 600) => ({
  bounds: { x, y, width, height },
  maximized: false,
  fullScreen: false,
});

test.each([
  ["nothing is remembered", undefined, [left], usualSize],
  ["it fits", at(100, 100), [left], { x: 100, y: 100, width: 800, height: 600 }],
  ["it is on the second display", at(2000, 50), [left, right], { x: 2000, y: 50, width: 800, height: 600 }],
  ["its display is gone", at(2000, 50), [left], usualSize],
  ["its title bar is above the display", at(100, 0), [left], usualSize],
  ["its title bar is below the display", at(100, 1010), [left], usualSize],
  ["only an edge of it is on the display", at(-750, 100), [left], usualSize],
  ["enough of it is on the display", at(-700, 100), [left], { x: -700, y: 100, width: 800, height: 600 }],
  ["the display is smaller now", at(0, 25, 4000, 3000), [left], { x: 0, y: 25, width: 1920, height: 1000 }],
  ["it is too small", at(0, 25, 10, 10), [left], usualSize],
  ["it is narrow", at(0, 25, 300, 300), [left], { x: 0, y: 25, width: 720, height: 480 }],
] as const)("where %s", (_what, place, displays, bounds) => {
  expect(boundsFor(place, displays)).toEqual(bounds);
});

test("a second window does not hide the first", () => {
  const taken = [
    { x: 100, y: 100 },
    { x: 124, y: 124 },
  ];
  expect(boundsFor(at(100, 100), [left], taken)).toMatchObject({ x: 148, y: 148 });
});

test("the same displays arranged in another way have a place of their own, in whatever order they are listed", () => {
  expect(arrangementOf([left, right])).toBe(arrangementOf([right, left]));
  expect(arrangementOf([left])).not.toBe(arrangementOf([left, right]));
  const moved = { ...right, workArea: { ...right.workArea, x: -1280 } };
  expect(arrangementOf([left, moved])).not.toBe(arrangementOf([left, right]));
});
