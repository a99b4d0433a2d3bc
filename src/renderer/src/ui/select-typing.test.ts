import { expect, test } from "vitest";
import { optionTyped, withLetter } from "./select-typing.ts";

const stances = ["…", "+ supports", "− opposes", "○ neutral", "± mixed", "? unclear", "◌ No stance", "! objects"];

test.each([
  [0, "s", 1],
  [0, "o", 2],
  // The same letter again goes on to the next one, and round.
  [2, "o", 7],
  [7, "o", 2],
  [2, "opp", 2],
  [7, "ob", 7],
  [2, "ob", 7],
  [0, "no", 6],
  [3, "no s", 6],
  [0, "N", 3],
  [0, "x", null],
  [-1, "u", 5],
])("from option %d, %j leads to %j", (current, text, index) => {
  expect(optionTyped(stances, current, text)).toBe(index);
});

test("options without signs are left to the browser", () => {
  expect(optionTyped(["", "weak", "medium", "strong"], 0, "m")).toBeNull();
  expect(optionTyped([], -1, "m")).toBeNull();
});

test("letters in quick succession are a word, later ones begin another", () => {
  const first = withLetter({ text: "", at: -Infinity }, "n", 5000);
  const second = withLetter(first, "o", 5600);
  expect([first.text, second.text, withLetter(second, "s", 7000).text]).toEqual(["n", "no", "s"]);
});
