import { expect, test } from "vitest";
import { cardAfter } from "./card-keys.ts";

test.each([
  ["a", "ArrowDown", "b"],
  ["c", "ArrowDown", "c"],
  ["b", "ArrowUp", "a"],
  ["a", "ArrowUp", "a"],
  [null, "ArrowDown", "a"],
  [null, "ArrowUp", "a"],
  ["b", "Home", "a"],
  ["b", "End", "c"],
  ["b", "Enter", null],
] as const)("from %s, %s leads to %s", (from, key, to) => {
  expect(cardAfter(["a", "b", "c"], from, key)).toBe(to);
});

test("without cards nothing leads anywhere", () => {
  expect(cardAfter([], null, "End")).toBeNull();
});
