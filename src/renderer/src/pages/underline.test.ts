import { expect, test } from "vitest";
import { laneHeight, linePath } from "./underline.ts";

const box = { x0: 10, y0: 100, x1: 30, y1: 112 };

test.each([
  ["supports", "M10 111.4H30"],
  ["neutral", "M10 110.7H30M10 112.1H30"],
  ["opposes", "M10 111.4q1.25 -1.6 2.5 0t2.5 0q1.25 -1.6 2.5 0t2.5 0q1.25 -1.6 2.5 0t2.5 0q1.25 -1.6 2.5 0t2.5 0"],
])("the line of %s", (look, path) => {
  expect(linePath(box, 0, look)).toBe(path);
});

test("five lanes keep apart from each other and off the middle of the words", () => {
  const heights = [0, 1, 2, 3, 4].map((lane) => laneHeight(box, lane));
  for (const [lane, value] of heights.entries()) {
    expect(Math.abs(value - 106)).toBeGreaterThan(5);
    for (const other of heights.slice(lane + 1)) expect(Math.abs(value - other)).toBeGreaterThan(1.5);
  }
});
