import fc from "fast-check";
import { expect, test } from "vitest";
import { knownColumns, listCell, printListCell } from "./columns.ts";

test("heads are compared without regard to case, spaces and signs", () => {
  const row = { "Actor kind": 1, NAME: 2, "\ufeffkind": 3, other: 4 };
  expect(knownColumns(row, ["actorKind", "name", "kind"])).toEqual({ actorKind: 1, name: 2, kind: 3 });
});

test.each([
  ["", []],
  ["  ", []],
  ["a", ["a"]],
  ["a; b ;c", ["a", "b", "c"]],
  ["a;;c", ["a", "", "c"]],
  [";b", ["", "b"]],
  ["a;", ["a", ""]],
  ["Health\\; safety; b", ["Health; safety", "b"]],
  ["a\\/b; c", ["a\\/b", "c"]],
])("the cell %j is the list %j", (cell, list) => {
  expect(listCell(cell)).toEqual(list);
});

test("a list that is printed is read back", () => {
  const entry = fc.string({ unit: fc.constantFrom("a", ";", " ", "ü", ","), minLength: 1, maxLength: 6 });
  const trimmed = entry.map((text) => text.trim()).filter((text) => text !== "");
  fc.assert(
    fc.property(fc.array(trimmed), (list) => {
      expect(listCell(printListCell(list))).toEqual(list);
    }),
  );
});
