import { expect, test } from "vitest";
import { issueAt, libraryWith, stanceNamed, withEdits } from "../../../shared/codebook/codebook.cases.ts";
import { pinIssue } from "../../../shared/codebook/issues.ts";
import { emptyDraft } from "../state/draft.ts";
import { choiceOf, lacksIssue, namedStance, repeated, sameDraft } from "./draft-keys.ts";

const plain = libraryWith(["Water/Price", "Air"]);
const library = withEdits(plain, pinIssue(plain.issues, issueAt(plain, "Water/Price"), "1"));
const supports = stanceNamed(library, "supports") ?? null;
const opposes = stanceNamed(library, "opposes") ?? null;

test.each([
  ["a stance's key", ["-"], { stance: opposes }],
  ["a pinned issue's key", ["1"], { path: "Water › Price" }],
  ["the likeliest sign that means something", ["&", "1"], { path: "Water › Price" }],
  ["a key of nobody", ["9"], null],
  ["no sign", [], null],
])("%s", (_, signs, choice) => {
  expect(choiceOf(library, signs)).toEqual(choice);
});

test("a letter stands for the stance whose name begins so", () => {
  expect(namedStance(library, "O")).toEqual({ stance: opposes });
  expect(namedStance(library, "م")).toEqual({ stance: opposes });
  expect(namedStance(library, "z")).toBeNull();
  expect(namedStance(library, "Enter")).toBeNull();
});

test("a coding is repeated with its actor and positions, the last one being written", () => {
  const [first, second] = [issueAt(library, "Air"), issueAt(library, "Water/Price")];
  const last = {
    actor: "Harbour Board",
    positions: [
      { issue: first, stance: null, strength: null },
      { issue: second, stance: opposes, strength: 2 },
    ],
  };
  expect(repeated(library, last)).toEqual({
    actor: "Harbour Board",
    positions: [{ path: "Air", stance: null, strength: null }],
    path: "Water › Price",
    stance: opposes,
    strength: 2,
  });
});

test("a stance without an issue cannot be saved; a note can", () => {
  expect(lacksIssue({ ...emptyDraft, path: " ", stance: supports })).toBe(true);
  expect(lacksIssue({ ...emptyDraft, strength: 2 })).toBe(true);
  expect(lacksIssue({ ...emptyDraft, path: "Air", stance: supports })).toBe(false);
  expect(lacksIssue({ ...emptyDraft, note: "?" })).toBe(false);
});

test("drafts are the same when each of their parts is", () => {
  expect(sameDraft(emptyDraft, { ...emptyDraft })).toBe(true);
  const parts = [
    { actor: "A" },
    { path: "Air" },
    { stance: supports },
    { strength: 1 },
    { certainty: 1 },
    { note: "n" },
  ];
  for (const part of parts) expect(sameDraft(emptyDraft, { ...emptyDraft, ...part })).toBe(false);
});
