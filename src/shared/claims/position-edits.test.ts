import { expect, test } from "vitest";
import { apply, invert } from "../change/change.ts";
import { issueAt, libraryWith } from "../codebook/codebook.cases.ts";
import { allRecords } from "../model/by-paper.ts";
import { newId, PositionId } from "../model/ids.ts";
import { changeIssueEdits } from "./position-edits.ts";

const library = libraryWith(["Water", "Water/Dams", "Energy"], [["Water opposes 2", "Energy supports"]]);
const position = allRecords(library.positions).find((one) => one.issue === issueAt(library, "Water"));
if (position === undefined) throw new Error("a position is needed");
const changed = (path: string) => {
  const edits = changeIssueEdits(library, position.paper, position.id, path.split("/"));
  return { edits, after: apply(library, { edits }) };
};

test.each(["Water/Dams", "Fish", "Water/Phase 10: co-operation?"])("the issue becomes %s, all else stays", (path) => {
  const { edits, after } = changed(path);
  const moved = allRecords(after.positions).find((one) => one.id === position.id);
  expect(moved).toEqual({ ...position, issue: issueAt(after, path) });
  expect(allRecords(after.positions)).toHaveLength(2);
  expect(apply(after, { edits: invert(edits) })).toEqual(library);
});

test("the same issue is no change, and one that the claim has already is refused", () => {
  expect(changed("Water").edits).toEqual([]);
  expect(() => changed("energy")).toThrow("already has a position on that issue");
  expect(() => changeIssueEdits(library, position.paper, newId(PositionId), ["Fish"])).toThrow("no longer exists");
});
