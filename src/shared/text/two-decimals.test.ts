import { expect, test } from "vitest";
import { twoDecimals } from "./two-decimals.ts";

test.each([
  [0, "0.00"],
  [-0, "0.00"],
  [-0.001, "0.00"],
  [-4, "−4.00"],
  [1.005, "1.00"],
  [12.345, "12.35"],
  [-0.5, "−0.50"],
])("%d is read as %s", (value, text) => {
  expect(twoDecimals(value)).toBe(text);
});
