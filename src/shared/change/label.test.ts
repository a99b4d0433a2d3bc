import { expect, test } from "vitest";
import { english } from "../messages/english.ts";
import { message, printLabel } from "../messages/message.ts";
import { inUrdu } from "../messages/urdu.ts";
import { doneLabel, fittingLabel, shownLabel, undoLabel, undoneLabel } from "./label.ts";

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

test.each([
  ["Deleted a claim", message("change.deleteClaim")],
  ["Deleted 3 claims", message("change.bulk.delete", { count: 3 })],
  ["Merged Water into Rivers", message("change.merge", { name: "Water", into: "Rivers" })],
  ["Words of somebody", "Words of somebody"],
  ["Import “A”", message("change.import", { title: "A" })],
  ["change.ofNewerProgram", { key: "change.ofNewerProgram", values: {} }],
])("once it has been made, a change is called: %s", (words, label) => {
  expect(printLabel(doneLabel(label))).toBe(words);
});

test("what is said of a change that was made is what it is called, with the same values, in other words", () => {
  const done = Object.keys(english).filter((key): key is keyof typeof english => key.startsWith("done."));
  expect(done.length).toBeGreaterThan(60);
  const valuesIn = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g))].sort();
  for (const key of done) {
    const label = key.replace("done.", "change.") as typeof key;
    for (const catalogue of [english, inUrdu.catalogue])
      expect([key, valuesIn(catalogue[key])]).toEqual([key, valuesIn(catalogue[label])]);
    expect([key, inUrdu.catalogue[key]]).not.toEqual([key, inUrdu.catalogue[label]]);
    // Verbs whose past is their present.
    if (!/\b(Set|Split) /.test(english[key])) expect([key, english[key]]).not.toEqual([key, english[label]]);
  }
});
