import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allRecords,
  asPaperTable,
  bucketOf,
  byPaper,
  maxTogether,
  ofPaper,
  papersWithRecords,
  paperTables,
  recordCount,
  recordOf,
  recordsOfPaper,
  withoutPapers,
  withTable,
  withTables,
} from "./by-paper.ts";
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

test("a paper with many records has them all, in the order of their identifiers, each found by its own", () => {
  for (const count of [maxTogether, maxTogether + 1, 5 * maxTogether]) {
    const ids = Array.from({ length: count }, (_, index) => (index * 7919).toString(16).padStart(8, "0"));
    const records = Object.fromEntries(ids.map((id, index) => [id, index]));
    const shelves = byPaper([["p", records]]);
    expect(ofPaper(shelves, "p")).toEqual(records);
    expect(Object.keys(ofPaper(shelves, "p"))).toEqual(ids);
    expect(ofPaper(shelves, "p")).toBe(ofPaper(shelves, "p"));
    expect(recordCount(shelves)).toBe(allRecords(shelves).length);
    expect([...recordsOfPaper(shelves, "p")].sort((a, b) => a - b)).toEqual(Object.values(records));
    expect(papersWithRecords(shelves)).toEqual(["p"]);
    for (const [index, id] of ids.entries()) expect(recordOf(shelves, "p", id)).toBe(index);
    expect([recordOf(shelves, "p", "none"), recordOf(shelves, "p", "constructor")]).toEqual([undefined, undefined]);
  }
});

test("several tables put in at once, and papers left out, come to the same as without the others", () => {
  fc.assert(
    fc.property(tables, tables, (list, more) => {
      const added = more.map(([name, records]) => [name, asPaperTable(records)] as const);
      const filled = more.filter(([, records]) => Object.keys(records).length > 0);
      const names = new Set(filled.map(([name]) => name));
      const others = list.filter(([name]) => !names.has(name));
      expect(withTables(byPaper(list), added)).toEqual(byPaper([...others, ...filled]));
      expect(withoutPapers(byPaper(list), names)).toEqual(byPaper(others));
    }),
  );
});
