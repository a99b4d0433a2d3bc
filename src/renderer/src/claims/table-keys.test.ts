import { expect, test } from "vitest";
import { tableKey } from "./table-keys.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ["a", "KeyA", { ctrlKey: true }, "all"],
  ["a", "KeyQ", { ctrlKey: true }, "all"],
  ["ф", "KeyA", { metaKey: true }, "all"],
  ["A", "KeyA", { ctrlKey: true, shiftKey: true }, null],
  ["c", "KeyC", { ctrlKey: true }, "copy"],
  ["c", "KeyI", { ctrlKey: true }, "copy"],
  ["j", "KeyC", { ctrlKey: true }, null],
  ["b", "KeyB", {}, "act"],
  ["и", "KeyB", {}, "act"],
  ["B", "KeyB", { shiftKey: true }, null],
  ["b", "KeyB", { altKey: true }, null],
  ["F2", "F2", {}, "edit"],
  ["F2", "F2", { ctrlKey: true }, null],
  ["Delete", "Delete", {}, "remove"],
  [" ", "Space", {}, "select"],
  [" ", "Space", { shiftKey: true }, "select"],
  ["Enter", "Enter", {}, "open"],
  ["Escape", "Escape", {}, "clear"],
  ["ArrowDown", "ArrowDown", { shiftKey: true }, "move"],
  ["End", "End", {}, "move"],
  ["End", "End", { ctrlKey: true }, null],
  ["x", "KeyX", {}, null],
] as const)("%s at %s with %j means %s", (key, code, held, meant) => {
  expect(tableKey({ key, code, ...plain, ...held })).toBe(meant);
});
