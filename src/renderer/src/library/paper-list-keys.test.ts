import { expect, test } from "vitest";
import { stepOf } from "./paper-list-keys.ts";

test.each([
  ["ArrowDown", 0, 10, 1, false, 1],
  ["ArrowDown", 9, 10, 1, false, 9],
  ["ArrowRight", 0, 10, 1, false, null],
  ["ArrowRight", 0, 10, 4, false, 1],
  ["ArrowRight", 4, 10, 4, true, 3],
  ["ArrowLeft", 4, 10, 4, true, 5],
  ["ArrowDown", 1, 10, 4, false, 5],
  ["ArrowDown", 8, 10, 4, false, 8],
  ["ArrowUp", 2, 10, 4, false, 2],
  ["PageDown", 1, 100, 1, false, 9],
  ["PageUp", 3, 100, 1, false, 0],
  ["Home", 7, 10, 4, false, 0],
  ["End", 7, 10, 4, false, 9],
  ["x", 7, 10, 4, false, null],
] as const)("%s at %i of %i, %i across, mirrored %s, leads to %s", (key, at, count, across, mirrored, to) => {
  expect(stepOf(key, at, count, across, mirrored)).toBe(to);
});
