import { expect, test } from "vitest";
import { isOfText, labelsIn } from "./raised.ts";

test.each([
  ["(R", "2", " = 0.87)", true],
  ["5 µg/m", "3", " of", true],
  ["while χ", "2", " was", true],
  ["E = mc", "2", ".", true],
  ["10", "−3", " mol", true],
  ["10", "6", " units", true],
  ["by ", "1", "⁄4", true],
  ["(x + 1)", "2", " is", true],
  ["the 5", "th", " day", true],
  ["and Ca", "2+", " did", true],
  ["of ", "14", "C in", true],
  ["the towns", "2", " of", false],
  ["the end.", "12", "", false],
  ["in 2019", "3", " it", false],
  ["of 43.5", "1", "", false],
  ["shown", "4)", " and", false],
  ["shown", "[4]", " and", false],
  ["studies", "5,6", " of", false],
  ["Smith", "∗", "", false],
  ["Smith", "†", ",", false],
] as const)("%s^%s%s belongs to the sentence: %s", (before, high, after, ofText) => {
  expect(isOfText(high, before, after, new Set(["2", "3"]))).toBe(ofText);
});

test("a raised letter is a note's mark where a note has it", () => {
  expect(isOfText("a", "Total", "", new Set(["a"]))).toBe(false);
  expect(isOfText("a", "Total", "", new Set())).toBe(true);
});

test("labels of one sign", () => {
  expect(labelsIn("1)")).toEqual(["1"]);
  expect(labelsIn("[4]")).toEqual(["4"]);
  expect(labelsIn("5,6")).toEqual(["5", "6"]);
  expect(labelsIn("12")).toEqual(["12"]);
  expect(labelsIn("∗")).toEqual(["*"]);
});
