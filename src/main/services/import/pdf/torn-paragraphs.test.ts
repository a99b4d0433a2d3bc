import { expect, test } from "vitest";
import { piecesOf } from "./blocks.ts";
import { allOf, charsFrom, linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom } from "./fixtures/read-pages.ts";
import { type Line, linesOf } from "./lines.ts";

const around = { body: 10, bold: false, foot: 0, outlined: () => null, called: new Set<string>() };
/** The lines of each piece, as the numbers of the prints. */
const parted = (lines: readonly Line[]): number[][] =>
  piecesOf(lines, around).map((piece) => piece.lines.map((line) => lines.indexOf(line)));
const onePage = (prints: readonly Print[]): Line[] => {
  const chars = charsFrom(...prints);
  return linesOf(chars, allOf(chars), new Map());
};
const read = (prints: readonly Print[]): number[][] => parted(linesFrom(prints));

/** Eight lines of one paragraph that fill a column of 43 letters, all within a sentence. */
const prose = [
  "The council of the islands pays the harbour",
  "and says that fares of the ferry were lower",
  "where the ministry paid for half of all the",
  "boats, which nobody in the villages doubted",
  "when the old tariff of the port was read by",
  "those who pay for it each year, and also by",
  "whoever sails on it without paying anything",
  "at all to the harbour or to the ministry of",
];
const whole = [prose.map((_, n) => n)];
const printed = (change: (n: number) => Partial<Print>): Print[] =>
  downFrom(500, prose).map((print, n) => ({ ...print, ...change(n) }));

test.each<[string, (n: number) => Partial<Print>]>([
  ["bold words that fill a line", (n) => ({ bold: n === 3 })],
  ["bold words at its beginning", (n) => ({ bold: n === 0 })],
  ["a font that is bold by name only", (n) => ({ bold: n % 2 === 0 })],
  ["recognised letters whose size wavers", (n) => ({ size: n % 3 === 0 ? 9.2 : 10 })],
  ["a line that is further in", (n) => ({ x: n === 4 ? 70 : 50 })],
  ["further lines that hang under the first", (n) => ({ x: n === 0 ? 50 : 65 })],
])("a paragraph with %s is one", (_, change) => {
  expect(read(printed(change))).toEqual(whole);
});

test("a line most of which is small goes on in the next, which is in the size of its last words", () => {
  const prints = [
    { text: "The council of the islands uses a formula,", x: 50, y: 500 },
    { text: "where ", x: 50, y: 486 },
    { text: "fares_of(ferry) / boats(harbour), ", x: 80, y: 486, size: 8 },
    { text: "and pays", x: 216, y: 486 },
    ...downFrom(472, prose.slice(1)),
  ];
  const lines = onePage(prints);
  expect(lines.slice(0, 3).map(({ size }) => size)).toEqual([10, 8, 10]);
  expect(piecesOf(lines, around)).toHaveLength(1);
});

test.each<[string, readonly Print[], number[][]]>([
  [
    "a heading that fills its line above a paragraph",
    [{ text: "Fares of the ferry and costs of the harbours", x: 50, y: 514, bold: true }, ...printed(() => ({}))],
    [[0], [1, 2, 3, 4, 5, 6, 7, 8]],
  ],
  [
    "a short heading above words in small letters",
    [{ text: "Fares and costs", x: 50, y: 514, bold: true }, ...printed(() => ({})).slice(1)],
    [[0], [1, 2, 3, 4, 5, 6, 7]],
  ],
  [
    "a heading that ends in figures",
    [
      { text: "The law of fares in the ports of today 3 1 4", x: 50, y: 514, bold: true },
      ...printed(() => ({})).slice(1),
    ],
    [[0], [1, 2, 3, 4, 5, 6, 7]],
  ],
  [
    "small print after a sentence",
    [
      ...downFrom(500, prose.slice(0, 4)),
      { text: "nobody pays for any of the ferries in the islands", x: 50, y: 446, size: 8 },
    ],
    [[0, 1, 2, 3], [4]],
  ],
])("%s is a piece of its own", (_, prints, pieces) => {
  expect(read(prints)).toEqual(pieces);
});

test("a law's article whose name is bold goes on after it, whatever letter comes next", () => {
  // “25. Offences of masters and owners.— The / Council may …”: bold but for the last word.
  const head = "25. Offences of masters and of owners.—";
  const prints = [
    { text: head, x: 50, y: 514, bold: true },
    { text: " The", x: 50 + head.length * 5, y: 514 },
    { text: "Council may fine a master who sails without", x: 50, y: 500 },
    ...downFrom(486, prose.slice(1)),
  ];
  const lines = onePage(prints);
  expect(lines.slice(0, 2).map(({ bold }) => bold)).toEqual([true, false]);
  expect(piecesOf(lines, around)).toHaveLength(1);
});

test("a numbered paragraph is one, its number far from its words or beside them, and the next is another", () => {
  const numbered = (y: number, first: string): Print[] => [
    { text: first, x: 50, y },
    { text: "Mr. Speaker, the fares of ferries", x: 100, y },
    ...downFrom(y - 14, prose.slice(1, 4)),
    { text: "Nobody paid.", x: 50, y: y - 56 },
  ];
  expect(read([...numbered(500, "12."), ...numbered(426, "13.")])).toEqual([
    [0, 1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10, 11],
  ]);
  const beside = (y: number, first: string): Print[] => [
    { text: `${first} The fares of the ferries are paid by those`, x: 50, y },
    ...downFrom(y - 14, prose.slice(1, 4)),
    { text: "Nobody paid.", x: 50, y: y - 56 },
  ];
  expect(read([...beside(500, "(1)"), ...beside(426, "(2)")])).toEqual([
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9],
  ]);
});

test("lines in the middle of the page are a note that goes on, or notes after each other", () => {
  const centred = (text: string, y: number): Print => ({ text, x: 200 - text.length * 2.5, y });
  const prints = [
    centred("(The clerk unlocked the box of the ballot papers and", 500),
    centred("counted what was in it, and then went", 486),
    centred("to the table)", 472),
    centred("(Members left the hall)", 450),
  ];
  expect(read([...prints, ...downFrom(420, prose)]).slice(0, 2)).toEqual([[0, 1, 2], [3]]);
});

const paragraphTag = (id: number): Line["tag"] => ({
  id,
  kind: "paragraph",
  level: 0,
  label: false,
  table: 0,
  row: 0,
  header: false,
});

test("where a file has each line as a block of its own, its tags say nothing", () => {
  const ended = [...prose.slice(0, 4), "Nobody paid.", ...prose.slice(4)];
  const lines = linesFrom(downFrom(500, ended)).map((line, n) => ({ ...line, tag: paragraphTag(n) }));
  expect(parted(lines)).toEqual([
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8],
  ]);
});

test("a listing that has each line as a block stays as it is", () => {
  const code = [
    "read(fares)",
    "for fare in fares:",
    "print(fare)",
    "total = sum(fares)",
    "print(total)",
    "return (total)",
  ];
  const lines = linesFrom(downFrom(500, [...code, ...code])).map((line, n) => ({ ...line, tag: paragraphTag(n) }));
  expect(parted(lines)).toHaveLength(12);
});
