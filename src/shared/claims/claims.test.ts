import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { AnnotationId, newId } from "../model/ids.ts";
import { allCoded, codedIn, codedOne } from "./claims.ts";

test("a claim comes with its positions, a note with none, in the order of the text", () => {
  const list = codedIn(sampleLibrary(), ids.paper);
  expect(list.map(({ annotation, positions }) => [annotation.id, positions.length])).toEqual([
    [ids.claim, 1],
    [ids.note, 0],
  ]);
  expect(allCoded(sampleLibrary())).toEqual(list);
});

test("the list is the identical one until the paper's annotations change", () => {
  const library = sampleLibrary();
  const list = codedIn(library, ids.paper);
  expect(codedIn({ ...library }, ids.paper)).toBe(list);
  const note = list[1]?.annotation;
  if (note === undefined) throw new Error("the data has a note");
  const edits = [{ table: "annotations" as const, from: note, to: { ...note, note: "Look again" } }];
  expect(codedIn(apply(library, { edits }), ids.paper)[1]?.annotation.note).toBe("Look again");
});

test("one annotation is found by its identifier, null when there is none", () => {
  expect(codedOne(sampleLibrary(), ids.paper, ids.note)?.annotation.id).toBe(ids.note);
  expect(codedOne(sampleLibrary(), ids.paper, newId(AnnotationId))).toBeNull();
});
