import { expect, test } from "vitest";
import { isTurned, type Sides, swapped } from "./turned.ts";

const word = (letter: (n: number) => Sides): Sides[] => Array.from({ length: 8 }, (_, n) => letter(n));
const level = word((n) => [n * 5, 0, n * 5 + 5, 10]);
const upwards = word((n) => [0, 100 - n * 5, 10, 105 - n * 5]);
const downwards = word((n) => [0, n * 5, 10, n * 5 + 5]);

test.each([
  ["level", level, false],
  ["from right to left", level.toReversed(), false],
  ["upwards", upwards, true],
  ["downwards", downwards, true],
  ["of one letter", level.slice(0, 1), false],
  ["one letter to a line, far from each other", word((n) => [0, n * 30, 5, n * 30 + 10]), false],
] as const)("text that runs %s", (_name, boxes, turned) => {
  expect(isTurned(boxes)).toBe(turned);
});

test("a box swapped twice is itself", () => {
  expect(swapped(swapped([1, 2, 3, 4]))).toEqual([1, 2, 3, 4]);
});
