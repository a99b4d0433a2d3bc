import { expect, test } from "vitest";
import { nextRow } from "./menu-keys.ts";

const rows = ["Code…", "Copy with source", "Délai", "Delete claim"].map((label) => ({ id: label, label }));

test.each([
  ["down", 0, "ArrowDown", "", 1],
  ["down from the last row to the first", 3, "ArrowDown", "", 0],
  ["up from the first row to the last", 0, "ArrowUp", "", 3],
  ["to the first row", 2, "Home", "", 0],
  ["to the last row", 0, "End", "", 3],
  ["by a letter to the next row that begins with it", 0, "c", "", 1],
  ["by the same letter round again", 1, "c", "", 0],
  ["by more letters to what they spell", 2, "l", "de", 2],
  ["without regard to accents and case", 0, "D", "", 2],
  ["by letters that fit the row it is on", 3, "e", "d", 3],
  ["nowhere by a letter that begins nothing", 0, "z", "", null],
  ["nowhere by another key", 0, "F5", "", null],
] as const)("%s", (_, from, key, typed, to) => {
  expect(nextRow(rows, from, key, typed)).toBe(to);
});

test("in an empty menu no key goes anywhere", () => {
  for (const key of ["ArrowDown", "End", "a"]) expect(nextRow([], -1, key)).toBeNull();
});
