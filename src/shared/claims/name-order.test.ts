import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { orderOf } from "./name-order.ts";

const library = libraryOf([
  { actor: "Zoning Office", issues: ["Water/Price +", "Air -"], paper: "weir", quote: "One", at: [0, 3] },
  { actor: "Émile", issues: ["Water ?"], paper: "Étang", quote: "Two", at: [5, 8] },
  { actor: "eel fishers", issues: [], paper: "Dam", quote: "Three", at: [9, 14] },
]);

test.each([
  ["actor", ["eel fishers", "Émile", "Zoning Office"]],
  ["paper", ["Dam", "Étang", "weir"]],
  ["issue", ["Water", "Price", "Air"]],
  ["stance", ["supports", "opposes", "neutral", "mixed", "unclear"]],
] as const)("by %s the order is %j", (by, expected) => {
  const names = new Map<string, string>(
    [library.actors, library.papers, library.issues, library.stances].flatMap((table) =>
      Object.values(table).map((value): [string, string] => [value.id, "title" in value ? value.title : value.name]),
    ),
  );
  const order = [...orderOf(library, by)].toSorted(([, a], [, b]) => a - b);
  expect(order.map(([id]) => names.get(id))).toEqual(expected);
});

test("the order of names is remembered with its table, and recreated for another", () => {
  expect(orderOf(library, "paper")).toBe(orderOf({ ...library }, "paper"));
  expect(orderOf({ ...library, papers: {} }, "paper").size).toBe(0);
});
