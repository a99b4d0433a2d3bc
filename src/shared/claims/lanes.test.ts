import { expect, test } from "vitest";
import { lanesOf } from "./lanes.ts";

test.each([
  [
    "apart",
    [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ],
    [0, 0],
  ],
  [
    "nested",
    [
      { start: 0, end: 9 },
      { start: 2, end: 8 },
      { start: 3, end: 4 },
    ],
    [0, 1, 2],
  ],
  [
    "crossing",
    [
      { start: 0, end: 6 },
      { start: 4, end: 9 },
    ],
    [0, 1],
  ],
  [
    "the same words twice",
    [
      { start: 0, end: 6 },
      { start: 0, end: 6 },
    ],
    [0, 1],
  ],
  [
    "seven deep, drawn as five",
    Array.from({ length: 7 }, (_, i) => ({ start: i, end: 20 - i })),
    [0, 1, 2, 3, 4, 4, 4],
  ],
  [
    "a line is free again after its words",
    [
      { start: 4, end: 9 },
      { start: 0, end: 6 },
      { start: 7, end: 8 },
    ],
    [1, 0, 0],
  ],
])("lines: %s", (_name, ranges, wanted) => {
  expect(lanesOf(ranges)).toEqual(wanted);
});
