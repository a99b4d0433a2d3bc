import { expect, test } from "vitest";
import { apply, invert } from "../change/change.ts";
import { libraryWith } from "../codebook/codebook.cases.ts";
import { ids } from "../fixtures/sample-library.cases.ts";
import type { RelationKind } from "../model/annotation.ts";
import { allRecords } from "../model/by-paper.ts";
import { AnnotationId, newId, RelationId } from "../model/ids.ts";
import { directedRelations, linkEdits, relinkEdits, unlinkEdits } from "./relations.ts";

const library = libraryWith(["Water"], [["Water supports"], ["Water opposes"]]);
const [first, other] = allRecords(library.annotations).map(({ paper, id }) => ({ paper, annotation: id }));
if (first === undefined || other === undefined) throw new Error("two claims are needed");
const wish = (kind: RelationKind, source = first, target = other) =>
  ({ kind, source, target, coder: ids.coder, at: "2026-01-01T00:00:00.000Z" }) as const;
const linked = apply(library, { edits: linkEdits(library, wish("contradicts")) });
const [relation] = Object.values(linked.relations);
const id = relation?.id ?? newId(RelationId);

test("two claims are linked once for each kind and direction", () => {
  expect(relation).toMatchObject({ kind: "contradicts", source: first, target: other });
  expect(() => linkEdits(linked, wish("contradicts"))).toThrow("already linked this way");
  expect(() => linkEdits(linked, wish("supports", first, first))).toThrow("with itself");
  expect(() => linkEdits(linked, wish("supports", first, { ...other, annotation: newId(AnnotationId) }))).toThrow(
    "no longer exists",
  );
  const back = apply(linked, { edits: linkEdits(linked, wish("contradicts", other, first)) });
  expect(Object.keys(back.relations)).toHaveLength(2);
});

test("a relation reads differently from either end and can be removed; each step can be undone", () => {
  for (const self of [first, other])
    for (const kind of directedRelations) {
      const edits = relinkEdits(linked, id, self.annotation, kind);
      const after = edits.length === 0 ? linked : apply(linked, { edits });
      const now = after.relations[id];
      expect(now?.kind).toBe(kind.kind);
      expect(now?.source.annotation === self.annotation).toBe(!kind.back);
      if (edits.length > 0) expect(apply(after, { edits: invert(edits) })).toEqual(linked);
    }
  expect(directedRelations).toHaveLength(8);
  expect(relinkEdits(linked, id, first.annotation, { kind: "contradicts", back: false })).toEqual([]);
  expect(() => relinkEdits(library, id, first.annotation, { kind: "supports", back: false })).toThrow("no longer");
  const twice = apply(linked, { edits: linkEdits(linked, wish("supports")) });
  expect(() => relinkEdits(twice, id, first.annotation, { kind: "supports", back: false })).toThrow("already linked");
  expect(apply(linked, { edits: unlinkEdits(linked, id) }).relations).toEqual({});
  expect(unlinkEdits(library, id)).toEqual([]);
});
