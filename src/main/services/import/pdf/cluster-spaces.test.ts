import { expect, test } from "vitest";
import type { PageChars } from "../../pdfium/page-chars.ts";
import { withoutClusterSpaces } from "./cluster-spaces.ts";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";

const space: Print = { text: " ", x: 50, y: 400, generated: true };
/** Two prints of letters five points wide with a gap between them, and a space that PDFium has made for it. */
function pair(first: string, gap: number, second: string, more: Partial<Print> = {}): PageChars {
  const end = 50 + [...first].length * 5;
  return charsFrom({ text: first, x: 50, y: 400, ...more }, space, { text: second, x: end + gap, y: 400 });
}
const read = (chars: PageChars): string =>
  withoutClusterSpaces(chars, allOf(chars))
    .map((k) => chars.text(k))
    .join("");

test.each<[string, number, string, boolean, string]>([
  ["हि", 12, "दी", true, "हिदी"],
  ["हि", 12, "।", true, "हि।"],
  ["हि", 20, "दी", true, "हि दी"],
  ["at", 3, "work", true, "at work"],
  ["ब", 0.5, "र", false, "बर"],
  ["ब", 2, "र", false, "ब र"],
  ["ব", 0.5, "2019", false, "ব 2019"],
])("%s, %d points and %s, where the file names the first: %s", (first, gap, second, isActual, wanted) => {
  expect(read(pair(first, gap, second, { isActual }))).toBe(wanted);
});

test("on a page whose letters the file names, others are farther apart in words as well", () => {
  const others = [{ text: "तं", x: 10, y: 400, isActual: true }, { text: "ब", x: 50, y: 400 }, space] as const;
  const next = (x: number): PageChars => charsFrom(...others, { text: "र", x, y: 400 });
  expect([read(next(58)), read(next(61))]).toEqual(["तंबर", "तंब र"]);
});

test("a space that the file has stays", () => {
  const chars = charsFrom({ text: "हि दी", x: 50, y: 400, isActual: true });
  expect(read(chars)).toBe("हि दी");
});

test("the gap becomes part of the letter before it", () => {
  const chars = pair("हि", 12, "दी", { isActual: true });
  withoutClusterSpaces(chars, allOf(chars));
  expect(chars.right(1)).toBe(72);
});
