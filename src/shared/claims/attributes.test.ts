import { expect, test } from "vitest";
import { sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { Condition } from "../model/filter.ts";
import { attributesWith, claimAttributes, dataHeads, dataLines } from "./attributes.ts";
import { allCoded } from "./claims.ts";
import { claimColumns } from "./columns.ts";
import { claimRows } from "./rows.ts";
import { sortings } from "./sorting.ts";

test("columns, sortings and data heads derive from the one table, in its order", () => {
  expect(claimColumns.join(" ")).toBe("quote issue actor certainty grade note coder modified place paper");
  expect(sortings.join(" ")).toBe("place paper quote issue stance actor certainty grade coder modified");
  expect(dataHeads.join(",")).toBe(
    "id,paper,page,quote,issue,stance,strength,actor,certainty,grade,note,coder,created,start,end,area,text",
  );
});

test("no two columns claim the same place or the same rank", () => {
  const columns = attributesWith("column").map((name) => claimAttributes[name].column);
  const ranks = columns.flatMap((column) => column?.rank ?? []);
  expect(new Set(columns.map((column) => column?.order)).size).toBe(columns.length);
  expect(new Set(ranks).size).toBe(ranks.length);
});

test("a data file has a line for each position, and one for a note", () => {
  const library = sampleLibrary();
  const rows = claimRows(library, allCoded(library), new Map());
  for (const row of rows) {
    const lines = dataLines(row);
    expect(lines).toHaveLength(Math.max(1, row.positions.length));
    for (const line of lines) expect(line).toHaveLength(dataHeads.length);
    expect(lines.map((line) => line[dataHeads.indexOf("issue")])).toEqual(
      row.positions.length === 0 ? [""] : row.positions.map((position) => position.issue),
    );
  }
});

test("every condition with a range is about an attribute of the table", () => {
  const known = Object.values(claimAttributes).flatMap(({ ranges = {}, dates = {} }) => [
    ...Object.keys(ranges),
    ...Object.keys(dates),
  ]);
  const other = [
    "words",
    "position",
    "actor",
    "coder",
    "published",
    "version",
    "paper",
    "tag",
    "collection",
    "kind",
    "relation",
  ];
  const conditions = Condition.options.map((option) => Object.keys(option.shape)[0]);
  expect(conditions.filter((name) => !other.includes(name ?? "")).sort()).toEqual(known.sort());
});
