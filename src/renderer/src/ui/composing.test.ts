import { expect, test } from "vitest";
import { isComposing } from "./composing.ts";

test.each([
  ["the DOM says so", { key: "Enter", isComposing: true }, true],
  ["React's event says so of its own", { key: "Enter", nativeEvent: { isComposing: true } }, true],
  ["the code of an input method", { key: "Enter", keyCode: 229, isComposing: false }, true],
  ["a key that is being processed", { key: "Process", keyCode: 229 }, true],
  ["a plain Enter", { key: "Enter", keyCode: 13, isComposing: false, nativeEvent: { isComposing: false } }, false],
  ["a letter", { key: "a", keyCode: 65 }, false],
])("%s", (_, press, composing) => {
  expect(isComposing(press)).toBe(composing);
});
