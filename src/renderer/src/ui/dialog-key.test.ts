import { expect, test } from "vitest";
import { closesDialog } from "./dialog-key.ts";

const pressed = { key: "Escape", keyCode: 27, isComposing: false, defaultPrevented: false };

test.each([
  ["Escape", pressed, true],
  ["another key", { ...pressed, key: "Enter", keyCode: 13 }, false],
  ["Escape that closed a list of a field", { ...pressed, defaultPrevented: true }, false],
  ["Escape of an input method", { ...pressed, isComposing: true }, false],
  ["the first Escape of an input method", { ...pressed, keyCode: 229 }, false],
])("%s", (_, press, closes) => {
  expect(closesDialog(press)).toBe(closes);
});
