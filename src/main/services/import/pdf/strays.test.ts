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

test("the raised number of a note that a file has after it is before it", () => {
  expect(
    textsOf(
      { text: "The harbour, supra note 1", x: 58, y: 100, size: 8 },
      { text: "15", x: 50, y: 103, size: 4 },
      { text: "a page of text in larger letters, line after line", x: 50, y: 300 },
    ),
  ).toEqual(["15The harbour, supra note 1", "a page of text in larger letters, line after line"]);
});

test("the raised number of a note of a few short words is before it", () => {
  expect(
    textsOf(
      { text: "Id. at 18.", x: 58, y: 100, size: 8 },
      { text: "2", x: 52, y: 103, size: 4 },
      { text: "a page of text in larger letters, line after line", x: 50, y: 300 },
    ),
  ).toContain("2Id. at 18.");
});

test.each([
  ["a word", { text: "see", x: 42, y: 103, size: 4 }],
  ["a number far before the line", { text: "15", x: 38, y: 103, size: 4 }],
  ["a number on its height", { text: "15", x: 50, y: 100, size: 4 }],
])("%s stays by itself", (_, print) => {
  expect(
    textsOf({ text: "The harbour, supra note 1", x: 58, y: 100, size: 8 }, print, {
      text: "a page of text in larger letters, line after line",
      x: 50,
      y: 300,
    }),
  ).toContain(print.text);
});

test("small words over a line that has no room for them stay by themselves", () => {
  expect(
    textsOf({ text: "the office of the commissioner", x: 50, y: 100 }, { text: "draft", x: 80, y: 106, size: 7 }),
  ).toEqual(["the office of the commissioner", "draft"]);
});
