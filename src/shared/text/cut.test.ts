import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "./cut.ts";

test.each([
  ["words", 3, "wor"],
  ["words", 5, "words"],
  ["words", 9, "words"],
  ["words", 0, ""],
  ["", 3, ""],
  ["a😀b", 1, "a"],
  ["a😀b", 2, "a"],
  ["a😀b", 3, "a😀"],
  ["😀", 1, ""],
  ["😀", 2, "😀"],
])("%j cut to %d is %j", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});

test("a cut is a beginning of the text, as long as asked or one unit less, and whole characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 12 }), fc.nat(14), (text, most) => {
      const cut = cutText(text, most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});
