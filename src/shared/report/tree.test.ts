import { expect, test } from "vitest";
import { named } from "../analysis/library.cases.ts";
import { directionOfText, isolate } from "../text/isolate.ts";
import { bibliographyBlocks } from "./back-matter.ts";
import type { Citations } from "./cite.ts";
import type { ReportContext } from "./context.ts";
import { proseBlocks } from "./prose.ts";
import { cellText, isNumeric, lettersOf, plain, stemsOf, type TableBlock } from "./tree.ts";

const tableOf = (names: readonly string[], tree: boolean): TableBlock => ({
  kind: "table",
  caption: "C",
  heads: ["Issue", "All"],
  lines: names.map((name, index) => [name, index]),
  foot: null,
  tree,
});

test.each([
  ["a child is under its parent", ["A", "A › B", "A › B › C", "D"], ["0 A", "1 B", "2 C", "0 D"]],
  ["whose parent has no line keeps its path", ["A › B", "A › B › C"], ["0 A › B", "1 C"]],
  ["a name that begins like another is none of its children", ["A", "AB", "A › "], ["0 A", "0 AB", "1 "]],
  ["nothing", [], []],
])("of a tree: %s", (_, names, stems) => {
  expect(stemsOf(tableOf(names, true)).map(({ depth, name }) => `${depth} ${name}`)).toEqual(stems);
  expect(stemsOf(tableOf(names, false)).map(({ name }) => name)).toEqual(names);
});

test.each([
  ["پانی", "\u2068پانی\u2069", "ltr"],
  ["Water", "Water", "ltr"],
  ["", "", "ltr"],
])("the name %j is set apart as %j and turns nothing", (name, isolated, direction) => {
  expect(isolate(name)).toBe(isolated);
  expect(directionOfText(`${isolated} against somebody`)).toBe(direction);
  expect(directionOfText(`${isolated} – عربی`)).toBe(name === "Water" ? "ltr" : "rtl");
});

test.each([
  [null, ""],
  [0, ""],
  [0.126, "0.13"],
  [-3, "-3"],
  ["x", "x"],
])("the cell %j reads %j", (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

test("a column of numbers, blanks and shares is one of numbers; the first never is", () => {
  const block: TableBlock = {
    ...tableOf([], false),
    lines: [
      ["1", "4 %"],
      ["2", null],
      ["3", "−0.33"],
    ],
  };
  expect([isNumeric(block, 0), isNumeric(block, 1), isNumeric(block, 2)]).toEqual([false, true, false]);
});

test("the letters of a line leave its notes out", () => {
  expect(lettersOf([plain("a"), { kind: "note", words: [plain("b")] }, { kind: "flag", text: "c" }])).toBe("ac");
});

test("a claim cited twice is asked for its note twice, in order", () => {
  let asked = 0;
  const find = () => ({ words: "x", note: () => [plain(`note ${++asked}`)] });
  const { blocks } = proseBlocks(`One.[@${named.claim(0)}] Two.[@${named.claim(0)}]`, find);
  const runs = blocks.flatMap((block) => (block.kind === "paragraph" ? block.runs : []));
  expect(runs.flatMap((run) => (run.kind === "note" ? run.words : [])).map(({ text }) => text)).toEqual([
    "note 1",
    "note 2",
  ]);
});

test("a bibliography without entries is left out", () => {
  const citations: Citations = { cite: () => [], citeAgain: () => [], short: () => "", entries: [] };
  const context = { citations } as Partial<ReportContext> as ReportContext;
  expect(bibliographyBlocks(context)).toEqual([]);
  const entries = [[plain("Ann. Weir.")]];
  expect(bibliographyBlocks({ ...context, citations: { ...citations, entries } })).toEqual([
    { kind: "references", entries },
  ]);
});
