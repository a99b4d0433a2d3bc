import { expect, test } from "vitest";
import { keyName, showKey } from "./key-name.ts";

const press = (key: string, held = ""): string =>
  keyName({
    key,
    ctrlKey: held.includes("c"),
    metaKey: held.includes("m"),
    shiftKey: held.includes("s"),
    altKey: held.includes("a"),
  });

test.each([
  ["a", "", "a"],
  ["A", "s", "Shift-a"],
  ["}", "s", "}"],
  ["?", "s", "?"],
  ["z", "c", "Mod-z"],
  ["Z", "cs", "Mod-Shift-z"],
  ["z", "m", "Mod-z"],
  ["ArrowLeft", "a", "Alt-ArrowLeft"],
  ["F3", "s", "Shift-F3"],
  [",", "c", "Mod-,"],
])("%s held with “%s” is %s", (key, held, wanted) => {
  expect(press(key, held)).toBe(wanted);
});

test.each([
  ["Mod-Shift-e", "Ctrl+Shift+E"],
  ["Shift-a", "Shift+A"],
  ["Alt-ArrowLeft", "Alt+←"],
  ["-", "-"],
  ["Mod--", "Ctrl+-"],
  ["Escape", "Esc"],
])("%s is written %s", (key, wanted) => {
  expect(showKey(key)).toBe(wanted);
});
