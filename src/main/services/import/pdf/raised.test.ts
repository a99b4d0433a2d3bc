import { expect, test } from "vitest";
import { isOfText, isSurelyMark, labelsIn } from "./raised.ts";

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
  ["stacking with His", "388", " and", true],
  ["between Thr", "3", " and", true],
  ["the south", "3", " and", false],
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
  expect(isOfText(high, before, after, { leads: new Set(["2", "3"]), called: new Set() })).toBe(ofText);
});

test("a raised letter is a note's mark where a note has it", () => {
  expect(isOfText("a", "Total", "", { leads: new Set(["a"]), called: new Set() })).toBe(false);
  expect(isOfText("a", "Total", "", { leads: new Set(), called: new Set() })).toBe(true);
});

test("labels of one sign", () => {
  expect(labelsIn("1)")).toEqual(["1"]);
  expect(labelsIn("[4]")).toEqual(["4"]);
  expect(labelsIn("5,6")).toEqual(["5", "6"]);
  expect(labelsIn("12")).toEqual(["12"]);
  expect(labelsIn("∗")).toEqual(["*"]);
});

/** “notes: …” are the labels of the page's notes, “marks: …” those of raised numbers after words. */
test.each([
  ["aged 65", "4", "notes: 4", false],
  ["aged 65", "4", "notes: 7", true],
  ["aged 65", "4", "marks: 3", false],
  ["aged 65", "4", "marks: 5", false],
  ["a side of 12", "2", "marks: 7", true],
  ["a side of 12", "2", "", true],
  ["about 10", "6", "notes: 6", true],
  ["y = 1.5", "2", "", true],
  ["y = 1.5", "2", "notes: 2", false],
  ["grew by 1.5", "2", "", false],
  ["in 2019", "2", "", false],
  ["in 2019", "2", "marks: 9", false],
  ["the signs ± ", "²", "", true],
  ["the signs ± ", "²", "notes: 2", false],
  ["the signs ± ", "² ³", "", true],
  ["the towns ", "2", "", false],
] as const)("%s^%s with %s belongs to the sentence: %s", (before, high, known, ofText) => {
  const labels = new Set(known.match(/\d+/g));
  const none = new Set<string>();
  const evidence = known.startsWith("notes") ? { leads: labels, called: none } : { leads: none, called: labels };
  expect(isOfText(high, before, " ", evidence)).toBe(ofText);
});

test.each([
  ["towns", "2", true],
  ["end.", "12", true],
  ["ended”", "3", true],
  ["km", "2", false],
  ["1.5", "2", false],
  ["(2)", "2", false],
  ["SO", "4", false],
  ["the 5", "th", false],
] as const)("%s^%s is a note's mark for sure: %s", (before, high, sure) => {
  expect(isSurelyMark(high, before)).toBe(sure);
});
