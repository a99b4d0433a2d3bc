import { expect, test } from "vitest";
import { allCoded } from "../../../shared/claims/claims.ts";
import { libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { actorOf, coverageShare, lookOf, lookOfStance, sayingOf, startOf } from "./highlights.ts";

test.each([
  ["supports", 1, "supports"],
  ["mixed", 0, "mixed"],
  ["unclear", null, "unclear"],
  ["endorses", 1, "supports"],
  ["rejects", -1, "opposes"],
  ["hedges", 0, "neutral"],
  ["asks", null, "neutral"],
] as const)("the stance %s of polarity %s looks like %s", (name, polarity, look) => {
  expect(lookOfStance({ name, polarity })).toBe(look);
});

test("a claim looks like its first stance and says all of them; a note says its note", () => {
  const library = libraryWith(["Water/Price", "Air"], [["Water/Price opposes", "Air supports"], []]);
  const [claim, note] = allCoded(library);
  if (claim === undefined || note === undefined) throw new Error("two annotations are needed");
  expect([lookOf(library, claim), lookOf(library, note)]).toEqual(["opposes", "note"]);
  expect(sayingOf(library, claim)).toMatch(/opposes.*Water › Price.*supports.*Air/);
  const written = { ...note, annotation: { ...note.annotation, note: "Ask them" } };
  expect(sayingOf(library, written)).toContain("Ask them");
  expect(sayingOf(library, note)).not.toBe("");
  expect([startOf(claim), startOf(note)]).toEqual([0, 1]);
});

test("who holds a claim is told by name, or that nobody is named", () => {
  const library = sampleLibrary();
  const coded = allCoded(library).find((one) => one.annotation.id === ids.claim);
  if (coded === undefined) throw new Error("the sample has a claim");
  expect(actorOf(library, coded)).toBe("Harbour Board");
  const nobody = actorOf(library, { ...coded, annotation: { ...coded.annotation, actor: null } });
  expect(nobody).toMatch(/\S/);
  expect(nobody).not.toBe("Harbour Board");
});

test("words that several annotations mark count once", () => {
  const [first, ...others] = allCoded(sampleLibrary());
  const range = { quote: "", prefix: "", suffix: "" };
  const marking = (...ranges: readonly (readonly [number, number])[]) =>
    first === undefined
      ? others
      : [
          {
            ...first,
            annotation: {
              ...first.annotation,
              passage: { areas: [], ranges: ranges.map(([start, end]) => ({ ...range, start, end })) },
            },
          },
        ];
  expect(coverageShare(marking([0, 4], [2, 6], [8, 10]), 16)).toBe(0.5);
  expect(coverageShare([...marking([8, 10]), ...marking([0, 10])], 10)).toBe(1);
  expect(coverageShare([], 10)).toBe(0);
  expect(coverageShare(marking([0, 4]), 0)).toBe(0);
});
