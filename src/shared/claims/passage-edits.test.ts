import { expect, test } from "vitest";
import { apply, invert } from "../change/change.ts";
import { libraryWith } from "../codebook/codebook.cases.ts";
import type { Passage } from "../model/annotation.ts";
import { allRecords } from "../model/by-paper.ts";
import { AnnotationId, newId } from "../model/ids.ts";
import { codedOne } from "./claims.ts";
import { passageEdits } from "./passage-edits.ts";

const library = libraryWith(["Water"], [["Water supports"]]);
const [claim] = allRecords(library.annotations);
if (claim === undefined) throw new Error("a claim is needed");
const time = "2027-01-01T00:00:00.000Z";
const passage: Passage = {
  ranges: [{ start: 100, end: 104, quote: "here", prefix: "", suffix: "" }],
  areas: [{ page: 1, quads: [[1, 2, 3, 4, 5, 6, 7, 8]] }],
};

test("a moved claim keeps its identifier, positions, actor and note, and one undo brings it back", () => {
  const edits = passageEdits(library, claim.paper, claim.id, passage, time);
  expect(edits).toHaveLength(1);
  const after = apply(library, { edits });
  expect(codedOne(after, claim.paper, claim.id)).toEqual({
    annotation: { ...claim, passage, modified: time },
    positions: codedOne(library, claim.paper, claim.id)?.positions,
  });
  expect(apply(after, { edits: invert(edits) })).toEqual(library);
});

test("the same ranges are no change, and a claim that is gone is refused", () => {
  expect(passageEdits(library, claim.paper, claim.id, claim.passage, time)).toEqual([]);
  expect(() => passageEdits(library, claim.paper, newId(AnnotationId), passage, time)).toThrow("no longer exists");
});
