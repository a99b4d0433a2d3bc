import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf, frameOfScan, fromFrame, isUpright, toFrame } from "./frame.ts";

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

test("a box of a straightened page goes there and back, and keeps its size", () => {
  const small = fc.double({ min: -6, max: 6, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, turn, small, (x, y, w, way, skew) => {
      const frame = frameOfScan([30, -20, 430, 580], { turn: way as 0 | 90 | 180 | 270, skew });
      const box = [x, y, x + w, y + 12] as const;
      const outside = fromFrame(box, frame);
      const back = toFrame(outside, frame);
      for (const [n, side] of back.entries()) expect(side).toBeCloseTo(box[n] ?? Number.NaN, 6);
      const [long, high] = [outside[2] - outside[0], outside[3] - outside[1]];
      for (const [is, was] of way % 180 === 0
        ? [
            [long, w],
            [high, 12],
          ]
        : [
            [high, w],
            [long, 12],
          ])
        expect(is).toBeCloseTo(was ?? 0, 6);
    }),
  );
});

test("lines that run down to the right end lower on the page than in the frame", () => {
  const frame = frameOfScan([0, 0, 400, 600], { turn: 0, skew: 2 });
  const [left, right] = [fromFrame([10, 300, 20, 310], frame), fromFrame([380, 300, 390, 310], frame)];
  expect(left[1] - right[1]).toBeCloseTo(370 * Math.sin((2 * Math.PI) / 180), 6);
  expect(isUpright(frame)).toBe(false);
  expect(isUpright({ ...frame, skew: 0 })).toBe(true);
});
