import { expect, test } from "vitest";
import { libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import { findOrCreateIssue } from "../../../shared/codebook/find-or-create.ts";
import { blankIssue } from "../../../shared/model/codebook.ts";
import { IssueId, newId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { matchByName, replaceIds } from "./match-by-name.ts";

/** The paths of ours that paths of theirs are taken for. */
function paired(ours: Library, theirs: Library): string[] {
  const same = matchByName(ours, { ...theirs, stances: {}, actors: {}, coders: {} });
  return Object.values(theirs.issues).flatMap(({ id, name }) => {
    const own = ours.issues[same.get(id) ?? ""];
    return own === undefined ? [] : [`${name} = ${own.name}`];
  });
}

test.each<[string, readonly string[], readonly string[], string[]]>([
  ["the same path", ["Water/Price"], ["Water/Price"], ["Water = Water", "Price = Price"]],
  ["in other letters", ["Water/É"], ["WATER/e\u0301"], ["WATER = Water", "e\u0301 = É"]],
  ["the same name elsewhere", ["Water/Price"], ["Air/Price"], []],
  ["nothing here", [], ["Water"], []],
])("%s", (_name, ours, theirs, expected) => {
  expect(paired(libraryWith(ours), libraryWith(theirs))).toEqual(expected);
});

test("a name with a slash is no path", () => {
  const id = newId(IssueId);
  const flat = { ...blankIssue, id, name: "Water/Price", parent: null, colour: "#3f6f4e", rank: 1 };
  expect(paired(libraryWith(["Water/Price"]), { ...libraryWith([]), issues: { [id]: flat } })).toEqual([]);
});

test("what has the same identifier is the same, whatever it is called by now", () => {
  const ours = libraryWith(["Water", "Air"]);
  const { id } = findOrCreateIssue(ours.issues, ["Water"]);
  const water = ours.issues[id];
  if (water === undefined) throw new Error("no issue");
  expect(paired(ours, { ...ours, issues: { [id]: { ...water, name: "Air" } } })).toEqual([]);
});

test("identifiers are replaced wherever they are, and no other words", () => {
  const [a, b, c] = [newId(IssueId), newId(IssueId), newId(IssueId)];
  const same = new Map([[a as string, b as string]]);
  const record = { issue: a, deep: [{ [a]: { parent: a, note: `no ${a.slice(1)}` } }], other: c };
  expect(replaceIds(record, same)).toEqual({
    issue: b,
    deep: [{ [b]: { parent: b, note: `no ${a.slice(1)}` } }],
    other: c,
  });
});
