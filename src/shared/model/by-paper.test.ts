import fc from "fast-check";
import { expect, test } from "vitest";
import { allRecords, bucketOf, byPaper, ofPaper, paperTables, withTable } from "./by-paper.ts";
import type { Table } from "./table.ts";

const paper = fc.stringMatching(/^[0-9a-c]{1,4}$/);
const table = fc.dictionary(fc.stringMatching(/^[a-e]$/), fc.integer());
const tables = fc.uniqueArray(fc.tuple(paper, table), { selector: ([name]) => name });

const sorted = (list: Iterable<readonly [string, Table<number>]>) =>
  [...list].map(([name, records]) => [name, { ...records }] as const).sort(([a], [b]) => (a < b ? -1 : 1));

test("what is put on shelves is found again, all of it and by paper", () => {
  fc.assert(
    fc.property(tables, paper, (list, other) => {
      const shelves = byPaper(list);
      expect(sorted(paperTables(shelves))).toEqual(
        sorted(list.filter(([, records]) => Object.keys(records).length > 0)),
      );
      for (const [name, records] of list) expect({ ...ofPaper(shelves, name) }).toEqual(records);
      expect(allRecords(shelves)).toHaveLength(list.reduce((sum, [, records]) => sum + Object.keys(records).length, 0));
      if (!list.some(([name]) => name === other)) expect(ofPaper(shelves, other)).toEqual({});
    }),
  );
});

test("putting tables in one by one, over others too, comes to the same as all at once", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(paper, table)), (steps) => {
      let shelves = byPaper<number>([]);
      for (const [name, records] of steps) {
        const before = shelves;
        const copy = structuredClone(before);
        shelves = withTable(shelves, name, records);
        expect(before).toEqual(copy);
      }
      expect(shelves).toEqual(byPaper(new Map(steps)));
    }),
  );
});

test("papers that share a shelf do not share tables; names of objects are no papers", () => {
  const shelves = byPaper([
    ["1-aa", { x: 1 }],
    ["2-aa", { y: 2 }],
  ]);
  expect(bucketOf("1-aa")).toBe(bucketOf("2-aa"));
  expect(ofPaper(shelves, "1-aa")).toEqual({ x: 1 });
  expect(withTable(shelves, "1-aa", {})).toEqual(byPaper([["2-aa", { y: 2 }]]));
  expect(ofPaper({ or: {} }, "constructor")).toEqual({});
  expect(ofPaper(shelves, "3-aa")).toBe(ofPaper(shelves, "4-bb"));
});
