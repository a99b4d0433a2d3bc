import { expect, test } from "vitest";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom, proseLines } from "./fixtures/read-pages.ts";
import { findGutter, isLong, isProse, sideOf, turnsBetween } from "./gutter.ts";
import { readingOrder } from "./reading-order.ts";

const short = (count: number, seed: number): string[] =>
  proseLines(count, seed).map((text) => text.slice(0, 30).trim());
const column = (x: number, y: number, count: number, seed: number): Print[] => downFrom(y, short(count, seed), { x });
const read = (prints: readonly Print[]): string[] =>
  readingOrder(linesFrom(prints)).flatMap((own) => own.map(({ text }) => text));
const texts = (...prints: readonly (readonly Print[])[]): string[] => prints.flat().map(({ text }) => text);

const left = column(40, 500, 12, 0);
const right = column(230, 500, 12, 5);

test("two columns are read one after the other, whatever the order of the file", () => {
  expect(read([...left, ...right])).toEqual(texts(left, right));
  const mixed = left.flatMap((print, n) => [print, right[n] ?? print]);
  expect(read(mixed)).toEqual(texts(left, right));
});

test("what is above and below the columns comes before and after them", () => {
  const above: Print = { text: "The fares and the costs of the northern ferry, a study of the islands", x: 40, y: 540 };
  const below: Print = { text: "Institute of Ports, the Harbour Review, all rights are reserved by it", x: 40, y: 300 };
  expect(read([above, ...left, ...right, below])).toEqual(texts([above], left, right, [below]));
});

test("columns above a line across the page are read before those below it", () => {
  const lower = [column(40, 280, 8, 2), column(230, 280, 8, 7)] as const;
  const across: Print = {
    text: "The fares and the costs of the northern ferry, a study of the islands",
    x: 40,
    y: 310,
  };
  const prints = [...left, ...right, across, ...lower[0], ...lower[1]];
  expect(read(prints)).toEqual(texts(left, right, [across], lower[0], lower[1]));
});

test("one column is read from the top down", () => {
  const lines = downFrom(500, proseLines(10));
  expect(read(lines)).toEqual(texts(lines));
  expect(readingOrder([])).toEqual([]);
});

test("the rows of a table of words and figures are not columns", () => {
  const rows = Array.from({ length: 8 }, (_, n): Print[] => [
    { text: ["North", "South", "East", "West"][n % 4] ?? "", x: 40, y: 400 - n * 14 },
    { text: String(n * 17), x: 230, y: 400 - n * 14 },
  ]).flat();
  expect(read(rows)).toEqual(texts(rows));
});

test("every line is read once, whatever the page holds", () => {
  const prints = [
    ...left,
    ...right,
    { text: "Heading of the page", x: 40, y: 560, size: 18 },
    { text: "3", x: 200, y: 20 },
    ...column(100, 250, 5, 3),
    { text: "1.5", x: 350, y: 210 },
  ];
  expect(read(prints).toSorted()).toEqual(texts(prints).toSorted());
});

const none = new Map();

test("a gutter is free between its columns, from their top to their foot", () => {
  const gutter = findGutter(linesFrom([...left, ...right]), none);
  const edge = Math.max(...linesFrom(left).map((line) => line.box[2]));
  expect(gutter?.x).toBeGreaterThanOrEqual(edge - 1);
  expect(gutter?.x).toBeLessThanOrEqual(231);
  expect([gutter?.top, gutter?.bottom].map((y) => Math.round(y ?? 0))).toEqual([503, 349]);
  expect(findGutter(linesFrom(downFrom(500, proseLines(10))), none)).toBeNull();
  expect(findGutter([], none)).toBeNull();
});

test("a line is left of an x, right of it, or across it", () => {
  const [line] = linesFrom([{ text: "twenty letters wide!", x: 100, y: 400 }]);
  if (line === undefined) throw new Error("a print is a line");
  expect([80, 150, 210].map((x) => sideOf(line, x, none))).toEqual(["right", "across", "left"]);
});

test.each([
  ["prose", proseLines(6), true],
  ["fewer lines than a column has", proseLines(3), false],
  ["labels", ["North", "South", "East", "West", "All"], false],
  ["figures", ["1 234 567 890 12 34 56", "1 234 567 890 12 34 56", "12 345 678 901 234", "12 345 678 901 2345"], false],
])("%s are prose: %s", (_, own, is) => {
  expect(isProse(linesFrom(downFrom(500, own)))).toBe(is);
});

test("twenty letters are a long line, nineteen are not, and neither is a row of figures", () => {
  const long = (text: string): boolean => linesFrom([{ text, x: 0, y: 0 }]).some(isLong);
  expect([long("a".repeat(20)), long("a".repeat(19)), long("12 345 678 901 234 567 890")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("the file goes back and forth between the cells of a table, and once between columns", () => {
  const lines = linesFrom([...left, ...right]);
  const [first, two] = [lines.slice(0, 12), lines.slice(12)];
  expect(turnsBetween(first, two)).toBe(1);
  const mixed = linesFrom(left.flatMap((print, n) => [print, right[n] ?? print]));
  const even = mixed.filter((_, n) => n % 2 === 0);
  expect(
    turnsBetween(
      even,
      mixed.filter((_, n) => n % 2 === 1),
    ),
  ).toBe(23);
});
