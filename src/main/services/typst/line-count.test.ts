import { expect, test } from "vitest";
import { lineSize } from "./letter-widths.ts";
import { lineCount } from "./line-count.ts";

/** The text in a room of so many widths of its first words. */
function linesIn(text: string, part: string, times = 1.1): number | null {
  const room = lineSize(part, false).most * times;
  return lineCount({ text, bold: false, least: room, most: room });
}

test.each([
  ["Water belongs to all", "Water belongs to all", 1],
  ["Water belongs to all", "Water belongs", 2],
  ["Water Water Water Water", "Water", 4],
  ["Issue 0 › Part 0: + supports", "Issue 0 › Part", 2],
  ["", "Water", 1],
])("%j in the room of %j is on %s lines", (text, part, count) => {
  expect(linesIn(text, part)).toBe(count);
});

test.each([
  ["a word is wider than the room", "Rindfleischetikettierung is long", "Rindfleisch"],
  ["a line may end within a word", "ab so-called cd", "so-called"],
  ["letters of another script are in it", "Water پانی Water", "Water Water Water Water"],
])("lines are not counted where %s", (_, text, part) => {
  expect(linesIn(text, part)).toBeNull();
});

test("nor where the last word just fits or does not", () => {
  const { least, most } = lineSize("Water belongs to all", false);
  expect(
    lineCount({ text: "Water belongs to all", bold: false, least: (least + most) / 2, most: (least + most) / 2 }),
  ).toBeNull();
});
