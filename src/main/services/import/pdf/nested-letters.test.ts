import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { linesOf } from "./lines.ts";
import { withNestedLetters } from "./nested-letters.ts";

/** Letters with the x at which their boxes begin and end, and how far they are raised. */
type Glyph = readonly [letter: string, left: number, right: number, rise?: number];

/** A page of one line. Spaces and line ends without a box are those that PDFium makes. */
function pageOf(glyphs: readonly Glyph[]): PageChars {
  const chars = new PageChars(glyphs.length);
  for (const [letter, left, right, rise = 0] of glyphs) {
    const origin = [left, 100 + rise] as const;
    chars.begin({ size: 10, bold: false, italic: false, font: "Calibri", turn: 0, content: -1, origin });
    const k = chars.add(letter.codePointAt(0) ?? 0, { generated: left === right, hyphen: false });
    chars.place(k, left, 98 + rise, right, 108 + rise);
  }
  return chars;
}

const end: readonly Glyph[] = [
  ["\r", 0, 0],
  ["\n", 0, 0],
];
const gap: Glyph = [" ", 0, 0];

const read = (glyphs: readonly Glyph[]): string => {
  const chars = pageOf(glyphs);
  return withNestedLetters(chars, chars.all())
    .map((k) => chars.text(k))
    .join("");
};

test.each<[string, readonly Glyph[], string]>([
  ["the tail of a letter after it in the file", [["د", 60, 66], ["گ", 50, 60], gap, ["ی", 50, 53], ...end], "دگی "],
  ["the tail of a letter before it in the file", [["ی", 50, 53], ...end, ["د", 60, 66], ["گ", 50, 60]], "دگی"],
  [
    "dots that are named as a space",
    [
      ["ص", 60, 70],
      [" ", 57, 59, -1],
      ["ب", 50, 60],
    ],
    "صب",
  ],
  [
    "a space between words",
    [
      ["ص", 60, 70],
      [" ", 56, 59],
      ["ب", 46, 56],
    ],
    "ص ب",
  ],
  ["a letter beside the right end of the next", [["ل", 57, 59.6], gap, ["ئ", 50, 60]], "ل ئ"],
  [
    "letters over each other in a word",
    [
      ["ل", 52, 56],
      ["ج", 50, 60],
      ["ی", 50, 54],
    ],
    "لجی",
  ],
  ["a letter on a line of its own", [["گ", 50, 60], ...end, ["ی", 30, 33], ...end], "گ\r\nی\r\n"],
  [
    "a raised sign over Latin letters",
    [
      ["A", 50, 60],
      [" ", 52, 54, 2],
      ["B", 60, 66],
    ],
    "A B",
  ],
])("%s", (_, glyphs, want) => {
  expect(read(glyphs)).toBe(want);
});

test("a word that the file has elsewhere goes where its line has a place for it", () => {
  const chars = pageOf([
    ["ہ", 36, 44],
    ["ی", 36, 38],
    gap,
    ["س", 70, 78],
    ["ف", 62, 70],
    ["ر", 54, 62],
    [" ", 50, 54],
    ["ا", 48, 50],
    ...end,
    ["ج", 24, 32],
    ["س", 16, 24],
    ...end,
  ]);
  const lines = linesOf(chars, withNestedLetters(chars, chars.all()), new Map());
  expect(lines.map(({ text }) => text)).toEqual(["سفر ا ہی جس"]);
});

test("a word from elsewhere is put between two of its line, and is a part of one if it touches it", () => {
  const line: readonly Glyph[] = [
    ["م", 90, 98],
    ["ن", 82, 90],
    [" ", 78, 82],
    ["و", 54, 60],
    ["ر", 48, 54],
    [" ", 44, 48],
    ["ک", 30, 44],
  ];
  const textOf = (part: readonly Glyph[]): string[] => {
    const chars = pageOf([...part, ...end, ...line]);
    return linesOf(chars, chars.all(), new Map()).map(({ text }) => text);
  };
  expect(textOf([["ض", 60, 76]])).toEqual(["من ضور ک"]);
  expect(textOf([["ض", 63, 74]])).toEqual(["من ض ور ک"]);
  expect(textOf([["ض", 56, 70]])).toHaveLength(2);
});
