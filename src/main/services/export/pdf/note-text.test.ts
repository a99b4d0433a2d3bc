import { expect, test } from "vitest";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { libraryWith } from "../../../../shared/codebook/codebook.cases.ts";
import { inUrdu } from "../../../../shared/messages/urdu.ts";
import { shownLibrary } from "../../../../shared/model/shown-library.ts";
import { reportWordsIn } from "../../../../shared/report/words.ts";
import { noteText } from "./note-text.ts";

test("the note of a highlight says every position with its sign, and where no stance was given", () => {
  const library = libraryWith(["Air", "Sea"], [["Air supports 3", "Sea opposes", "Sea none"]]);
  const [row] = claimRows(library, allCoded(library), new Map());
  if (row === undefined) throw new Error("a claim is needed");
  expect(noteText(row).split("\n").slice(0, 3)).toEqual([
    "Air: + supports (strength 3 of 3)",
    "Sea: − opposes",
    "Sea: ◌ no stance",
  ]);
});

test("in Urdu all of it is Urdu but names, without characters that a viewer may show", () => {
  const library = shownLibrary(libraryWith(["Air"], [["Air supports 3", "Air none"]]), inUrdu);
  const [row] = claimRows(library, allCoded(library), new Map(), inUrdu);
  if (row === undefined) throw new Error("a claim is needed");
  const lines = noteText({ ...row, certainty: 4, grade: "B2", actor: "Board" }, reportWordsIn(inUrdu)).split("\n");
  expect(lines.slice(0, 5)).toEqual([
    "Air: + حمایت (شدت: 3 میں سے 3)",
    "Air: ◌ کوئی موقف نہیں",
    "فریق: Board",
    "یقین: 5 میں سے 4",
    "ماخذ کا درجہ: B2",
  ]);
});

test("the note says of words read with OCR that they were", () => {
  const library = libraryWith(["Air"], [["Air none"]]);
  const [row] = claimRows(library, allCoded(library), new Map());
  if (row === undefined) throw new Error("a claim is needed");
  const line = "Read with OCR: compare the quote with the page.";
  expect(noteText(row)).not.toContain(line);
  expect(noteText({ ...row, text: "ocr" })).toContain(line);
});
