import { expect, test } from "vitest";
import { apply, invert } from "../change/change.ts";
import { issueAt, libraryWith } from "../codebook/codebook.cases.ts";
import { allRecords } from "../model/by-paper.ts";
import { newId, PositionId } from "../model/ids.ts";
import { addPositionEdits, changeIssueEdits } from "./position-edits.ts";

const library = libraryWith(["Water", "Water/Dams", "Energy"], [["Water opposes 2", "Energy supports"]]);
const position = allRecords(library.positions).find((position) => position.issue === issueAt(library, "Water"));
if (position === undefined) throw new Error("a position is needed");
const changed = (path: string) => {
  const edits = changeIssueEdits(library, position.paper, position.id, path.split("/"));
  return { edits, after: apply(library, { edits }) };
};

test.each(["Water/Dams", "Fish", "Water/Phase 10: co-operation?"])("the issue becomes %s, all else stays", (path) => {
  const { edits, after } = changed(path);
  const moved = allRecords(after.positions).find((candidate) => candidate.id === position.id);
  expect(moved).toEqual({ ...position, issue: issueAt(after, path) });
  expect(allRecords(after.positions)).toHaveLength(2);
  expect(apply(after, { edits: invert(edits) })).toEqual(library);
});

test("the same issue is no change, and one that the claim has already is refused", () => {
  expect(changed("Water").edits).toEqual([]);
  expect(() => changed("energy")).toThrow("already has a position on that issue");
  expect(() => changeIssueEdits(library, position.paper, newId(PositionId), ["Fish"])).toThrow("no longer exists");
});

test.each(["Water/Dams", "Fish", "Water/EU+3: who pays?"])("a position on %s is added, without a stance", (path) => {
  const annotation = allRecords(library.annotations).find((annotation) => annotation.id === position.annotation);
  if (annotation === undefined) throw new Error("a claim is needed");
  const edits = addPositionEdits(library, annotation, path.split("/"));
  const after = apply(library, { edits });
  const added = allRecords(after.positions).filter((position) => position.issue === issueAt(after, path));
  expect(added).toMatchObject([{ annotation: annotation.id, paper: position.paper, stance: null, strength: null }]);
  expect(allRecords(after.positions)).toHaveLength(3);
  expect(apply(after, { edits: invert(edits) })).toEqual(library);
  expect(() => addPositionEdits(after, annotation, path.toUpperCase().split("/"))).toThrow("already has a position");
});
