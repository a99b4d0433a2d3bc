import { expect, test } from "vitest";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { libraryWith } from "../../../../shared/codebook/codebook.cases.ts";
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
