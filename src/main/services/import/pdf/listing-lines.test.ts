import { expect, test } from "vitest";
import { allOf, charsFrom, linesFrom } from "./fixtures/lines.ts";
import { downFrom } from "./fixtures/read-pages.ts";
import { type Line, linesOf } from "./lines.ts";
import { listingLines } from "./listing-lines.ts";

const code = ["SELECT", "name AS ferry", "FROM ferries", "WHERE fare = 12;"];
const listed = (lines: readonly Line[], main = "Sans"): string[] =>
  [...listingLines(lines, main)].map((line) => line.text);

test("four lines of a font of one pitch are a listing, where the paper is set in another", () => {
  const lines = linesFrom(downFrom(300, code));
  expect(listed(lines)).toEqual(code);
  expect(listed(lines, "Serif")).toEqual([]);
  expect(listed(lines.slice(1))).toEqual([]);
});

test("a font whose letters differ in width is none of listings", () => {
  const chars = charsFrom(...downFrom(300, code));
  chars.place(3, chars.left(3), 298, chars.left(3) + 4, 308);
  expect(listed(linesOf(chars, allOf(chars), new Map()))).toEqual([]);
});

test("figures are of one width in any font", () => {
  expect(listed(linesFrom(downFrom(300, ["1 234", "5 678", "9 012", "3 456"])))).toEqual([]);
});
