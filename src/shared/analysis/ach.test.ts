import { expect, test } from "vitest";
import { apply, invert } from "../change/change.ts";
import { allCoded } from "../claims/claims.ts";
import { Ach, type AchMark, achEdit, achResult, achsOf, filledIn, filledMarks } from "./ach.ts";
import {
  linkedClaims,
  markByKey,
  newAch,
  nextMark,
  updateEvidence,
  updateHypothesis,
  withEvidence,
  withHypothesis,
  withLine,
  withMark,
  withoutEvidence,
  withoutHypothesis,
} from "./ach-edit.ts";
import { libraryOf, named, rowsIn } from "./library.cases.ts";

const evidence = { claims: [], credibility: "medium", relevance: "medium" } as const;
/** Three hypotheses and four pieces of evidence, worked out by hand. */
const ach: Ach = Ach.parse({
  id: "why",
  question: "Why did the boat stop?",
  hypotheses: [
    { id: "h1", name: "Money", issue: null },
    { id: "h2", name: "Sand", issue: null },
    { id: "h3", name: "Crew", issue: null },
  ],
  evidence: [
    { ...evidence, id: "e1", text: "The grant was paid" },
    { ...evidence, id: "e2", text: "Soundings fell", credibility: "high" },
    { ...evidence, id: "e3", text: "It was winter" },
    { ...evidence, id: "e4", text: "Crew were hired", credibility: "low", relevance: "low" },
  ],
  marks: {
    "e1:h1": "II",
    "e1:h3": "C",
    "e2:h1": "I",
    "e2:h2": "CC",
    "e3:h1": "C",
    "e3:h2": "C",
    "e3:h3": "C",
    "e4:h3": "II",
  },
});

test("inconsistency: the weighted sum of what speaks against, nothing else", () => {
  const { hypotheses, leading, margin } = achResult(ach);
  expect(hypotheses.map(({ id, inconsistency }) => [id, inconsistency])).toEqual([
    ["h1", -2 - Math.SQRT2],
    ["h2", 0],
    ["h3", expect.closeTo(-1, 12)],
  ]);
  expect(hypotheses[0]?.marks).toEqual({ CC: 0, C: 1, N: 1, I: 1, II: 1 });
  expect(leading).toEqual(["h2"]);
  expect(margin).toBeCloseTo(1, 12);
});

test("diagnosticity: evidence that fits all equally has no weight; sensitivity: e4 alone puts h3 behind h2", () => {
  const { evidence: scores } = achResult(ach);
  expect(scores.map(({ id, carries, without }) => [id, carries, without])).toEqual([
    ["e1", false, ["h2"]],
    ["e2", false, ["h2"]],
    ["e3", false, ["h2"]],
    ["e4", true, ["h2", "h3"]],
  ]);
  // e1: points -2, 0, 1; mean -1/3; deviation √(14/9).
  expect(scores[0]?.diagnosticity).toBeCloseTo(Math.sqrt(14 / 9), 12);
  expect(scores[2]?.diagnosticity).toBe(0);
  expect(scores.map(({ weight }) => weight)).toEqual([1, Math.SQRT2, 1, expect.closeTo(0.5, 12)]);
});

test("without evidence all are level, and nothing leads by a margin", () => {
  expect(achResult({ ...ach, evidence: [] })).toMatchObject({ leading: ["h1", "h2", "h3"], margin: null });
  expect(achResult({ ...ach, hypotheses: [] })).toMatchObject({ leading: [], margin: null, hypotheses: [] });
});

test("marks are filled from the claims behind the evidence, those set by hand stay", () => {
  const library = libraryOf([
    { actor: "A", issues: ["Sand/Depth +", "Money -"], strength: 3 },
    { actor: "B", issues: ["Sand -"] },
    { actor: "B", issues: ["Money 0"] },
  ]);
  const filled = (claims: readonly number[], marks: Ach["marks"] = {}) =>
    filledMarks(
      {
        ...ach,
        hypotheses: [
          { id: "sand", name: "Sand", issue: named.issue("Sand") },
          { id: "money", name: "Money", issue: named.issue("Money") },
        ],
        evidence: [{ ...evidence, id: "e", text: "t", claims: claims.map(named.claim) }],
        marks,
      },
      rowsIn(library),
      library,
    );
  expect(filled([0])).toEqual({ "e:sand": "CC", "e:money": "II" });
  expect(filled([0, 1])).toEqual({ "e:sand": "N", "e:money": "II" });
  expect(filled([1])).toEqual({ "e:sand": "I" });
  expect(filled([2])).toEqual({ "e:money": "N" });
  expect(filled([])).toEqual({});
  expect(filled([0], { "e:sand": "I" })).toEqual({ "e:sand": "I", "e:money": "II" });
});

test("an analysis is saved in the library as a change and can be undone", () => {
  const library = libraryOf([]);
  const kept = apply(library, { edits: [achEdit(library, ach.id, ach)] });
  expect(achsOf(kept)).toEqual([ach]);
  const edit = achEdit(kept, ach.id, null);
  expect(achsOf(apply(kept, { edits: [edit] }))).toEqual([]);
  expect(apply(kept, { edits: invert([achEdit(library, ach.id, ach)]) })).toEqual(library);
  const foreign = { key: "ach.other", value: { newer: true } };
  expect(achsOf(apply(kept, { edits: [{ table: "settings", from: null, to: foreign }] }))).toEqual([ach]);
});

test("marks follow the claims: recoded evidence is marked again and counts", () => {
  const kept: Ach = {
    ...ach,
    hypotheses: [
      { id: "sand", name: "Sand", issue: named.issue("Sand") },
      { id: "crew", name: "Crew", issue: null },
    ],
    evidence: [{ ...evidence, id: "e", text: "t", claims: [named.claim(0)] }],
    marks: { "e:crew": "C" },
  };
  const before = filledIn(libraryOf([{ actor: "A", issues: ["Sand +"] }]), kept);
  expect(before.marks).toEqual({ "e:sand": "C", "e:crew": "C" });
  const after = filledIn(libraryOf([{ actor: "A", issues: ["Sand -"] }]), kept);
  expect(after.marks).toEqual({ "e:sand": "I", "e:crew": "C" });
  expect(achResult(after).leading).toEqual(["crew"]);
});

test("a grid is built step by step; what is taken out takes its marks along, and numbers are not given twice", () => {
  const library = libraryOf([{ actor: "A", issues: ["Sand +"], quote: "Soundings fell" }]);
  const [claim] = allCoded(library);
  if (claim === undefined) throw new Error("there is one claim");
  let made = newAch(["ach1"], "Why?");
  expect(made.id).toBe("ach2");
  made = withHypothesis(withHypothesis(made, "Sand", named.issue("Sand")), "Crew");
  made = withEvidence(withEvidence(made, [claim]), [claim]);
  made = withLine(made, "It was winter");
  expect(made.evidence.map(({ id, text, claims }) => [id, text, claims])).toEqual([
    ["e1", "Soundings fell", [named.claim(0)]],
    ["e2", "It was winter", []],
  ]);
  made = withMark(withMark(made, "e1", "h2", "II"), "e2", "h2", "C");
  expect(filledIn(library, made).marks).toEqual({ "e1:h1": "C", "e1:h2": "II", "e2:h2": "C" });
  made = updateEvidence(made, "e1", { credibility: "high" });
  made = updateHypothesis(made, "h2", { name: "Crews" });
  expect(Ach.parse(made)).toEqual(made);
  expect(withMark(made, "e1", "h2", null).marks).toEqual({ "e2:h2": "C" });
  expect(withoutEvidence(made, "e1")).toMatchObject({ marks: { "e2:h2": "C" }, evidence: [{ id: "e2" }] });
  const without = withoutHypothesis(made, "h1");
  expect(withoutHypothesis(made, "h2").marks).toEqual({});
  expect(withHypothesis(without, "Ice").hypotheses.map(({ id, name }) => [id, name])).toEqual([
    ["h2", "Crews"],
    ["h3", "Ice"],
  ]);
  expect(made.evidence.map((evidence) => linkedClaims(library, evidence).length)).toEqual([1, 0]);
});

test.each([
  ["+", "N", "C"],
  ["+", "C", "CC"],
  ["+", "II", "C"],
  ["-", "N", "I"],
  ["-", "I", "II"],
  ["0", "CC", "N"],
  ["Delete", "CC", null],
] as const)("the key %s makes of %s: %s", (key, before, after) => {
  expect(markByKey(key)?.(before)).toBe(after);
});

test("other keys are left alone", () => {
  expect(markByKey("x")).toBeNull();
});

test("clicking goes round all marks", () => {
  const round = [..."12345"].reduce<AchMark[]>((marks) => [...marks, nextMark(marks.at(-1) ?? "N")], []);
  expect(round).toEqual(["C", "CC", "I", "II", "N"]);
});
