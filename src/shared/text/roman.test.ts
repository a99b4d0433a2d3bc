import { expect, test } from "vitest";
import { roman } from "./roman.ts";

test.each([
  [1, "i"],
  [4, "iv"],
  [9, "ix"],
  [14, "xiv"],
  [40, "xl"],
  [1987, "mcmlxxxvii"],
  [3999, "mmmcmxcix"],
  [4000, "4000"],
  [0, "0"],
  [-3, "-3"],
])("%i is %s", (value, text) => {
  expect(roman(value)).toBe(text);
});
