import { expect, test } from "vitest";
import { Edit } from "../change/edit.ts";
import { sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { allRecords } from "./by-paper.ts";

test("a field that a later build has added is kept as it is, and no known field is read less strictly for it", () => {
  const library = sampleLibrary();
  const records = [
    ...Object.values(library.papers).map((to) => ({ table: "papers", to })),
    ...Object.values(library.issues).map((to) => ({ table: "issues", to })),
    ...Object.values(library.stances).map((to) => ({ table: "stances", to })),
    ...Object.values(library.actors).map((to) => ({ table: "actors", to })),
    ...Object.values(library.coders).map((to) => ({ table: "coders", to })),
    ...Object.values(library.relations).map((to) => ({ table: "relations", to })),
    ...allRecords(library.annotations).map((to) => ({ table: "annotations", to })),
    ...allRecords(library.positions).map((to) => ({ table: "positions", to })),
  ];
  expect(new Set(records.map(({ table }) => table)).size).toBe(8);
  for (const { table, to } of records) {
    const later = { ...to, laterField: { deep: [1, "two", null] } };
    expect(Edit.parse({ table, from: later, to: later })).toEqual({ table, from: later, to: later });
    expect(Edit.safeParse({ table, from: null, to: { ...later, id: 7 } }).success).toBe(false);
  }
});

test("a field named as what every object has does no harm", () => {
  const [coder] = Object.values(sampleLibrary().coders);
  const hostile = JSON.parse(`{"__proto__":{"polluted":true},${JSON.stringify(coder).slice(1)}`);
  const { to } = Edit.parse({ table: "coders", from: null, to: hostile });
  expect([(to as never as { polluted?: boolean } | null)?.polluted, Object.getPrototypeOf(to)]).toEqual([
    undefined,
    Object.prototype,
  ]);
});
