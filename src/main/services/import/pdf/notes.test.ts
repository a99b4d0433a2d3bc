import { expect, test } from "vitest";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom } from "./fixtures/read-pages.ts";
import type { Line } from "./lines.ts";
import { calledOn, type NotesAround, notePieces, partNotes } from "./notes.ts";

const text = downFrom(400, ["The council has said that", "nobody pays for the ferry", "in the winter months."]);
const small = (...texts: string[]): Print[] => downFrom(200, texts, { size: 8 }, 10);
const around = (part: Partial<NotesAround> = {}): NotesAround => ({
  body: 10,
  foot: 300,
  marks: new Set(["1", "2", "*"]),
  open: false,
  ...part,
});
const parted = (prints: readonly Print[], part?: Partial<NotesAround>): [string[], string[]] => {
  const { text: own, notes } = partNotes(linesFrom(prints), around(part));
  return [own.map((line) => line.text), notes.map((line) => line.text)];
};
const words = text.map((print) => print.text);

test.each([
  ["a mark of the text", ["1 See the letter of March.", "It was never answered."]],
  ["a star", ["* The author thanks the board."]],
  ["a mark in brackets", ["(1) See the letter of March."]],
  ["several marks", ["1 See the letter.", "2 See the answer."]],
])("small print at the foot that begins with %s is the column's notes", (_, notes) => {
  expect(parted([...text, ...small(...notes)])).toEqual([words, notes]);
});

test.each<[string, readonly Print[], Partial<NotesAround>]>([
  ["small print without a mark", [...text, ...small("Source: the ministry.")], {}],
  ["a mark that is not in the text", [...text, ...small("7 See the letter.")], {}],
  [
    "a cell of a row whose figure is a mark of the text",
    [...text, { text: "Released", x: 20, y: 200, size: 8 }, { text: "1 July 2011", x: 80, y: 200, size: 8 }],
    {},
  ],
  ["print of full size", [...text, ...downFrom(200, ["1 See the letter."])], {}],
  ["small print in the upper half", [...text, ...small("1 See the letter.")], { foot: 100 }],
  ["small print with text after it", [...text, ...small("1 See the letter."), ...downFrom(100, ["And so on."])], {}],
])("%s is text", (_, prints, part) => {
  expect(parted(prints, part)[1]).toEqual([]);
});

test("small print that goes on with the note of the page before is a note, where that stopped short", () => {
  const on = ["and so it was never answered.", "1 See the letter."];
  expect(parted([...text, ...small(...on)], { open: true })[1]).toEqual(on);
  expect(parted([...text, ...small(...on)])[1]).toEqual([on[1]]);
  expect(parted([...text, ...small("and so it was.")], { open: true })[1]).toEqual(["and so it was."]);
  expect(parted([...text, ...small("And so it was.")], { open: true })[1]).toEqual([]);
});

test("what is under a written rule is notes, and the rule is nothing", () => {
  const rule: Print = { text: "______", x: 50, y: 230 };
  const notes = ["See the letter of March."];
  expect(parted([...text, rule, ...small(...notes)])).toEqual([words, notes]);
  expect(parted([...text, rule, ...downFrom(200, ["1 Of full size."])])).toEqual([words, ["1 Of full size."]]);
  expect(parted([...text, rule, ...downFrom(200, ["Of full size."])])[1]).toEqual([]);
  const wide: Print = { text: "_".repeat(24), x: 50, y: 230 };
  expect(parted([...text, wide, ...small("A row of a table")])[1]).toEqual([]);
});

test("notes under a written rule end where the text goes on, as in a gazette", () => {
  const rule: Print = { text: "______", x: 50, y: 230 };
  const on = downFrom(170, ["ORDER No. 36", "The secretary", "resolves:"]);
  const large = downFrom(216, ["(*) Printed again, since", "the first print was wrong."]);
  expect(parted([...text, rule, ...large, ...on])).toEqual([
    [...words, ...on.map((print) => print.text)],
    large.map((print) => print.text),
  ]);
  const fine = small("(*) Printed again, since", "the first print was wrong.");
  expect(parted([...text, rule, ...fine, ...on])[1]).toEqual(fine.map((print) => print.text));
  const two = downFrom(216, ["1 See the letter."]).concat(downFrom(170, ["2 See the answer."]));
  expect(parted([...text, rule, ...two])[1]).toEqual(two.map((print) => print.text));
});

test("a column that is set in the size of notes has text of that size", () => {
  const column = Array.from({ length: 8 }, (_, n) => `The council has said in line ${n}`);
  expect(parted(small(...column, "(*) Printed again."), { marks: new Set(["*"]) })[1]).toEqual([]);
  expect(parted(small(...column.slice(0, 3), "(*) Printed again."), { marks: new Set(["*"]) })[1]).toHaveLength(1);
});

const pieces = (texts: readonly string[], marks: readonly string[] = ["1", "2"]) =>
  notePieces(linesFrom(small(...texts)), new Set(marks)).map(({ marker, skip, lines, kind }) => [
    kind,
    marker,
    lines
      .map((line) => line.text)
      .join(" ")
      .slice(skip),
  ]);

test.each<[string, readonly string[], readonly (readonly [string, string])[]]>([
  ["one note", ["1 See the letter", "of March."], [["1", "See the letter of March."]]],
  [
    "notes one after the other",
    ["1 See the letter.", "2 See the answer."],
    [
      ["1", "See the letter."],
      ["2", "See the answer."],
    ],
  ],
  [
    "a rest before the first mark",
    ["and so on.", "1 See the letter."],
    [
      ["", "and so on."],
      ["1", "See the letter."],
    ],
  ],
  [
    "a number that counts on though no sign points to it",
    ["2 See the letter.", "3 See the answer."],
    [
      ["2", "See the letter."],
      ["3", "See the answer."],
    ],
  ],
  [
    "a number in the midst of a sentence",
    ["1 See the letters of", "12 and 13 March."],
    [["1", "See the letters of 12 and 13 March."]],
  ],
  [
    "a year at the start of a line",
    ["1 See the letter of", "2021 Was a bad year."],
    [["1", "See the letter of 2021 Was a bad year."]],
  ],
  ["a mark with a bracket", ["1) See the letter."], [["1", "See the letter."]]],
  ["a dagger", ["† See the letter."], [["†", "See the letter."]]],
])("%s", (_, texts, wanted) => {
  expect(pieces(texts)).toEqual(wanted.map(([marker, words]) => ["footnote", marker, words]));
});

test("no line of the notes is lost or doubled", () => {
  const texts = ["rest of a note", "1 One", "goes on", "2 Two", "* Star", "9 Nine and more"];
  const lines = linesFrom(small(...texts));
  const found = notePieces(lines, new Set(["1", "2", "*"])).flatMap((piece) => piece.lines);
  expect(found).toEqual(lines);
});

const affiliation = ["Department of Ports, National University,", "1 Gwanak-ro, Gwanak-gu,", "5 Gates, Seoul"];
test.each<[string, readonly Print[], readonly string[]]>([
  ["under a starred note", small(`* ${affiliation[0]}`, ...affiliation.slice(1)), [affiliation.join(" ")]],
  [
    "after a name without a comma",
    small("1 Department of Ports", "2 Main Street, Visby", "2 See the letter."),
    ["Department of Ports 2 Main Street, Visby", "See the letter."],
  ],
])("the number of a house %s is no mark", (_, prints, wanted) => {
  const called = new Set(["1", "2", "5", "*"]);
  const lines = linesFrom([...text, ...prints]);
  const { notes } = partNotes(lines, around({ marks: called }));
  const found = notePieces(notes, called);
  const textsOf = (lines: readonly { text: string }[], skip: number): string =>
    lines
      .map((line) => line.text)
      .join(" ")
      .slice(skip);
  expect(found.map(({ lines, skip }) => textsOf(lines, skip))).toEqual(wanted);
});

test("a label whose note begins raised is called by no number of full size", () => {
  const lines = linesFrom([{ text: "1 Gwanak-ro, Seoul", x: 50, y: 200, size: 8 }]);
  const note = (lead: number): Line => ({ ...(lines[0] as Line), notes: [{ label: "1", at: 3 }], lead });
  expect([...calledOn([note(0)])]).toEqual(["1"]);
  expect([...calledOn([note(0), note(1)])]).toEqual([]);
});

test("a note that begins raised has the number of a house in it", async () => {
  const shown = (text: string, x: number, y: number, size: number): string =>
    `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
  const lines = ["1 Gwanak-ro, Gwanak-gu,", "1 Gates, Seoul"];
  const drawn = [
    ...[400, 380, 360, 340].map((y) =>
      shown("The council met in the old hall and heard the ministry on it.", 50, y, 10),
    ),
    shown("Ada Lind", 50, 320, 10),
    shown("1", 91, 324, 6),
    shown("1", 50, 104, 5),
    shown("Department of Ports, National University", 54, 100, 8),
    ...lines.map((text, n) => shown(text, 54, 90 - n * 10, 8)),
  ];
  const { content } = await wholePdf(onePage({ drawn: drawn.join("\n") }));
  const last = content.blocks.filter(({ kind }) => kind === "footnote");
  expect(last).toMatchObject([{ label: "1" }]);
  expect(content.text.slice(last[0]?.start, last[0]?.end)).toBe(
    `Department of Ports, National University ${lines.join(" ")}`,
  );
});
