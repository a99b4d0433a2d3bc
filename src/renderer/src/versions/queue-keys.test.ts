import { expect, test } from "vitest";
import { queueKey } from "./queue-keys.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ["a", "KeyA", {}, "accept"],
  ["A", "KeyA", { shiftKey: true }, "accept"],
  ["a", "KeyQ", {}, "accept"],
  ["ф", "KeyA", {}, "accept"],
  ["م", "KeyL", {}, "leave"],
  ["p", "KeyP", {}, "place"],
  ["ArrowDown", "ArrowDown", {}, "next"],
  ["ArrowUp", "ArrowUp", {}, "previous"],
  ["z", "KeyZ", { ctrlKey: true }, "undo"],
  ["я", "KeyZ", { ctrlKey: true }, "undo"],
  ["z", "KeyZ", { metaKey: true }, "undo"],
  // Redo is the window's.
  ["Z", "KeyZ", { ctrlKey: true, shiftKey: true }, null],
  ["a", "KeyA", { ctrlKey: true }, null],
  ["a", "KeyA", { altKey: true }, null],
  ["z", "KeyZ", {}, null],
  ["Enter", "Enter", {}, null],
] as const)("%s at %s with %j means %s", (key, code, held, meant) => {
  expect(queueKey({ key, code, ...plain, ...held })).toBe(meant);
});
