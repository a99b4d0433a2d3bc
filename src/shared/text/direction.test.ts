import { expect, test } from "vitest";
import { directionOf, directionOfWords, statedDirection } from "./direction.ts";

test.each([
  ["words", "ltr"],
  ["قانون", "rtl"],
  ["12 قانون law", "rtl"],
  ["12 law قانون", "ltr"],
  ["12", "ltr"],
  ["", "ltr"],
])("%j goes %s by its first letter", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

test.each([
  ["EU قانون", "rtl", "rtl"],
  ["قانون EU", "ltr", "ltr"],
  ["law", "rtl", "ltr"],
  ["قانون", "ltr", "rtl"],
  ["قانون EU", null, "rtl"],
  ["12", "rtl", "ltr"],
] as const)("%j, said to go %s, goes %s", (text, stated, direction) => {
  expect(statedDirection(text, stated)).toBe(direction);
});

test.each([
  ["Fares › Who pays", "ltr"],
  ["فریق: Islands Council", "rtl"],
  ["Actor: وزارت", "ltr"],
  ["2026", null],
  ["…", null],
  ["", null],
])("the words of %j go %s", (text, direction) => {
  expect(directionOfWords(text)).toBe(direction);
});
