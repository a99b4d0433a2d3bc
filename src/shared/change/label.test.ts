import { expect, test } from "vitest";
import { message, printLabel } from "../messages/message.ts";
import { fittingLabel, shownLabel, undoLabel, undoneLabel } from "./label.ts";

const rename = message("change.renameNamed", { name: "Water", into: "Rivers" });

test.each([
  ["a message", rename, "Rename Water to Rivers"],
  ["words of an older library", "Rename Water", "Rename Water"],
])("undoing and redoing what has %s as its label gives the label back", (_what, label, words) => {
  const undo = { label: undoLabel({ label, undoes: null }), undoes: "1" };
  expect(printLabel(shownLabel(undo))).toBe(`Undo: ${words}`);
  expect(undoneLabel(undo)).toEqual(label);
  const redo = { label: undoneLabel(undo), undoes: "2" };
  expect(printLabel(shownLabel(redo))).toBe(words);
  expect(undoneLabel(redo)).toEqual(label);
});

test("undo labels that older libraries stored in English words are shown in every language", () => {
  const old = { label: "Undo: Rename Water", undoes: "1" };
  expect(shownLabel(old)).toEqual(message("change.undo", { change: "Rename Water" }));
  expect(undoneLabel(old)).toBe("Rename Water");
  // What a person called so is no undo.
  expect(shownLabel({ label: "Undo: my own", undoes: null })).toBe("Undo: my own");
});

test("what is stored is cut to 300 characters a word", () => {
  expect(fittingLabel("x".repeat(400))).toHaveLength(300);
  expect(fittingLabel(message("change.import", { title: "x".repeat(400) }))).toEqual(
    message("change.import", { title: "x".repeat(300) }),
  );
});
