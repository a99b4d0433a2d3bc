import { expect, test } from "vitest";
import { pointOn, rectOn, sheetOf } from "./sheet.ts";

const seen = { 0: { width: 100, height: 200 }, 90: { width: 200, height: 100 } };

test.each([
  [0, { x: 0, y: 0 }],
  [90, { x: 200, y: 0 }],
  [180, { x: 100, y: 200 }],
  [270, { x: 0, y: 100 }],
] as const)("the upper left corner of a page turned clockwise by %d", (rotation, corner) => {
  const size = rotation % 180 === 0 ? seen[0] : seen[90];
  expect(pointOn(sheetOf([10, 20, 110, 220], rotation, size), 10, 220)).toEqual(corner);
});

test("a page whose units are not points is as large as it says", () => {
  const sheet = sheetOf([0, 0, 50, 100], 0, { width: 100, height: 200 });
  expect(rectOn(sheet, [10, 80, 20, 90])).toEqual({ x0: 20, y0: 20, x1: 40, y1: 40 });
});
