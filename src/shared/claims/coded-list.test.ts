import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { Annotation, Position } from "../model/annotation.ts";
import { maxTogether, paperTable, recordOf } from "../model/by-paper.ts";
import { AnnotationId, newId, PositionId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { codedIn } from "./claims.ts";
import { type Coded, codedList } from "./coded-list.ts";

const sample = sampleLibrary();
const template = codedIn(sample, ids.paper)[0];

function annotationAt(start: number, length: number): Annotation {
  if (template === undefined) throw new Error("the data has a claim");
  const { annotation } = template;
  const [range] = annotation.passage.ranges;
  const ranges = range === undefined ? [] : [{ ...range, start, end: start + length }];
  return { ...annotation, id: newId(AnnotationId), passage: { ...annotation.passage, ranges } };
}

function positionOf({ id, paper }: Annotation): Position {
  const position = template?.positions[0];
  if (position === undefined) throw new Error("the claim has a position");
  return { ...position, id: newId(PositionId), annotation: id, paper };
}

const claims = Array.from({ length: maxTogether + 40 }, (_, index) => annotationAt((index * 7919) % 1000, index % 5));
const large = apply(sample, {
  edits: claims.flatMap((to): Edit[] => [
    { table: "annotations", from: null, to },
    { table: "positions", from: null, to: positionOf(to) },
  ]),
});

/** The list made of nothing but the records: every table is another one, so that none is known. */
function fresh(library: Library): readonly Coded[] {
  return codedList({
    annotations: structuredClone(paperTable(library.annotations, ids.paper)),
    positions: structuredClone(paperTable(library.positions, ids.paper)),
  });
}

type Step = Readonly<{ kind: "add" | "remove" | "move" | "recode" | "edit"; index: number; start: number }>;
const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("add", "remove", "move", "recode", "edit"),
  index: fc.nat(400),
  start: fc.nat(1000),
});

function editsOf(library: Library, { kind, index, start }: Step): Edit[] {
  const list = codedIn(library, ids.paper);
  const coded = list[index % list.length];
  if (kind === "add" || coded === undefined) {
    const to = annotationAt(start, index % 9);
    return [
      { table: "annotations", from: null, to },
      ...[0, 1].map((): Edit => ({ table: "positions", from: null, to: positionOf(to) })),
    ];
  }
  const { annotation: from, positions } = coded;
  const gone = positions.map((position): Edit => ({ table: "positions", from: position, to: null }));
  if (from.id === ids.claim || from.id === ids.note) return [];
  if (kind === "remove") return [...gone, { table: "annotations", from, to: null }];
  if (kind === "recode") return [...gone, { table: "positions", from: null, to: positionOf(from) }];
  const moved = { ...from, passage: annotationAt(start, 3).passage };
  return [{ table: "annotations", from, to: kind === "move" ? moved : { ...from, note: `${start}` } }];
}

test("after any changes the list is the one that the records alone give, and claims that are left alone stay identical", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 8 }), (steps) => {
      let library = large;
      for (const step of steps) {
        const before = new Map(codedIn(library, ids.paper).map((coded) => [coded.annotation.id, coded]));
        const edits = editsOf(library, step);
        if (edits.length === 0) continue;
        library = apply(library, { edits });
        const list = codedIn(library, ids.paper);
        const touched = new Set(edits.flatMap(({ to, from }) => [(to ?? from) as Annotation | Position]).map(idOf));
        for (const coded of list)
          if (!touched.has(coded.annotation.id)) expect(before.get(coded.annotation.id)).toBe(coded);
        expect(list).toEqual(fresh(library));
      }
    }),
    { numRuns: 8 },
  );
});

const idOf = (record: Annotation | Position): AnnotationId => ("annotation" in record ? record.annotation : record.id);

test("a paper that falls below the size at which records are divided, and one with other records, are listed whole", () => {
  const few = apply(large, {
    edits: claims.slice(0, 60).flatMap((from): Edit[] => [
      ...codedIn(large, ids.paper)
        .filter(({ annotation }) => annotation.id === from.id)
        .flatMap(({ positions }) =>
          positions.map((position): Edit => ({ table: "positions", from: position, to: null })),
        ),
      { table: "annotations", from, to: null },
    ]),
  });
  expect(codedIn(large, ids.paper)).toHaveLength(claims.length + 2);
  expect(codedIn(few, ids.paper)).toEqual(fresh(few));
  expect(codedIn(few, ids.paper)).toHaveLength(claims.length - 58);
  expect(recordOf(few.annotations, ids.paper, claims[0]?.id ?? "")).toBeUndefined();
});
