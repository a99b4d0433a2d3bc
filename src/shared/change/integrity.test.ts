import { expect, test } from "vitest";
import { ids, sampleEdits, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { blankIssue } from "../model/codebook.ts";
import { ActorId, AnnotationId, IssueId, newId, PaperId } from "../model/ids.ts";
import { apply, invert } from "./change.ts";
import type { Edit } from "./edit.ts";

const edits = sampleEdits();

test.each<[string, number, RegExp]>([
  ["an actor with claims", 1, /actor/],
  ["an issue with issues under it", 2, /sub-issues/],
  ["an issue in use", 3, /still used by claims/],
  ["a paper with annotations", 6, /still has claims/],
  ["an annotation with positions", 7, /still has positions/],
  ["an annotation with relations", 8, /still linked/],
])("%s cannot be removed alone", (_name, index, sentence) => {
  const edit = edits[index];
  expect(() => apply(sampleLibrary(), { edits: invert(edit === undefined ? [] : [edit]) })).toThrow(sentence);
});

test.each<[string, (edit: Edit) => Edit | null, RegExp]>([
  [
    "an annotation of no paper",
    (e) => patch(e, "annotations", { paper: newId(PaperId) }),
    /paper is not in the library/,
  ],
  ["a position on no issue", (e) => patch(e, "positions", { issue: newId(IssueId) }), /issue is not in the codebook/],
  ["a position of no annotation", (e) => patch(e, "positions", { annotation: newId(AnnotationId) }), /claim no longer/],
  ["an issue under nothing", (e) => patch(e, "issues", { parent: newId(IssueId) }), /is not in the codebook/],
])("%s is refused", (_name, update, sentence) => {
  const edited = edits.map((edit) => update(edit) ?? edit);
  expect(() => sampleLibrary(edited)).toThrow(sentence);
});

test("an issue cannot end up under itself", () => {
  const root = edits.flatMap((edit) => (edit.table === "issues" && edit.to?.id === ids.root ? [edit.to] : []))[0];
  if (root === undefined) throw new Error("the data has a root issue");
  const edit: Edit = { table: "issues", from: root, to: { ...root, parent: ids.child } };
  expect(() => apply(sampleLibrary(), { edits: [edit] })).toThrow(/below itself/);
});

test.each(["issues", "actors"] as const)("%s that form a circle are refused, and so is what is below one", (table) => {
  const [a, b, below] = [newId(IssueId), newId(IssueId), newId(IssueId)];
  const under = (id: IssueId, parent: IssueId): Edit =>
    table === "issues"
      ? { table, from: null, to: { ...blankIssue, id, name: id, parent, colour: "#3f6f4e", rank: 1 } }
      : {
          table,
          from: null,
          to: { id: ActorId.parse(id), name: id, kind: null, aliases: [], parent: ActorId.parse(parent) },
        };
  const circle = [under(below, a), under(a, b), under(b, a)];
  for (const some of [circle, circle.toReversed(), [under(a, a)]])
    expect(() => apply(sampleLibrary(), { edits: some })).toThrow(/below itself|belong to itself/);
});

test("all of it can be removed together, in any order that is one change", () => {
  const gone = invert(edits);
  expect(apply(sampleLibrary(), { edits: gone })).toEqual(sampleLibrary([]));
  expect(apply(sampleLibrary(), { edits: gone.toReversed() })).toEqual(sampleLibrary([]));
});

function patch(edit: Edit, table: Edit["table"], part: object): Edit | null {
  return edit.table === table && edit.to !== null ? ({ ...edit, to: { ...edit.to, ...part } } as Edit) : null;
}
