import { expect, test } from "vitest";
import { allCoded } from "../../../shared/claims/claims.ts";
import { libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { actorOf, lookOf, partsOf, quoteShown, sayingOf, signsOf, startOf } from "./highlights.ts";

test("a claim looks like its stances and says all of them; a note says its note", () => {
  const library = libraryWith(["Water/Price", "Air"], [["Water/Price opposes", "Air opposes"], []]);
  const [claim, note] = allCoded(library);
  if (claim === undefined || note === undefined) throw new Error("two annotations are needed");
  expect([lookOf(library, claim), lookOf(library, note)]).toEqual(["opposes", "note"]);
  expect(sayingOf(library, claim)).toMatch(/opposes.*Water › Price.*opposes.*Air/);
  const written = { ...note, annotation: { ...note.annotation, note: "Ask them" } };
  expect(sayingOf(library, written)).toContain("Ask them");
  expect(sayingOf(library, note)).not.toBe("");
  expect([startOf(claim), startOf(note)]).toEqual([0, 1]);
});

test.each<[readonly string[], string, string[], string[]]>([
  [["Air supports"], "supports", ["+"], [""]],
  [["Air none"], "none", ["◌"], [""]],
  [["Air supports", "Water opposes"], "several first-supports second-opposes", ["+", "−"], ["", "second"]],
  [["Air opposes", "Air supports"], "several first-opposes second-supports", ["−", "+"], ["", "second"]],
  [["Air none", "Water supports", "Sea supports"], "several first-none second-supports", ["◌", "+"], ["", "second"]],
  [
    ["Air mixed", "Water neutral", "Sea unclear", "Fire none"],
    "several three first-mixed second-neutral third-unclear",
    ["±", "○", "?", "◌"],
    ["", "second", "third"],
  ],
])("a claim with %j shows all its stances", (positions, look, signs, parts) => {
  const library = libraryWith(["Air", "Water", "Sea", "Fire"], [positions]);
  const [claim] = allCoded(library);
  if (claim === undefined) throw new Error("a claim is needed");
  expect(lookOf(library, claim)).toBe(look);
  expect(signsOf(library, claim).map(({ glyph }) => glyph)).toEqual(signs);
  expect(partsOf(look)).toEqual(parts);
});

test.each([
  ["", "Area"],
  ["A chart of fares", "A chart of fares"],
])("lists show an area with the words %j as “%s”", (quote, shown) => {
  const region = { page: 0, x: 10, y: 20, width: 100, height: 60, quote };
  expect(quoteShown({ ranges: [], areas: [], region })).toBe(shown);
});

test("a claim without a stance says so", () => {
  const library = libraryWith(["Air"], [["Air none"]]);
  const [claim] = allCoded(library);
  if (claim === undefined) throw new Error("a claim is needed");
  expect(sayingOf(library, claim)).toBe("no stance on Air");
});

test("a claim's actor is shown by name, or as not named", () => {
  const library = sampleLibrary();
  const coded = allCoded(library).find((claim) => claim.annotation.id === ids.claim);
  if (coded === undefined) throw new Error("the sample has a claim");
  expect(actorOf(library, coded)).toBe("Harbour Board");
  const nobody = actorOf(library, { ...coded, annotation: { ...coded.annotation, actor: null } });
  expect(nobody).toMatch(/\S/);
  expect(nobody).not.toBe("Harbour Board");
});
