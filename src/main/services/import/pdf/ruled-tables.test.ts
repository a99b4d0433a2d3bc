import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../pdfium/module.ts";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import type { Line } from "./lines.ts";
import { withRuledTables } from "./ruled-tables.ts";

const across = (y: number, x0 = 0, x1 = 400): Box => [x0, y, x1, y];
const down = (x: number, y0 = 0, y1 = 100): Box => [x, y0, x, y1];
/** Two columns, the second from 100 on, of two rows, the upper one from 50 on. */
const frame = [across(0), across(50), across(100), down(0), down(100), down(400)];
/** Letters are 5 points wide; the second cell of the upper row has two lines. */
const cells: readonly Print[] = [
  { text: "Wages", x: 4, y: 85 },
  { text: "Workers who were", x: 104, y: 85 },
  { text: "over eighteen.", x: 104, y: 73 },
  { text: "Fire", x: 4, y: 35 },
  { text: "No plan at all", x: 104, y: 35 },
  { text: "was posted.", x: 104, y: 23 },
  { text: "It is now", x: 4, y: 23 },
];
const prints = (texts: readonly (readonly [string, number, number])[]): Print[] =>
  texts.map(([text, x, y]) => ({ text, x, y }));
/** Each line as its text, a table as its rows of cells, `#` before those of heads. */
const readOf = (lines: readonly Line[]): unknown[] =>
  lines.map((line) =>
    line.table === undefined
      ? line.text
      : line.table.rows.map((row) =>
          row.map((cell) => (cell.header ? "#" : "") + cell.lines.map(({ text }) => text).join("|")),
        ),
  );
const tableIn = (own: readonly Print[], rules: readonly Box[] = frame): unknown[] =>
  readOf(withRuledTables(linesFrom(own), rules));
const rowsOfCells = [
  ["Wages", "Workers who were|over eighteen."],
  ["Fire|It is now", "No plan at all|was posted."],
];

test("a table is one line, where the first of its lines is, and what is around it stays in its order", () => {
  const [before, after] = prints([
    ["The panel heard the ministry.", 0, 130],
    ["It agreed with the council.", 0, -30],
  ]);
  if (before === undefined || after === undefined) throw new Error("no lines");
  expect(tableIn(cells)).toEqual([rowsOfCells]);
  expect(tableIn([before, ...cells, after])).toEqual([before.text, rowsOfCells, after.text]);
  expect(tableIn([after, ...cells.slice(0, 3), before, ...cells.slice(3)])).toEqual([
    after.text,
    rowsOfCells,
    before.text,
  ]);
});

test("the box of a table is that of its words, and its notes are those of all its lines", () => {
  const lines = linesFrom(cells);
  lines[1]?.notes.push({ label: "1", at: 3 });
  lines[4]?.notes.push({ label: "2", at: 5 });
  const [table] = withRuledTables(lines, frame);
  expect(table?.box.map(Math.round)).toEqual([4, 21, 184, 93]);
  expect(table?.notes.map(({ label }) => label)).toEqual(["1", "2"]);
});

test("two tables on one page are two lines", () => {
  const far = cells.map((print) => ({ ...print, y: print.y + 300 }));
  const rules = frame.map(([x0, y0, x1, y1]): Box => [x0, y0 + 300, x1, y1 + 300]);
  expect(tableIn([...far, ...cells], [...rules, ...frame])).toEqual([rowsOfCells, rowsOfCells]);
});

test("double rules part cells as single ones do, and have none between them", () => {
  const double = [...frame, down(104), down(395), across(54), across(96)];
  expect(tableIn(cells, double)).toEqual([rowsOfCells]);
  // A row in which only the right one of the two is drawn.
  const uneven = [...frame.filter(([x0, , x1]) => x0 !== 100 || x1 !== 100), down(100, 50, 100), down(104)];
  expect(tableIn(cells, uneven)).toEqual([rowsOfCells]);
});

test("a line that runs from one table into the one beside it is parted at their sides", () => {
  const beside = frame.map(([x0, y0, x1, y1]): Box => [x0 + 412, y0, x1 + 412, y1]);
  const across = prints([
    [`Wages${" ".repeat(15)}12${" ".repeat(61)}Fire${" ".repeat(17)}13`, 4, 85],
    [`Hours${" ".repeat(15)}14${" ".repeat(61)}Exit${" ".repeat(17)}15`, 4, 35],
  ]);
  const tables = [
    [
      ["Wages", "12"],
      ["Hours", "14"],
    ],
    [
      ["Fire", "13"],
      ["Exit", "15"],
    ],
  ];
  expect(tableIn(across, [...frame, ...beside])).toEqual(tables);
  // Print under a table, as a watermark is, does not end at its sides, nor does what no table takes.
  const under = prints([["Property of the ministry of ports and ferries", 250, 60]]);
  expect(tableIn([...cells, ...under])).toEqual([rowsOfCells, ...under.map(({ text }) => text)]);
  expect(tableIn(across, frame)).toEqual(across.map(({ text }) => text));
});

test("words that one operator shows over a rule are parted there", () => {
  const whole = prints([
    ["Wages               Workers who were", 4, 85],
    ["over eighteen.", 104, 73],
    ["Fire                No plan at all", 4, 35],
    ["was posted.", 104, 23],
    ["It is now", 4, 23],
  ]);
  expect(tableIn(whole)).toEqual([rowsOfCells]);
});

test("a word that is wider than its cell stays whole, in the cell that holds its middle", () => {
  const wide = prints([
    ["Remunerations paid", 42, 85],
    ["over eighteen.", 104, 73],
    ["Fire", 4, 35],
    ["It is now", 4, 23],
    ["Provisionally paid", 80, 35],
    ["was posted.", 104, 23],
  ]);
  expect(tableIn(wide)).toEqual([
    [
      ["Remunerations", "paid|over eighteen."],
      ["Fire|It is now", "Provisionally paid|was posted."],
    ],
  ]);
});

test("a table in Urdu has its first column on the right", () => {
  const own = prints([
    ["تنخواہ", 354, 85],
    ["کارکن جو اٹھارہ", 104, 85],
    ["سال سے زیادہ", 104, 73],
    ["آگ", 354, 35],
    ["کوئی منصوبہ", 104, 35],
    ["نہیں تھا", 104, 23],
    ["اب ہے", 354, 23],
  ]);
  const rules = [across(0), across(50), across(100), down(0), down(300), down(400)];
  const [table] = withRuledTables(linesFrom(own), rules);
  expect(table?.table?.rows.map((row) => row.map(({ lines }) => lines.length))).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test.each<[string, number, number]>([
  ["its first row is bold", 3, 1],
  ["no row is bold", 0, 0],
  ["all rows are bold", 7, 0],
  ["a part of the first row is bold", 2, 0],
])("rows of heads: %s", (_, bold, heads) => {
  const own = cells.map((print, n) => ({ ...print, bold: n < bold }));
  const [table] = withRuledTables(linesFrom(own), frame);
  expect(table?.table?.rows.map((row) => row.map(({ header }) => header))).toEqual(
    [0, 1].map((row) => [row < heads, row < heads]),
  );
});

const column = (x: number, y: number, texts: readonly string[], step = 12): Print[] =>
  texts.map((text, n) => ({ text, x, y: y - n * step }));
/** Rows that are far higher than the two of `frame`. */
const high = [across(0), across(500), across(1000), down(0, 0, 1000), down(100, 0, 1000), down(400, 0, 1000)];
const atTop = (count: number): Print[] => [
  ...column(
    104,
    985,
    Array.from({ length: count }, (_, n) => `line ${"abcdefghij"[n % 10]}${"klmno"[n % 5]}`),
    11,
  ),
  { text: "North", x: 4, y: 985 },
  { text: "port of call", x: 4, y: 974 },
  { text: "South", x: 4, y: 480 },
  { text: "harbour", x: 104, y: 480 },
];

test.each<[string, readonly Print[], readonly Box[]]>([
  ["fewer than four rules", cells, frame.slice(0, 3)],
  ["rules that are no lattice", cells, [across(0), across(50), across(100), across(150)]],
  ["no words within the rules", prints([["The panel", 0, 200]]), frame],
  ["words in three of its cells", cells.slice(0, 4), frame],
  [
    "words in a few of many cells",
    cells,
    [...frame, ...Array.from({ length: 20 }, (_, n) => across(110 + n * 10)), down(100, 0, 300)],
  ],
  ["a line in each cell, known by its row", cells.filter((_, n) => n !== 2 && n < 5), frame],
  [
    "words over several lines that have none beside them",
    [
      ...cells.filter(({ y }) => y === 35),
      ...column(104, 85, ["Workers who", "were young"]),
      ...column(4, 23, ["it is"]),
    ],
    [...frame, across(30)],
  ],
  ["a column of the page", atTop(41), high],
  [
    "figures under each other, which are rows",
    [...column(4, 85, ["12", "13"]), ...column(104, 85, ["3.5", "4.5"]), ...cells.slice(3)],
    frame,
  ],
  [
    "words far apart on one line of a cell, which are columns",
    [...cells, { text: "left", x: 104, y: 61 }, { text: "right", x: 300, y: 61 }],
    frame,
  ],
  [
    "free space at the same height in cells side by side, which parts rows",
    [...column(4, 90, ["one two", "three"], 30), ...column(104, 90, ["four five", "six"], 30), ...cells.slice(3)],
    frame,
  ],
])("lines stay as they are where there is no table: %s", (_, own, rules) => {
  const lines = linesFrom(own);
  expect(readOf(withRuledTables(lines, rules))).toEqual(own.map(({ text }) => text));
});

test("a cell of forty lines is of a table still", () => {
  expect(tableIn(atTop(40), high)).toHaveLength(1);
});

test("tagged lines, and tables that are known already, stay as they are", () => {
  const tag = { id: 1, kind: "paragraph", level: 0, label: false, table: 0, row: 0, header: false } as const;
  const tagged = linesFrom(cells).map((line, n): Line => (n === 6 ? { ...line, tag } : line));
  expect(withRuledTables(tagged, frame)).toBe(tagged);
  const [table, ...more] = withRuledTables(linesFrom(cells), frame);
  if (table === undefined) throw new Error("no table");
  expect(withRuledTables([table, ...more], frame)).toEqual([table]);
});

test("whatever the rules are, each letter is read once", () => {
  const word = fc.record({
    text: fc.constantFrom("Wages", "Workers who were", "12", "3.5", "a b", "over eighteen of them all"),
    x: fc.constantFrom(4, 60, 104, 204, 304),
    y: fc.constantFrom(135, 85, 73, 61, 35, 23, 11, -20),
    bold: fc.boolean(),
  });
  const rule = fc.oneof(
    fc.constantFrom(...frame),
    fc.constantFrom(0, 20, 50, 66, 100, 150).map((y) => across(y)),
    fc.constantFrom(0, 100, 200, 300, 400).map((x) => down(x, 0, 150)),
  );
  const lettersOf = (lines: readonly Line[]): string =>
    lines
      .flatMap((line) => line.table?.rows.flatMap((row) => row.flatMap((cell) => cell.lines)) ?? [line])
      .map(({ text }) => text)
      .join("")
      .replaceAll(/\s/g, "")
      .split("")
      .sort()
      .join("");
  let tables = 0;
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.array(rule, { maxLength: 8 }), (words, rules) => {
      const lines = linesFrom([...cells, ...words]);
      const read = withRuledTables(lines, [...frame, ...rules]);
      expect(lettersOf(read)).toBe(lettersOf(lines));
      if (read.some(({ table }) => table !== undefined)) tables++;
    }),
  );
  expect(tables).toBeGreaterThan(5);
});
