import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf, fromFrame, toFrame } from "./frame.ts";

const coordinate = fc.integer({ min: 0, max: 300 });
const turn = fc.constantFrom(0, 90, 180, 270);
const none = { 0: 0, 90: 0, 180: 0, 270: 0 };

test("a box taken into its frame and back is the same box, and stays upright between", () => {
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, coordinate, turn, (x, y, w, h, corner, way) => {
      const frame = frameOf([corner, -corner, corner + 400, 600 - corner], { ...none, [way]: 1 });
      const there = toFrame([x, y, x + w, y + h], frame);
      expect(there[0] <= there[2] && there[1] <= there[3]).toBe(true);
      expect(fromFrame(there, frame)).toEqual([x, y, x + w, y + h]);
    }),
  );
});

test.each([
  [0, [10, 20, 60, 30]],
  [90, [20, 340, 30, 390]],
  [180, [340, 570, 390, 580]],
  [270, [570, 10, 580, 60]],
] as const)("what is seen at the corner of a cropped page, turned by %i", (way, box) => {
  const frame = frameOf([100, 200, 500, 800], { ...none, [way]: 2, [(way + 90) % 360]: 1 });
  expect(toFrame([110, 220, 160, 230], frame)).toEqual(box);
  expect([frame.width, frame.height]).toEqual(way % 180 === 0 ? [400, 600] : [600, 400]);
});

test("a page without text is read as it lies", () => {
  expect(frameOf([0, 0, 10, 20], none)).toEqual({ visible: [0, 0, 10, 20], turn: 0, width: 10, height: 20 });
});
