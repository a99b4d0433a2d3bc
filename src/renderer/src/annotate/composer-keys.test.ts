import fc from "fast-check";
import { expect, test } from "vitest";
import { type ComposerPress, composerAction } from "./composer-keys.ts";

const plain: ComposerPress = {
  key: "a",
  code: "KeyA",
  alt: false,
  modified: false,
  shift: false,
  composing: false,
  target: "text",
  listOpen: false,
  touched: true,
};

test.each<[string, Partial<ComposerPress>, string | null]>([
  ["Enter saves", { key: "Enter" }, "save"],
  ["with a list open Enter takes the row", { key: "Enter", listOpen: true }, "take-offer"],
  ["Enter in the row of stances saves", { key: "Enter", target: "keys" }, "save"],
  ["Enter on a button presses it", { key: "Enter", target: "button" }, null],
  ["Shift+Enter breaks a line", { key: "Enter", shift: true }, null],
  ["Alt+Enter begins another position", { key: "Enter", alt: true }, "next-position"],
  ["Ctrl+Enter is not ours", { key: "Enter", modified: true }, null],
  ["Enter of an input method is its own", { key: "Enter", composing: true }, null],
  ["with a list open too", { key: "Enter", composing: true, listOpen: true }, null],
  ["in the row of stances too", { key: "Enter", composing: true, target: "keys" }, null],
  ["Process is an input method's", { key: "Process", code: "Enter" }, null],
  ["Escape of an input method is its own", { key: "Escape", composing: true }, null],
  ["Escape closes", { key: "Escape" }, "close"],
  ["Escape closes the list of a form with something in it first", { key: "Escape", listOpen: true }, "close-list"],
  ["one Escape closes an untouched form", { key: "Escape", listOpen: true, touched: false }, "close"],
  ["r in a field is a letter", { key: "r", code: "KeyR" }, null],
  ["a digit in a field is a digit", { key: "1", code: "Digit1" }, null],
  ["+ in a field is a sign", { key: "+", code: "Equal", shift: true }, null],
  ["Alt+r repeats", { key: "r", code: "KeyR", alt: true }, "repeat"],
  ["Option+r repeats on a Mac", { key: "®", code: "KeyR", alt: true }, "repeat"],
  ["r in the row of stances repeats", { key: "r", code: "KeyR", target: "keys" }, "repeat"],
  ["on a Russian keyboard too", { key: "к", code: "KeyR", target: "keys" }, "repeat"],
  ["Alt+1 is a sign", { key: "1", code: "Digit1", alt: true }, "sign"],
  ["1 in the row of stances is a sign", { key: "1", code: "Digit1", target: "keys" }, "sign"],
  ["~ as a dead key is a sign there", { key: "Dead", code: "Backquote", target: "keys" }, "sign"],
  ["AltGr types", { key: "@", code: "KeyQ", alt: true, modified: true }, null],
  ["Tab goes on", { key: "Tab", code: "Tab" }, null],
])("%s", (_, part, kind) => {
  expect(composerAction({ ...plain, ...part })?.kind ?? null).toBe(kind);
});

test("no key that types a sign does anything but type it in a text field", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
      fc.boolean(),
      fc.boolean(),
      (key, shift, listOpen) => {
        expect(composerAction({ ...plain, key, code: "", shift, listOpen })).toBeNull();
      },
    ),
  );
});
