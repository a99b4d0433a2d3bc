import { expect, test } from "vitest";
import { commandOf } from "../state/keys.ts";
import { keyNames } from "../ui/key-name.ts";
import { type KeyMeanings, type KeyPlace, keyAction, menuAction } from "./key-action.ts";

type Press = Parameters<typeof keyNames>[0];

const meanings: KeyMeanings = { letters: true, codes: (key) => "123+-0~".includes(key), commandOf };
const places = {
  paper: { inPaper: true, inField: false, inProse: false, onClaim: false },
  field: { inPaper: false, inField: true, inProse: false, onClaim: false },
  prose: { inPaper: false, inField: true, inProse: true, onClaim: false },
  window: { inPaper: false, inField: false, inProse: false, onClaim: false },
  card: { inPaper: false, inField: false, inProse: false, onClaim: true },
} as const satisfies Record<string, KeyPlace>;

/** As an event of the browser, which has its parts on its prototype. */
const press = (key: string, code: string, held = ""): Press =>
  Object.create({
    key,
    code,
    ctrlKey: held.includes("ctrl"),
    metaKey: held.includes("cmd"),
    altKey: held.includes("alt"),
    shiftKey: held.includes("shift"),
  }) as Press;

const action = (place: keyof typeof places, pressed: Press, part: Partial<KeyMeanings> = {}): string | null => {
  const found = keyAction(keyNames(pressed), places[place], { ...meanings, ...part });
  return found === null ? null : found.kind === "code" ? `code ${found.key}` : found.id;
};

test.each<[string, keyof typeof places, Press, string | null]>([
  ["s selects the sentence", "paper", press("s", "KeyS"), "select-sentence"],
  ["on a Russian keyboard", "paper", press("ы", "KeyS"), "select-sentence"],
  ["on an Arabic keyboard", "paper", press("س", "KeyS"), "select-sentence"],
  ["on a Greek keyboard", "paper", press("σ", "KeyS"), "select-sentence"],
  ["with Shift on a Russian keyboard", "paper", press("Р", "KeyH", "shift"), "previous-heading"],
  ["by the letter on a Dvorak keyboard, not by the place", "paper", press("s", "Semicolon"), "select-sentence"],
  ["by the letter on a French keyboard", "paper", press("a", "KeyQ"), "select-paragraph"],
  ["1 codes with a pinned issue", "paper", press("1", "Digit1"), "code 1"],
  ["an Urdu digit too", "paper", press("۱", "Digit1"), "code 1"],
  ["a Devanagari digit too", "paper", press("१", "Digit1"), "code 1"],
  ["a French 1 without Shift too", "paper", press("&", "Digit1"), "code 1"],
  ["a French 2 without Shift too", "paper", press("é", "Digit2"), "code 2"],
  ["a dead ~", "paper", press("Dead", "Backquote", "shift"), "code ~"],
  ["+ of the number pad", "paper", press("+", "NumpadAdd"), "code +"],
  ["= is no +", "paper", press("=", "Equal"), null],
  ["/ is no ?", "paper", press("/", "Slash"), null],
  ["Ctrl+Z undoes", "window", press("z", "KeyZ", "ctrl"), "undo"],
  ["on a Russian keyboard", "window", press("я", "KeyZ", "ctrl"), "undo"],
  ["on an Arabic keyboard", "window", press("ئ", "KeyZ", "ctrl"), "undo"],
  ["Cmd+Z too", "window", press("z", "KeyZ", "cmd"), "undo"],
  ["on a German keyboard, by the letter", "window", press("z", "KeyY", "ctrl"), "undo"],
  ["Ctrl+Shift+Z redoes", "window", press("Z", "KeyZ", "ctrl shift"), "redo"],
  ["Ctrl+Y redoes", "window", press("y", "KeyY", "ctrl"), "redo"],
  ["on a Russian keyboard", "window", press("н", "KeyY", "ctrl"), "redo"],
  ["Ctrl+Z in a field undoes typing", "field", press("z", "KeyZ", "ctrl"), null],
  ["Ctrl+Y in a field redoes typing", "field", press("y", "KeyY", "ctrl"), null],
  ["in a Russian field too", "field", press("я", "KeyZ", "ctrl"), null],
  ["Ctrl+K opens the palette from a field", "field", press("k", "KeyK", "ctrl"), "palette"],
  ["on a Russian keyboard", "field", press("л", "KeyK", "ctrl"), "palette"],
  ["a letter in a field is text", "field", press("s", "KeyS"), null],
  ["a digit in a field is text", "field", press("1", "Digit1"), null],
  ["? in a field is text", "field", press("?", "Slash", "shift"), null],
  ["? shows the shortcuts", "window", press("?", "Slash", "shift"), "keys"],
  ["letters mean nothing outside of the paper", "window", press("s", "KeyS"), null],
  ["Delete on the card of the selected claim deletes it", "card", press("Delete", "Delete"), "delete-claim"],
  ["Delete elsewhere does nothing", "window", press("Delete", "Delete"), null],
  ["e on its card edits it", "card", press("e", "KeyE"), "edit-claim"],
  ["Shift+R on its card changes its range", "card", press("R", "KeyR", "shift"), "change-range"],
  ["Enter on a card is its button's", "card", press("Enter", "Enter"), null],
  ["a digit on a card codes nothing", "card", press("1", "Digit1"), null],
  ["s on a card selects nothing", "card", press("s", "KeyS"), null],
  ["Alt+Left in a field goes by words there", "field", press("ArrowLeft", "ArrowLeft", "alt"), null],
  ["Ctrl+B in a report makes words bold", "prose", press("b", "KeyB", "ctrl"), null],
  ["F6 goes to the paper", "field", press("F6", "F6"), "focus-reader"],
])("%s (%s)", (_, place, pressed, wanted) => {
  expect(action(place, pressed)).toBe(wanted);
});

test("letters are no commands where the reader has turned them off; coding keys stay", () => {
  expect(action("paper", press("s", "KeyS"), { letters: false })).toBeNull();
  expect(action("paper", press("ы", "KeyS"), { letters: false })).toBeNull();
  expect(action("card", press("e", "KeyE"), { letters: false })).toBeNull();
  expect(action("paper", press("+", "Equal", "shift"), { letters: false })).toBe("code +");
});

test("a command that the reader gives Ctrl+Y comes before redoing", () => {
  const own = { commandOf: (key: string) => (key === "Mod-y" ? ("export" as const) : null) };
  expect(action("window", press("y", "KeyY", "ctrl"), own)).toBe("export");
});

const inField = { inPaper: false, inField: true, inProse: false, onClaim: false };
const elsewhere = { inPaper: true, inField: false, inProse: false, onClaim: false };

test.each([
  ["undo", inField, false, { kind: "field", action: "undo" }],
  ["redo", inField, true, { kind: "field", action: "redo" }],
  ["undo", elsewhere, false, { kind: "command", id: "undo" }],
  ["undo", elsewhere, true, null],
  ["export", inField, false, { kind: "command", id: "export" }],
  ["export", inField, true, null],
] as const)("%s of the shell's menu, %j, a dialog open: %s", (id, place, isDialogOpen, action) => {
  expect(menuAction(id, place, isDialogOpen)).toEqual(action);
});
