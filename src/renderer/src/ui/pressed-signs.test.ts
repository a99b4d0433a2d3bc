import { expect, test } from "vitest";
import { pressedSigns } from "./pressed-signs.ts";

test.each([
  ["r", "KeyR", "r"],
  ["R", "KeyR", "r"],
  ["к", "KeyR", "r"],
  ["ق", "KeyR", "r"],
  ["®", "KeyR", "r"],
  // On a French keyboard the key right of Tab is `a`, whatever its code says.
  ["a", "KeyQ", "a"],
  ["1", "Digit1", "1"],
  ["&", "Digit1", "& 1"],
  ["۱", "Digit1", "1"],
  ["٩", "Digit9", "9"],
  ["०", "Digit0", "0"],
  ["¡", "Digit1", "1"],
  ["+", "Equal", "+ ="],
  ["=", "Equal", "= +"],
  ["-", "Minus", "-"],
  ["Dead", "Backquote", "~ `"],
  ["~", "BracketRight", "~"],
  ["?", "Slash", "? /"],
  ["+", "NumpadAdd", "+"],
  ["Enter", "Enter", ""],
  ["F1", "F1", ""],
])("%s at %s stands for %s", (key, code, signs) => {
  expect(pressedSigns({ key, code }).join(" ")).toBe(signs);
});
