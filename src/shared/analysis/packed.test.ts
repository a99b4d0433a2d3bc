import fc from "fast-check";
import { expect, test } from "vitest";
import { dnaSample } from "./dna-sample.cases.ts";
import { libraryOf, rowsIn } from "./library.cases.ts";
import { packRows, unpackRows } from "./packed.ts";
import { anyStatements } from "./said.cases.ts";

test("a packed table is the same table again, after the way to a worker too", () => {
  fc.assert(
    fc.property(anyStatements, (statements) => {
      const rows = rowsIn(libraryOf(statements));
      expect(unpackRows(packRows(rows))).toEqual(rows);
      expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows);
    }),
  );
});

test("each value is in its column once; a missing value stays missing", () => {
  const { columns, length } = packRows(rowsIn(libraryOf(dnaSample)));
  expect(length).toBe(40);
  expect(columns.actor.values).toHaveLength(7);
  expect(columns.issue.values).toHaveLength(6);
  expect(columns.strength.values).toEqual([null]);
  expect(new Set(columns.polarity.values)).toEqual(new Set([1, -1]));
});

test("a table whose columns are too short is refused", () => {
  const packed = packRows(rowsIn(libraryOf(dnaSample.slice(0, 3))));
  expect(() => unpackRows({ ...packed, length: 4 })).toThrow(RangeError);
});
