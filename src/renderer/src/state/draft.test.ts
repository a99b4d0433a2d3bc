import { expect, test } from "vitest";
import { allCoded } from "../../../shared/claims/claims.ts";
import { issueAt, libraryWith, stanceNamed } from "../../../shared/codebook/codebook.cases.ts";
import { draftOf, emptyDraft, fullPositions, nextPosition, pathOf } from "./draft.ts";

const library = libraryWith(["Water/Price", "Air"], [["Water/Price opposes 2", "Air supports"], []]);
const [supports, opposes] = ["supports", "opposes"].map((name) => stanceNamed(library, name));
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

test("a position counts when its issue is named, with no stance where none was chosen", () => {
  expect(fullPositions({ ...emptyDraft, path: "  ", stance: supports })).toEqual([]);
  expect(fullPositions({ ...emptyDraft, path: "New" })).toEqual([{ path: "New", stance: null, strength: null }]);
  const next = nextPosition({ ...emptyDraft, path: "Air", stance: supports, strength: 3, note: "n" });
  expect(next).toEqual({ ...emptyDraft, positions: [{ path: "Air", stance: supports, strength: 3 }], note: "n" });
});

test("a claim without a stance is written out without one", () => {
  const bare = libraryWith(["Air"], [["Air none", "Air supports"]]);
  const [claim] = allCoded(bare);
  if (claim === undefined) throw new Error("a claim is needed");
  const draft = draftOf(bare, claim);
  expect([draft.positions[0]?.stance, draft.stance]).toEqual([null, stanceNamed(bare, "supports")]);
  expect(fullPositions(draft).map(({ stance }) => stance)).toEqual([null, stanceNamed(bare, "supports")]);
});
