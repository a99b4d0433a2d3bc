import fc from "fast-check";
import { expect, test } from "vitest";
import type { Annotation, Position } from "../model/annotation.ts";
import { asPaperTable } from "../model/by-paper.ts";
import { actorTally, issueTally } from "../model/paper-tally.ts";
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

type Packed = Readonly<{ head: string; columns: string }>;
const unpacked = ({ head, columns }: Packed) => unpackRecords(head, () => columns);

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
      const { annotations, positions } = unpacked(packRecords(records));
      expect({ annotations: { ...annotations }, positions: { ...positions } }).toEqual({
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

type Parts = Record<string, Record<string, unknown[]>>;

/** The packed records with their head or columns changed. */
function packedWith(change: (columns: Parts, head: Record<string, unknown>) => void): Packed {
  const packed = packRecords(usual);
  const [head, columns] = [JSON.parse(packed.head), JSON.parse(packed.columns)];
  change(columns, head);
  return { head: JSON.stringify(head), columns: JSON.stringify(columns) };
}

test.each<[string, (columns: Parts, head: Record<string, unknown>) => void]>([
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
  ["there are more records than the head says", (_columns, head) => void Object.assign(head, { annotations: 2 })],
])("where %s, no record is read", (_case, change) => {
  expect(unpacked(packedWith(() => undefined)).annotations.parts[""]).toEqual(usual.annotations);
  expect(() => unpacked(packedWith(change)).annotations.parts).toThrow(RangeError);
});

test("counts, issues and actors are known without reading a record", () => {
  const { annotations, positions } = unpacked(packedWith(({ annotations }) => void annotations?.id?.pop()));
  expect([annotations.count, positions.count]).toEqual([1, 1]);
  expect([issueTally(positions), actorTally(annotations)]).toEqual([[[["i"], 1]], []]);
  expect(() => annotations.parts).toThrow(RangeError);
});

test.each([
  ["there is no head", { head: "", columns: "" }],
  ["the head is cut off", { head: packRecords(usual).head.slice(0, -5), columns: "" }],
  ["the head lacks a count", packedWith((_columns, head) => void delete head.issues)],
  ["a count is negative", packedWith((_columns, head) => void Object.assign(head, { positions: -1 }))],
])("where %s, nothing is taken", (_case, packed) => {
  expect(() => unpacked(packed)).toThrow();
});

test("what is known of tables beforehand is what counting their records gives", () => {
  fc.assert(
    fc.property(tables, (records) => {
      const known = unpacked(packRecords(records));
      const counted = { annotations: asPaperTable(records.annotations), positions: asPaperTable(records.positions) };
      expect(issueTally(known.positions)).toEqual(issueTally(counted.positions));
      expect(actorTally(known.annotations)).toEqual(actorTally(counted.annotations));
    }),
  );
});
