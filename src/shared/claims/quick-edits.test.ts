import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { issueAt, libraryWith, stanceNamed } from "../codebook/codebook.cases.ts";
import type { Library } from "../model/library.ts";
import { allCoded, type Coded } from "./claims.ts";
import { addIssueEdits, removeIssueEdits, setActorEdits, setStanceEdits } from "./quick-edits.ts";

const at = "2026-01-02T03:04:05.000Z";
const library = libraryWith(["Air", "Sea", "Fire"], [["Air supports", "Sea none"], []]);

function first(of: Library): Coded {
  const [one] = allCoded(of);
  if (one === undefined) throw new Error("a claim is needed");
  return one;
}

function after(edits: readonly Edit[]): Library {
  return apply(library, { edits });
}

const said = (of: Library): string[] =>
  first(of).positions.map(
    ({ issue, stance }) => `${of.issues[issue]?.name} ${of.stances[stance ?? ""]?.name ?? "none"}`,
  );

test("an issue is added without a stance unless one was chosen, and never twice", () => {
  const claim = first(library);
  expect(said(after(addIssueEdits(claim, issueAt(library, "Fire"), null, at)))).toEqual([
    "Air supports",
    "Sea none",
    "Fire none",
  ]);
  expect(
    said(after(addIssueEdits(claim, issueAt(library, "Fire"), stanceNamed(library, "opposes") ?? null, at))),
  ).toContain("Fire opposes");
  expect(addIssueEdits(claim, issueAt(library, "Air"), null, at)).toEqual([]);
});

test("a stance changes the position it is meant for and no other", () => {
  const claim = first(library);
  const mixed = stanceNamed(library, "mixed") ?? null;
  expect(said(after(setStanceEdits(claim, issueAt(library, "Sea"), mixed, at)))).toEqual(["Air supports", "Sea mixed"]);
  expect(said(after(setStanceEdits(claim, issueAt(library, "Air"), null, at)))).toEqual(["Air none", "Sea none"]);
  expect(setStanceEdits(claim, issueAt(library, "Sea"), null, at)).toEqual([]);
});

test("an issue is removed; with the last one the claim goes, so that no empty note stays", () => {
  const claim = first(library);
  const fewer = after(removeIssueEdits(library, claim, issueAt(library, "Air"), at));
  expect(said(fewer)).toEqual(["Sea none"]);
  const none = removeIssueEdits(fewer, first(fewer), issueAt(library, "Sea"), at);
  expect(none.some(({ table, to }) => table === "annotations" && to === null)).toBe(true);
  expect(removeIssueEdits(library, claim, issueAt(library, "Fire"), at)).toEqual([]);
});

test("nobody is made the actor of a claim that has none already", () => {
  expect(
    setActorEdits({ ...first(library), annotation: { ...first(library).annotation, actor: null } }, null, at),
  ).toEqual([]);
});
