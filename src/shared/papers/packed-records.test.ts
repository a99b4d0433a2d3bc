import fc from "fast-check";
import { expect, test } from "vitest";
import type { Annotation, Position } from "../model/annotation.ts";
import { asPaperTable } from "../model/by-paper.ts";
import { packRecords, type RecordTables, unpackRecords } from "./packed-records.ts";

const text = fc.string({ unit: "binary" });
const id = fc.uuid();
/** A value that is often the same as another. */
const shared = fc.oneof(fc.constantFrom("a", "b", ""), text);
const range = fc.record({ start: fc.nat(), end: fc.nat(), quote: text, prefix: text, suffix: text });
const area = fc.record({
  page: fc.nat(),
  quads: fc.array(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0))),
});
const region = fc.record({ page: fc.nat(), x: fc.nat(), y: fc.nat(), width: fc.nat(), height: fc.nat(), quote: text });

/** Annotations of every form: most with one range, some with what has no column. */
const annotation = fc.record(
  {
    id,
    paper: fc.constantFrom("paper", "paper", "paper", "another"),
    passage: fc.record(
      { ranges: fc.array(range, { minLength: 1, maxLength: 2 }), areas: fc.array(area), region },
      { requiredKeys: ["ranges", "areas"] },
    ),
    actor: fc.option(shared),
    certainty: fc.option(fc.integer({ min: 1, max: 5 })),
    grade: fc.option(fc.record({ reliability: fc.constantFrom("A", "F"), credibility: fc.nat() })),
    note: shared,
    coder: shared,
    created: shared,
    modified: shared,
    unplaced: fc.constant(true),
    later: fc.array(fc.nat()),
  },
  {
    requiredKeys: ["id", "paper", "passage", "actor", "certainty", "grade", "note", "coder", "created", "modified"],
  },
);

const position = (annotations: readonly { id: string }[]) =>
  fc.record(
    {
      id,
      paper: fc.constantFrom("paper", "paper", "paper", "another"),
      annotation: fc.oneof(id, fc.constantFrom(...annotations.map((record) => record.id), "gone")),
      issue: shared,
      stance: fc.option(shared),
      strength: fc.option(fc.integer({ min: 1, max: 3 })),
      later: text,
    },
    { requiredKeys: ["id", "paper", "annotation", "issue", "stance", "strength"] },
  );

const byId = <Value extends { id: string }>(records: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(records.map((record) => [record.id, record]));

const tables = fc
  .array(annotation)
  .chain((annotations) => fc.tuple(fc.constant(annotations), fc.array(position(annotations))))
  .map(([annotations, positions]) => {
    return { annotations: byId(annotations), positions: byId(positions) } as unknown as RecordTables;
  });

test("records of every form are the same after packing", () => {
  fc.assert(
    fc.property(tables, (records) => {
      expect(unpackRecords(packRecords(records))).toEqual({
        annotations: asPaperTable<Annotation>(records.annotations),
        positions: asPaperTable<Position>(records.positions),
      });
    }),
  );
});

const usual = {
  annotations: {
    a: {
      id: "a",
      paper: "paper",
      passage: { ranges: [{ start: 0, end: 3, quote: "The", prefix: "", suffix: "" }], areas: [] },
      actor: null,
      certainty: null,
      grade: null,
      note: "",
      coder: "coder",
      created: "today",
      modified: "today",
    },
  },
  positions: { p: { id: "p", paper: "paper", annotation: "a", issue: "i", stance: null, strength: 2 } },
} as unknown as RecordTables;

/** The packed records with a column changed. */
function packedWith(change: (columns: Record<string, Record<string, unknown[]>>) => void): Uint8Array {
  const columns = JSON.parse(new TextDecoder().decode(packRecords(usual)));
  change(columns);
  return new TextEncoder().encode(JSON.stringify(columns));
}

test.each<[string, (columns: Record<string, Record<string, unknown[]>>) => void]>([
  ["a column is too short", ({ annotations }) => void annotations?.quote?.pop()],
  ["a column is too long", ({ positions }) => void positions?.strength?.push(1)],
  ["a column is missing", ({ annotations }) => void delete annotations?.start],
  ["a reference leads nowhere", ({ annotations }) => void annotations?.coder?.fill(9)],
  ["a reference that must lead somewhere is none", ({ positions }) => void positions?.issue?.fill(-1)],
  ["a position refers to no annotation", ({ positions }) => void positions?.annotation?.fill(1)],
  ["a number is none", ({ annotations }) => void annotations?.start?.fill("0")],
  ["a number is negative", ({ annotations }) => void annotations?.end?.fill(-1)],
  ["words are none", ({ annotations }) => void annotations?.quote?.fill(7)],
  ["another record is none", ({ others }) => void others?.annotations?.push("a")],
])("where %s, nothing is read", (_case, change) => {
  expect(unpackRecords(packedWith(() => undefined)).annotations.count).toBe(1);
  expect(() => unpackRecords(packedWith(change))).toThrow(RangeError);
});
