import { expect, test } from "vitest";
import { issueAt, libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import { actorChoices, issueChoices, toolbarIssues } from "./toolbar-choices.ts";

const names = ["A", "B", "C", "D", "E", "F"];
const library = libraryWith([...names, "A/Under"], [[]]);

function pinned(...keyed: readonly string[]): typeof library.issues {
  const issues = { ...library.issues };
  for (const [index, name] of keyed.entries()) {
    const id = issueAt(library, name);
    const issue = issues[id];
    if (issue !== undefined) issues[id] = { ...issue, key: String(index + 1) };
  }
  return issues;
}

const shown = (issues: typeof library.issues, ...recent: string[]): string[] =>
  toolbarIssues(
    issues,
    recent.map((name) => issueAt(library, name)),
  ).shown.map(({ name }) => name);

test("pinned issues come by their keys, then those used last, at most four", () => {
  expect(shown(pinned("C", "A"), "F", "C")).toEqual(["C", "A", "F"]);
  expect(shown(pinned(...names))).toEqual(["A", "B", "C", "D"]);
  expect(shown(pinned("A", "B", "C", "D"), "E", "F")).toEqual(["A", "B", "E", "F"]);
  expect(shown(library.issues)).toEqual([]);
});

test("a codebook of few issues has them all in the toolbar, in an order that coding does not change", () => {
  const few = libraryWith(["A", "B", "C"], [[]]);
  const names = (...recent: string[]): string[] =>
    toolbarIssues(
      few.issues,
      recent.map((name) => issueAt(few, name)),
    ).shown.map(({ name }) => name);
  expect(names()).toEqual(["A", "B", "C"]);
  expect(names("C")).toEqual(["A", "B", "C"]);
});

test("a menu of all issues is offered where some are not shown", () => {
  expect(toolbarIssues(library.issues, []).others).toBe(true);
  expect(toolbarIssues({}, []).others).toBe(false);
});

test("the menu of issues has them all, indented as in the codebook", () => {
  const rows = issueChoices(library, new Set([issueAt(library, "A/Under")]));
  expect(rows.map(({ label, level }) => `${level} ${label}`).slice(0, 3)).toEqual(["0 A", "1 Under", "0 B"]);
  expect(rows.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(["Under"]);
});

test("without actors only nobody can be chosen", () => {
  expect(actorChoices({ ...library, actors: {} }, null, ["Gone"], null, "No actor")).toEqual([
    [{ id: "", label: "No actor", checked: true }],
  ]);
});
