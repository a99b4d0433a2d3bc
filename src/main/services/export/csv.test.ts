import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dataHeads } from "../../../shared/claims/attributes.ts";
import { allCoded } from "../../../shared/claims/claims.ts";
import { type ClaimRow, claimRows } from "../../../shared/claims/rows.ts";
import { libraryWith } from "../../../shared/codebook/codebook.cases.ts";
import { listCell } from "../../../shared/text/columns.ts";
import { readCsv } from "../files/csv.ts";
import { claimsCsv } from "./csv.ts";

const library = libraryWith(["Water", "Air"], [["Water supports 3", "Air opposes"], ["Air none"], []]);
const rows = claimRows(library, allCoded(library), new Map());
const [first] = rows;
if (first === undefined) throw new Error("there is no claim");
const linesOf = (own: readonly ClaimRow[]): Record<string, string>[] => readCsv(claimsCsv(own));

test("there is a line for each position, and one for a note, in the order of the claims", () => {
  const lines = linesOf(rows);
  expect(lines.map(({ id }) => rows.findIndex((row) => row.id === id))).toEqual([0, 0, 1, 2]);
  expect(lines.map(({ issue, stance }) => [issue, stance])).toEqual([
    ["Water", "supports"],
    ["Air", "opposes"],
    ["Air", ""],
    ["", ""],
  ]);
});

test("the heads are those of the data, once, after a byte order mark, and lines end as RFC 4180 says or in a feed", () => {
  const csv = claimsCsv(rows);
  expect(csv.startsWith(`\ufeff${dataHeads[0]},`)).toBe(true);
  expect(parse(csv, { bom: true })[0]).toEqual([...dataHeads]);
  expect(linesOf([])).toEqual([]);
  expect(claimsCsv([]).trim().split(/\r?\n/)).toHaveLength(1);
});

test.each([
  ["commas and quotes", 'a, "b"'],
  ["lines", "one\ntwo\r\nthree"],
  ["a formula", "=HYPERLINK(1)"],
  ["an apostrophe", "'tis"],
  ["Urdu", "پانی سب کا ہے"],
  ["a semicolon", "a; b"],
  ["spaces around", "  a  "],
])("a quote and a note with %s are read back as they are", (_, words) => {
  const [line] = linesOf([{ ...first, quote: words, note: words }]);
  expect([line?.quote, line?.note]).toEqual([words, words]);
});

test.each(["a; b", "Water › Price", "a|b", '"quoted"', ";"])(
  "an issue named %j is one issue when it is read back as a list",
  (name) => {
    const [position] = first.positions;
    if (position === undefined) throw new Error("there is no position");
    const [line] = linesOf([{ ...first, positions: [{ ...position, issue: name }] }]);
    expect(listCell(line?.issue ?? "")).toEqual([name]);
  },
);

test("whatever is written in a claim, no cell begins a formula and all words come back", () => {
  const words = fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\n", "\t", " ", "a", "ا", "1"),
  });
  fc.assert(
    fc.property(words, words, (quote, note) => {
      const csv = claimsCsv([{ ...first, quote, note }]);
      const [, cells = []] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+@]/);
      const [line] = linesOf([{ ...first, quote, note }]);
      expect([line?.quote, line?.note]).toEqual([quote, note]);
    }),
  );
});
