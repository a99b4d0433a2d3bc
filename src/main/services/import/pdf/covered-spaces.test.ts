import { expect, test } from "vitest";
import { withoutCoveredSpaces } from "./covered-spaces.ts";
import { allOf, charsFrom } from "./fixtures/lines.ts";

/** Two letters of ten points and a space after the first; the right ends of the space and of the second letter. */
function read(first: string, space: number, second: string, end: number): string {
  const chars = charsFrom(
    { text: first, x: 100, y: 400, size: 20 },
    { text: " ", x: space - 5, y: 400 },
    { text: second, x: end - 10, y: 400, size: 20 },
  );
  return withoutCoveredSpaces(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");
}

test.each([
  ["on a letter that joins the next", "پ", 109, "ی", 100.5, "پی"],
  ["on a letter that touches the next and could join it", "ه", 109, "ه", 100, "ه ه"],
  ["on a letter that never joins the next", "ا", 109, "ی", 99.8, "ای"],
  ["between words", "پ", 100, "ی", 95, "پ ی"],
  ["on a letter, with a gap before the next", "ا", 104, "ی", 97, "ا ی"],
  ["between words that touch", "ا", 102, "ی", 100, "ا ی"],
  ["on a Latin letter", "p", 109, "i", 100.5, "p i"],
])("a space %s", (_, first, space, second, end, wanted) => {
  expect(read(first, space, second, end)).toBe(wanted);
});
