import { expect, test } from "vitest";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { linesOf } from "./lines.ts";

const textsOf = (...prints: readonly Print[]): string[] => {
  const chars = charsFrom(...prints);
  return linesOf(chars, allOf(chars), new Map()).map((line) => line.text);
};

test("exponents that come after all else are put into the holes of their line", () => {
  expect(
    textsOf(
      { text: "good (R", x: 50, y: 100 },
      { text: " = 0.87) over 3 km", x: 89, y: 100 },
      { text: "2", x: 85, y: 104, size: 7 },
      { text: "2", x: 179, y: 104, size: 7 },
    ),
  ).toEqual(["good (R2 = 0.87) over 3 km2"]);
});

test("small words over a line that has no room for them stay by themselves", () => {
  expect(
    textsOf({ text: "the office of the commissioner", x: 50, y: 100 }, { text: "draft", x: 80, y: 106, size: 7 }),
  ).toEqual(["the office of the commissioner", "draft"]);
});
