import { expect, test } from "vitest";
import { allCoded } from "../../../shared/claims/claims.ts";
import { issueAt, libraryWith, stanceNamed } from "../../../shared/codebook/codebook.cases.ts";
import { defaultStance, draftOf, emptyDraft, fullPositions, nextPosition, pathOf } from "./draft.ts";

const library = libraryWith(["Water/Price", "Air"], [["Water/Price opposes 2", "Air supports"], []]);
const [supports, opposes, unclear] = ["supports", "opposes", "unclear"].map((name) => stanceNamed(library, name));
const [claim, note] = allCoded(library);
if (claim === undefined || note === undefined || supports === undefined) throw new Error("two annotations are needed");

test("an annotation is written out as it was coded, its last position being the one that is written", () => {
  const positions = [{ path: "Water › Price", stance: opposes, strength: 2 }];
  expect(draftOf(library, claim)).toMatchObject({
    actor: "Harbour Board",
    positions,
    path: "Air",
    stance: supports,
    strength: null,
  });
  expect(draftOf(library, note)).toMatchObject({ positions: [], path: "", stance: null });
  expect(pathOf(library, issueAt(library, "Water/Price"))).toBe("Water › Price");
});

test("a position counts when its issue is named, as unclear where no stance was chosen", () => {
  expect(fullPositions(library, { ...emptyDraft, path: "  ", stance: supports })).toEqual([]);
  expect(fullPositions(library, { ...emptyDraft, path: "New" })).toEqual([
    { path: "New", stance: unclear, strength: null },
  ]);
  const next = nextPosition(library, { ...emptyDraft, path: "Air", stance: supports, strength: 3, note: "n" });
  expect(next).toEqual({ ...emptyDraft, positions: [{ path: "Air", stance: supports, strength: 3 }], note: "n" });
});

test("the usual stance of a scale without “unclear” is its first; of none there is none", () => {
  const { [unclear ?? ""]: _unclear, ...others } = library.stances;
  expect(defaultStance({ ...library, stances: others })).toBe(stanceNamed(library, "silent"));
  expect(defaultStance({ ...library, stances: {} })).toBeNull();
  expect(fullPositions({ ...library, stances: {} }, { ...emptyDraft, path: "Air" })).toEqual([]);
});
