import { expect, test } from "vitest";
import { allOf, charsFrom } from "./fixtures/lines.ts";
import { readable } from "./glyphs.ts";

test.each([
  ["‘‘corporate’’ is", "“corporate” is"],
  ["known as ‘‘noblesse oblige’’.", "known as “noblesse oblige”."],
  ["‘‘he said ‘yes’’’ twice", "“he said ‘yes’” twice"],
  ["‚‚Wort‘‘ sagt", "„Wort“ sagt"],
  ["‘the workers’’ pay", "‘the workers’’ pay"],
  ["a plank of 5’’ by 2’’", "a plank of 5’’ by 2’’"],
  ["‘one’ and ‘two’", "‘one’ and ‘two’"],
  ["“double” and ‘single’", "“double” and ‘single’"],
])("%s reads %s", (printed, read) => {
  const chars = charsFrom({ text: printed, x: 0, y: 0 });
  const places = readable(chars, allOf(chars));
  expect(places.map((place) => chars.text(place)).join("")).toBe(read);
  // Both marks are in the box of the one that is left.
  expect(chars.right(places.at(-1) ?? -1)).toBe(printed.length * 5);
});

test("two single marks on different lines, or apart, stay two", () => {
  const chars = charsFrom({ text: "‘a", x: 0, y: 0 }, { text: "‘", x: 10, y: 0 }, { text: "‘", x: 30, y: 0 });
  expect(readable(chars, allOf(chars))).toHaveLength(4);
  const lines = charsFrom({ text: "‘", x: 0, y: 20 }, { text: "‘", x: 5, y: 0 });
  expect(readable(lines, allOf(lines))).toHaveLength(2);
});
