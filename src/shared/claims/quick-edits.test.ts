import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { issueAt, libraryWith, stanceNamed } from "../codebook/codebook.cases.ts";
import type { Library } from "../model/library.ts";
import { allCoded, type Coded } from "./claims.ts";
import { addIssueEdits, removeIssueEdits, setActorEdits, setStanceEdits } from "./quick-edits.ts";

const time = "2026-01-02T03:04:05.000Z";
const library = libraryWith(["Air", "Sea", "Fire"], [["Air supports", "Sea none"], []]);

function first(library: Library): Coded {
  const [claim] = allCoded(library);
  if (claim === undefined) throw new Error("a claim is needed");
  return claim;
}

function after(edits: readonly Edit[]): Library {
  return apply(library, { edits });
}

const positions = (library: Library): string[] =>
  first(library).positions.map(
    ({ issue, stance }) => `${library.issues[issue]?.name} ${library.stances[stance ?? ""]?.name ?? "none"}`,
  );

test("an issue is added without a stance unless one was chosen, and never twice", () => {
  const claim = first(library);
  expect(positions(after(addIssueEdits(claim, issueAt(library, "Fire"), null, time)))).toEqual([
    "Air supports",
    "Sea none",
    "Fire none",
  ]);
  expect(
    positions(after(addIssueEdits(claim, issueAt(library, "Fire"), stanceNamed(library, "opposes") ?? null, time))),
  ).toContain("Fire opposes");
  expect(addIssueEdits(claim, issueAt(library, "Air"), null, time)).toEqual([]);
});

test("a stance changes the position it is meant for and no other", () => {
  const claim = first(library);
  const mixed = stanceNamed(library, "mixed") ?? null;
  expect(positions(after(setStanceEdits(claim, issueAt(library, "Sea"), mixed, time)))).toEqual([
    "Air supports",
    "Sea mixed",
  ]);
  expect(positions(after(setStanceEdits(claim, issueAt(library, "Air"), null, time)))).toEqual([
    "Air none",
    "Sea none",
  ]);
  expect(setStanceEdits(claim, issueAt(library, "Sea"), null, time)).toEqual([]);
});

test("an issue is removed; with the last one the claim goes, so that no empty note stays", () => {
  const claim = first(library);
  const fewer = after(removeIssueEdits(library, claim, issueAt(library, "Air"), time));
  expect(positions(fewer)).toEqual(["Sea none"]);
  const none = removeIssueEdits(fewer, first(fewer), issueAt(library, "Sea"), time);
  expect(none.some(({ table, to }) => table === "annotations" && to === null)).toBe(true);
  expect(removeIssueEdits(library, claim, issueAt(library, "Fire"), time)).toEqual([]);
});

test("nobody is made the actor of a claim that has none already", () => {
  expect(
    setActorEdits({ ...first(library), annotation: { ...first(library).annotation, actor: null } }, null, time),
  ).toEqual([]);
});
