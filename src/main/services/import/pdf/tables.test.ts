import { expect, test } from "vitest";
import { withCells } from "./cells.ts";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines } from "./fixtures/read-pages.ts";
import { gridOf, stretchesOf } from "./grid.ts";
import { printRows } from "./spans.ts";
import { fileTables } from "./table-boxes.ts";
import { tableRows } from "./table-rows.ts";

const xs = [50, 150, 230, 310];
/** Rows of cells, `step` points apart; a cell of several lines takes as many rows of print. */
const printed = (rows: readonly (readonly string[])[], y = 400, step = 16): Print[] =>
  rows.flatMap((row, n) => row.flatMap((text, c) => (text === "" ? [] : [{ text, x: xs[c] ?? 0, y: y - n * step }])));
/** The cells of the table that some lines begin with, and the words after it. */
function tableIn(prints: readonly Print[]): { rows: string[][] | null; rest: string[] } {
  const lines = withCells(linesFrom(prints));
  const index = lines.findIndex((line) => line.table !== undefined);
  const table = lines[index]?.table;
  if (table === undefined) return { rows: null, rest: lines.map(({ text }) => text) };
  const rows = table.rows.map((row) => row.map((cell) => cell.lines.map(({ text }) => text).join(" ")));
  return { rows, rest: [...lines.slice(0, index), ...lines.slice(index + table.taken)].map(({ text }) => text) };
}

const fares = [
  ["Port", "2019", "2020", "2021"],
  ["North", "12", "13", "14"],
  ["South", "7", "8", "9"],
  ["East", "101", "102", "103"],
];

test("words and figures in rows and columns are a table", () => {
  expect(tableIn(printed(fares))).toEqual({ rows: fares, rest: [] });
});

test("a table between paragraphs takes its own lines alone", () => {
  const [before, after] = [downFrom(520, proseLines(4)), downFrom(300, proseLines(4, 3))];
  const { rows, rest } = tableIn([...before, ...printed(fares), ...after]);
  expect(rows).toEqual(fares);
  expect(rest).toEqual([...before, ...after].map(({ text }) => text));
});

test("an empty cell keeps its place", () => {
  const rows = [
    ["Port", "2019", "2020", "2021"],
    ["North", "12", "", "14"],
    ["South", "", "8", "9"],
    ["East", "101", "102", ""],
  ];
  expect(tableIn(printed(rows)).rows).toEqual(rows);
});

test("prose is no table, in one column or in several", () => {
  expect(tableIn(downFrom(500, proseLines(12))).rows).toBeNull();
  const column = (x: number, seed: number) =>
    downFrom(
      500,
      proseLines(12, seed).map((text) => text.slice(0, 30)),
      { x },
    );
  expect(tableIn(column(50, 0)).rows).toBeNull();
});

test("no line of a page is lost or doubled by tables", () => {
  const prints = [...downFrom(520, proseLines(3)), ...printed(fares), ...downFrom(300, proseLines(3, 4))];
  const lines = withCells(linesFrom(prints));
  const letters = (texts: readonly string[]): string => texts.join("").replace(/\s/g, "").split("").sort().join("");
  expect(letters(lines.map(({ text }) => text))).toBe(letters(prints.map(({ text }) => text)));
});

const rowsOf = (prints: readonly Print[]) => printRows(linesFrom(prints));

test("columns are the stretches that the cells of all rows fill", () => {
  const stretches = stretchesOf(rowsOf(printed(fares)));
  expect(stretches.map(({ x0 }) => x0)).toEqual(xs);
  for (const [n, { x0, x1 }] of stretches.entries()) {
    expect(x1).toBeGreaterThan(x0);
    if (n > 0) expect(x0).toBeGreaterThan(stretches[n - 1]?.x1 ?? 0);
  }
});

test("a grid has a cell for each column in each row, empty where nothing is printed", () => {
  const grid = gridOf(rowsOf(printed([...fares, ["West", "", "5", ""]])));
  expect(grid?.map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join(" ")))).toEqual([
    ...fares,
    ["West", "", "5", ""],
  ]);
  expect(gridOf(rowsOf(downFrom(500, proseLines(5))))).toBeNull();
});

const merged = (rows: readonly (readonly string[])[], step: readonly number[] | number): string[][] => {
  let y = 400;
  const prints = rows.flatMap((row, n) => {
    if (n > 0) y -= typeof step === "number" ? step : (step[n - 1] ?? 0);
    return row.flatMap((text, c) => (text === "" ? [] : [{ text, x: xs[c] ?? 0, y }]));
  });
  const grid = gridOf(rowsOf(prints));
  return tableRows(grid ?? []).map((cells) => cells.map((cell) => cell.map(({ text }) => text).join(" ")));
};

test("rows at one distance are rows of the table", () => {
  expect(merged(fares, 16)).toEqual(fares);
});

test("the further lines of a label, closer than the next row, are in its cell", () => {
  const rows = [
    ["Port", "2019", "2020", "2021"],
    ["The port of", "12", "13", "14"],
    ["the north", "", "", ""],
    ["South", "7", "8", "9"],
    ["East", "1", "2", "3"],
  ];
  expect(merged(rows, [20, 11, 20, 20])).toEqual([
    rows[0],
    ["The port of the north", "12", "13", "14"],
    rows[3],
    rows[4],
  ]);
});

test("two figures under each other are of two rows, however close they are", () => {
  const rows = [
    ["Port", "2019", "2020", "2021"],
    ["North", "12", "13", "14"],
    ["", "(1)", "(2)", "(3)"],
    ["South", "7", "8", "9"],
  ];
  expect(merged(rows, [20, 10, 20])).toHaveLength(4);
});

test("a file that has row after row has a table there, one that has column after column has none", () => {
  const byRows = linesFrom(printed(fares));
  const boxes = fileTables(byRows);
  expect(boxes.size).toBe(byRows.length);
  expect(new Set(boxes.values()).size).toBe(1);
  const [box = [0, 0, 0, 0]] = boxes.values();
  expect([box[0], box[2]]).toEqual([50, 330]);
  const byColumns = linesFrom(
    xs.flatMap((x, c) => fares.map((row, n) => ({ text: row[c] ?? "", x, y: 400 - n * 16 }))),
  );
  expect(fileTables(byColumns).size).toBe(0);
  expect(fileTables(linesFrom(downFrom(500, proseLines(6)))).size).toBe(0);
});
