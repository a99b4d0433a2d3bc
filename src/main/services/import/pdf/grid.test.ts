import { expect, test } from "vitest";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { gridOf, stretchesOf } from "./grid.ts";
import { printRows } from "./spans.ts";

type At = readonly [x: number, text: string];
/** Rows of print from the top, each of texts at their x. */
const prints = (rows: readonly (readonly At[])[]): Print[] =>
  rows.flatMap((row, n) => row.map(([x, text]) => ({ x, text, y: 400 - n * 16 })));
const cellsOf = (rows: readonly (readonly At[])[]): string[][] | null =>
  gridOf(printRows(linesFrom(prints(rows))))?.map(({ cells }) =>
    cells.map((cell) => cell.map(({ text }) => text).join(" ")),
  ) ?? null;
const columnsOf = (rows: readonly (readonly At[])[]): number => stretchesOf(printRows(linesFrom(prints(rows)))).length;

const years: readonly At[] = [
  [50, "Port"],
  [150, "2019"],
  [220, "2020"],
];
const body: readonly (readonly At[])[] = [
  [
    [50, "North"],
    [150, "12"],
    [220, "13"],
  ],
  [
    [50, "South"],
    [150, "7"],
    [220, "8"],
  ],
  [
    [50, "East"],
    [150, "101"],
    [220, "102"],
  ],
];
const plain = [
  ["Port", "2019", "2020"],
  ["North", "12", "13"],
  ["South", "7", "8"],
  ["East", "101", "102"],
];

test("rows of three columns are a grid of three", () => {
  expect(cellsOf([years, ...body])).toEqual(plain);
});

test.each<[string, readonly (readonly At[])[]]>([
  ["one row", [years]],
  ["rows of one piece", [[[50, "North"]], [[50, "South"]], [[50, "East"]]]],
  ["one row of several pieces", [[[50, "North"]], years, [[50, "East"]]]],
  ["nothing", []],
])("%s is no grid", (_, rows) => {
  expect(cellsOf(rows)).toBeNull();
});

test("columns are as wide as what is in them, and right-aligned figures are in theirs", () => {
  const aligned: readonly (readonly At[])[] = [
    [
      [50, "Port"],
      [150, "2019"],
    ],
    [
      [50, "North"],
      [155, "101"],
    ],
    [
      [50, "East"],
      [140, "100001"],
    ],
  ];
  const columns = stretchesOf(printRows(linesFrom(prints(aligned))));
  expect(columns.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [50, 75],
    [140, 170],
  ]);
});

test("a column of currency signs is one with its figures, one of per cent signs too", () => {
  const priced: readonly (readonly At[])[] = [
    [
      [50, "North"],
      [150, "$"],
      [170, "12"],
      [230, "4"],
      [250, "%"],
    ],
    [
      [50, "South"],
      [150, "$"],
      [170, "7"],
      [230, "5"],
      [250, "%"],
    ],
    [
      [50, "East"],
      [150, "$"],
      [170, "101"],
      [230, "60"],
      [250, "%"],
    ],
  ];
  expect(columnsOf(priced)).toBe(3);
  expect(cellsOf(priced)?.[0]).toEqual(["North", "$ 12", "4 %"]);
});

test("signs that are not in every row do not join columns", () => {
  const some: readonly (readonly At[])[] = [
    [
      [50, "North"],
      [150, "$"],
      [200, "12"],
    ],
    [
      [50, "South"],
      [150, "9"],
      [200, "7"],
    ],
    [
      [50, "East"],
      [150, "8"],
      [200, "10"],
    ],
  ];
  expect(columnsOf(some)).toBe(3);
});

test("a bullet is one with the words after it", () => {
  const listed: readonly (readonly At[])[] = [
    [
      [50, "North"],
      [150, "•"],
      [170, "Ferry"],
    ],
    [
      [50, "South"],
      [150, "•"],
      [170, "Bridge"],
    ],
    [
      [50, "East"],
      [150, "•"],
      [170, "Tunnel"],
    ],
  ];
  expect(cellsOf(listed)?.[1]).toEqual(["South", "• Bridge"]);
});

test("a column that one row alone fills belongs to the one before it", () => {
  const noted: readonly (readonly At[])[] = [
    years,
    ...body,
    [
      [50, "West"],
      [150, "1"],
      [220, "2"],
      [290, "est."],
    ],
    [
      [50, "All"],
      [150, "121"],
      [220, "125"],
    ],
  ];
  expect(cellsOf(noted)?.[4]).toEqual(["West", "1", "2 est."]);
  expect(cellsOf(noted)?.[1]).toEqual(plain[1]);
});

test("a heading over several columns is in the first of them", () => {
  // The two columns of figures reach from 150 to 240: their middle is 195.
  const headed: readonly (readonly At[])[] = [[[177.5, "Fares 2"]], years, ...body];
  expect(cellsOf(headed)?.[0]).toEqual(["", "Fares 2", ""]);
});

test("a row that has nothing in a column leaves it empty, first or last", () => {
  const sparse: readonly (readonly At[])[] = [
    years,
    ...body,
    [
      [150, "3"],
      [220, "4"],
    ],
    [
      [50, "West"],
      [150, "9"],
    ],
  ];
  expect(cellsOf(sparse)?.slice(4)).toEqual([
    ["", "3", "4"],
    ["West", "9", ""],
  ]);
});

test("words that fill a gap in one row of many do not join its columns", () => {
  const rows: readonly (readonly At[])[] = [
    years,
    ...body,
    ...body,
    [
      [50, "The islands together with all"],
      [220, "9"],
    ],
    [
      [50, "West"],
      [150, "1"],
      [220, "2"],
    ],
  ];
  expect(columnsOf(rows)).toBe(3);
});

test("a table from right to left has its columns in that order", () => {
  const reversed = (text: string): string => [...text].toReversed().join("");
  const rtl: readonly (readonly At[])[] = [
    [
      [50, "12"],
      [150, reversed("بندرگاہ")],
    ],
    [
      [50, "13"],
      [150, reversed("شمالی")],
    ],
    [
      [50, "14"],
      [150, reversed("جنوبی")],
    ],
  ];
  expect(cellsOf(rtl)).toEqual([
    ["بندرگاہ", "12"],
    ["شمالی", "13"],
    ["جنوبی", "14"],
  ]);
});

test("every piece of print is in one cell, whatever its place", () => {
  const odd: readonly (readonly At[])[] = [
    years,
    ...body,
    [
      [100, "between"],
      [330, "far"],
    ],
    [[10, "before"]],
  ];
  const cells =
    cellsOf(odd)
      ?.flat()
      .join(" ")
      .split(" ")
      .filter((word) => word !== "") ?? [];
  expect(cells.sort()).toEqual(
    odd
      .flat()
      .map(([, text]) => text)
      .sort(),
  );
});

test("the last line of a cell is of its column, even in the middle of the table", () => {
  const rows: readonly (readonly At[])[] = [
    [
      [50, "Measure"],
      [150, "Office"],
      [250, "Day"],
    ],
    [
      [50, "Repair of"],
      [150, "Water and"],
      [250, "June"],
    ],
    [[150, "power"]],
    [
      [50, "Audit"],
      [150, "Court"],
      [250, "May"],
    ],
  ];
  expect(cellsOf(rows)?.[2]).toEqual(["", "power", ""]);
});
