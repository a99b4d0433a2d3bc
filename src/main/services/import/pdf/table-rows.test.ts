import { expect, test } from "vitest";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import type { GridRow } from "./grid.ts";
import { tableRows } from "./table-rows.ts";

type Row = Readonly<{ step: number; cells: readonly string[]; size?: number }>;
const row = (step: number, ...cells: string[]): Row => ({ step, cells });
const xs = [50, 150, 250, 350];

/**
 * Rows of print, each with its distance to the one above, as rows of the table. `order` gives the places of the file's
 * pieces where that is not row after row: a column is written whole before the next with "columns".
 */
function read(rows: readonly Row[], order: "rows" | "columns" = "rows"): string[][] {
  let y = 500;
  const all = rows.flatMap(({ step, cells, size = 10 }, n) => {
    y -= step;
    return cells.map((text, c) => ({ n, c, print: { text, x: xs[c] ?? 0, y, size } satisfies Print, base: y }));
  });
  const filled = all.filter(({ print }) => print.text !== "");
  const file = order === "rows" ? filled : filled.toSorted((a, b) => a.c - b.c || a.n - b.n);
  const lines = linesFrom(file.map(({ print }) => print));
  const grid = rows.map(
    ({ cells, size = 10 }, n): GridRow => ({
      base: all.find((cell) => cell.n === n)?.base ?? 0,
      size,
      cells: cells.map((_, c) =>
        file.flatMap((cell, index) => (cell.n === n && cell.c === c ? (lines[index] ?? []) : [])),
      ),
    }),
  );
  return tableRows(grid).map((cells) => cells.map((cell) => cell.map(({ text }) => text).join(" ")));
}

test("rows at one distance stay apart", () => {
  expect(read([row(0, "Port", "2019"), row(16, "North", "12"), row(16, "South", "7")])).toEqual([
    ["Port", "2019"],
    ["North", "12"],
    ["South", "7"],
  ]);
});

test.each<[string, readonly Row[], readonly (readonly string[])[]]>([
  [
    "the rest of a label, closer than the next row",
    [
      row(0, "Port", "2019", "2020"),
      row(20, "The port of", "1", "2"),
      row(11, "the north", "", ""),
      row(20, "South", "3", "4"),
    ],
    [
      ["Port", "2019", "2020"],
      ["The port of the north", "1", "2"],
      ["South", "3", "4"],
    ],
  ],
  [
    "the rest of a label in mid-sentence, at the distance of rows",
    [
      row(0, "Port", "2019", "2020"),
      row(16, "The port of", "1", "2"),
      row(16, "the north", "", ""),
      row(16, "South", "3", "4"),
    ],
    [
      ["Port", "2019", "2020"],
      ["The port of the north", "1", "2"],
      ["South", "3", "4"],
    ],
  ],
  [
    "a label that begins above its figures",
    [
      row(0, "Port", "2019", "2020"),
      row(24, "The port of", "", ""),
      row(11, "the north", "1", "2"),
      row(24, "South", "3", "4"),
    ],
    [
      ["Port", "2019", "2020"],
      ["The port of the north", "1", "2"],
      ["South", "3", "4"],
    ],
  ],
  [
    "figures right below the rest of their label",
    [
      row(0, "Port", "2019", "2020"),
      row(24, "The port of the north", "", ""),
      row(10, "", "1", "2"),
      row(24, "South", "3", "4"),
    ],
    [
      ["Port", "2019", "2020"],
      ["The port of the north", "1", "2"],
      ["South", "3", "4"],
    ],
  ],
  [
    "words that go on in a cell beside others",
    [
      row(0, "Port", "Stance", "Year"),
      row(20, "North", "is against the", "2019"),
      row(11, "", "new tariff", ""),
      row(20, "South", "is for it", "2020"),
    ],
    [
      ["Port", "Stance", "Year"],
      ["North", "is against the new tariff", "2019"],
      ["South", "is for it", "2020"],
    ],
  ],
])("%s are one row", (_, rows, wanted) => {
  expect(read(rows)).toEqual(wanted);
});

test.each<[string, readonly Row[]]>([
  [
    "figures under figures, however close",
    [row(0, "Port", "1", "2"), row(16, "North", "3", "4"), row(8, "", "(5)", "(6)"), row(16, "South", "7", "8")],
  ],
  [
    "a row far below",
    [row(0, "Port", "1", "2"), row(16, "North", "3", "4"), row(40, "a rest", "", ""), row(16, "South", "7", "8")],
  ],
  [
    "a label of a group over rows of figures",
    [row(0, "Port", "1", "2"), row(16, "Islands", "", ""), row(16, "North", "3", "4"), row(16, "South", "5", "6")],
  ],
  [
    "figures right below the names of their columns",
    [
      row(0, "", "Launch:", "One year:"),
      row(20, "", "May 2009", "May 2010"),
      row(22, "Data sets", "47", "272,768"),
    ].map((own, n) => (n === 1 ? { ...own, step: 50 } : own)),
  ],
])("%s are rows of their own", (_, rows) => {
  expect(read(rows)).toHaveLength(rows.length);
});

const stance = [
  row(0, "Ministry", "It holds that the present fare is too low"),
  row(12, "", "and that the state must carry the rest of it"),
  row(24, "Council", "It has voted against every rise of the fare"),
  row(12, "", "since the ferry was bought by the islands"),
];

test("beside labels, words of several lines are one cell each", () => {
  expect(read(stance)).toEqual([
    ["Ministry", "It holds that the present fare is too low and that the state must carry the rest of it"],
    ["Council", "It has voted against every rise of the fare since the ferry was bought by the islands"],
  ]);
});

test("years are of the names of columns that they are under", () => {
  const heads = [row(0, "Port", "Budget in", "Budget in", "Notes"), row(10, "of call", "2011", "2012", "")];
  const ports = [row(24, "North", "36", "102", "none"), row(24, "South", "33", "270", "none")];
  expect(read([...heads, ...ports])[0]).toEqual(["Port of call", "Budget in 2011", "Budget in 2012", "Notes"]);
});

test("no piece is lost or doubled, in whatever order the file has them", () => {
  for (const order of ["rows", "columns"] as const)
    for (const rows of [stance, [...stance, row(30, "All", "4"), row(8, "of them", "")]]) {
      const words = (all: readonly (readonly string[])[]): string[] => all.flat().join(" ").trim().split(/\s+/).sort();
      expect(words(read(rows, order))).toEqual(words(rows.map(({ cells }) => cells)));
    }
});

test("a table without rows has none", () => {
  expect(tableRows([])).toEqual([]);
});
