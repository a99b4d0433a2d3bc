import { expect, test } from "vitest";
import { isCompound } from "./words.ts";

const words = new Set(["well-designed", "therefore", "term", "view"]);

test.each([
  ["well", "designed", true],
  ["there", "fore", false],
  ["long", "term", true],
  ["commis", "sion", false],
  ["inter", "view", false],
] as const)("%s-%s at a line end: the hyphen belongs to the word: %s", (before, after, kept) => {
  expect(isCompound(before, after, words)).toBe(kept);
});
