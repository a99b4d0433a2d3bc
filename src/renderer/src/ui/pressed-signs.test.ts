import { expect, test } from "vitest";
import { digitOf, pressedSigns, signAmong } from "./pressed-signs.ts";

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

test.each([
  // The keys of French, Russian, Arabic and Urdu keyboards, and of a Dvorak keyboard, whose J is where C is on others.
  ["c", "KeyC", "c"],
  ["с", "KeyC", "c"],
  ["ؤ", "KeyC", "c"],
  ["j", "KeyC", null],
  ["a", "KeyQ", "a"],
  ["ф", "KeyA", "a"],
  ["Enter", "Enter", null],
])("%s at %s among letters is %s", (key, code, sign) => {
  expect(signAmong({ key, code }, ["a", "c"])).toBe(sign);
});

test.each([
  ["3", "Digit3", 3],
  ["3", "Numpad3", 3],
  ['"', "Digit3", 3],
  ["۳", "Digit3", 3],
  ["0", "Digit0", null],
  ["e", "KeyE", null],
  ["F3", "F3", null],
])("%s at %s is the digit %s", (key, code, digit) => {
  expect(digitOf({ key, code })).toBe(digit);
});
