import { expect, test } from "vitest";
import { allOf, charsFrom, linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom } from "./fixtures/read-pages.ts";
import { linesOf } from "./lines.ts";
import { isFigure, partedAtEdges, printRows, splitLine, textOfSpan } from "./spans.ts";

const rowsOf = (prints: readonly Print[]): string[][] =>
  printRows(linesFrom(prints)).map(({ spans }) => spans.map(textOfSpan));

test("lines on one baseline are a row, their pieces from left to right", () => {
  expect(
    rowsOf([
      { text: "right", x: 200, y: 400 },
      { text: "left", x: 50, y: 401 },
      { text: "below", x: 50, y: 386 },
    ]),
  ).toEqual([["left", "right"], ["below"]]);
});

test("a gap of three quarters of a letter parts cells, one between words does not", () => {
  // Each letter is half its size wide: four letters reach from 50 to 70.
  expect(
    rowsOf([
      { text: "four", x: 50, y: 400 },
      { text: "near", x: 77, y: 400 },
    ]),
  ).toEqual([["four near"]]);
  expect(
    rowsOf([
      { text: "four", x: 50, y: 400 },
      { text: "away", x: 78, y: 400 },
    ]),
  ).toEqual([["four", "away"]]);
  expect(rowsOf([{ text: "four  away", x: 50, y: 400 }])).toEqual([["four", "away"]]);
  expect(rowsOf([{ text: "four near", x: 50, y: 400 }])).toEqual([["four near"]]);
});

test.each([
  ["2,776,284 1,785,795", ["2,776,284", "1,785,795"]],
  ["12.5 13.25 14.0", ["12.5", "13.25", "14.0"]],
  ["34.8% 12%", ["34.8%", "12%"]],
  ["(1,250) $3,400", ["(1,250)", "$3,400"]],
  ["1 234,5 2 345,6", ["1 234,5 2 345,6"]],
  ["1 250 000", ["1 250 000"]],
  ["36 102", ["36 102"]],
  ["12.5 (3.1) points", ["12.5", "(3.1) points"]],
  ["Table 2.3 shows 1,200 ports", ["Table 2.3 shows 1,200 ports"]],
])("two whole figures are two cells, whatever is between them: %s", (text, cells) => {
  expect(rowsOf([{ text, x: 50, y: 400 }])).toEqual([cells]);
  // Written by themselves, as close as words are.
  const pieces = text
    .split(" ")
    .map(
      (word, n, all): Print => ({ text: word, x: 50 + all.slice(0, n).join(" ").length * 5 + (n > 0 ? 5 : 0), y: 400 }),
    );
  expect(rowsOf(pieces)).toEqual([cells]);
});

test("a row has the highest baseline of its lines and the size of its first", () => {
  const [row] = printRows(
    linesFrom([
      { text: "small", x: 50, y: 400, size: 8 },
      { text: "large", x: 150, y: 401, size: 12 },
    ]),
  );
  expect([row?.base, row?.size, row?.lines.length]).toEqual([401, 8, 2]);
  expect(printRows([])).toEqual([]);
});

test.each([
  ["on one baseline", 400, 10, 1],
  ["set in two sizes, nearly on one baseline", 402, 12, 1],
  ["set a line below", 388, 10, 2],
])("pieces %s are %d rows", (_, y, size, count) => {
  expect(
    rowsOf([
      { text: "one", x: 50, y: 400 },
      { text: "two", x: 150, y, size },
    ]),
  ).toHaveLength(count);
});

const split = (text: string, ...cuts: number[]): string[] => {
  const [line] = linesFrom([{ text, x: 50, y: 400 }]);
  return line === undefined ? [] : splitLine(line, cuts).map((piece) => piece.text);
};

test.each<[string, readonly number[], readonly string[]]>([
  ["one two", [], ["one two"]],
  ["one two", [4], ["one", "two"]],
  ["one two three", [4, 8], ["one", "two", "three"]],
  ["one   two", [3], ["one", "two"]],
  ["one", [1, 2], ["o", "n", "e"]],
])("%j parted at %j", (text, cuts, parts) => {
  expect(split(text, ...cuts)).toEqual(parts);
});

test("a piece has the box and the notes of its own letters", () => {
  const [line] = linesFrom([{ text: "one two", x: 50, y: 400 }]);
  if (line === undefined) throw new Error("a print is a line");
  const noted = {
    ...line,
    notes: [
      { label: "1", at: 3 },
      { label: "2", at: 7 },
    ],
  };
  const [first, two] = splitLine(noted, [4]);
  expect([first?.box[0], first?.box[2]]).toEqual([50, 65]);
  expect([two?.box[0], two?.box[2]]).toEqual([70, 85]);
  expect([first?.notes, two?.notes]).toEqual([[{ label: "1", at: 3 }], [{ label: "2", at: 3 }]]);
});

test("lines that run into the next column are parted where several lines begin", () => {
  const column = downFrom(400, ["beside one", "beside two", "beside three", "beside four"], { x: 150 });
  const run: Print = { text: "across the gap      beside five", x: 50, y: 300 };
  const texts = (prints: readonly Print[]): string[] => partedAtEdges(linesFrom(prints)).map(({ text }) => text);
  expect(texts([...column, run]).slice(4)).toEqual(["across the gap", "beside five"]);
  expect(texts([run])).toEqual([run.text]);
});

test.each([
  "12",
  "1,234.5",
  "(12)",
  "-3",
  "−3.5",
  "+4",
  "$ 12",
  "€12",
  "12 %",
  "12°",
  "3*",
  "4a",
  "٣٤",
  "n/a",
  "–",
  "—",
  "1990–95",
])("%j is a figure", (text) => {
  expect(isFigure(text)).toBe(true);
});

test.each(["", "Fares", "12 fares", "A4", "abc", "x12", "many", "1 of them all"])("%j is none", (text) => {
  expect(isFigure(text)).toBe(false);
});

test("a wide gap of a line is no column's where the lines above and below have words across it", () => {
  const column = downFrom(300, ["Budget is late", "said the office", "of the minister"]).map((print) => ({
    ...print,
    x: 150,
  }));
  const row = { text: "what has happened   then is shown here", x: 50, y: 388 };
  const above = { text: "a court stopped the work in spring", x: 50, y: 400 };
  const below = { text: "differently by each side of them all", x: 50, y: 376 };
  expect(partedAtEdges(linesFrom([above, row, below, ...column]))).toHaveLength(6);
  expect(partedAtEdges(linesFrom([row, ...column]))).toHaveLength(5);
});

test("words from right to left are parted at a wide gap of the page", () => {
  const word = (text: string, x: number) => [...text].map((text, n) => ({ text: text, x: x - n * 5, y: 400 }));
  const space = { text: " ", x: 287, y: 400 };
  const rows = (gap: number): string[][] => {
    const chars = charsFrom(...word("نام", 300), space, ...word("پتہ", 285 - gap));
    return printRows(linesOf(chars, allOf(chars), new Map())).map(({ spans }) => spans.map(textOfSpan));
  };
  expect(rows(0)).toEqual([["نام پتہ"]]);
  expect(rows(12)).toEqual([["پتہ", "نام"]]);
});
