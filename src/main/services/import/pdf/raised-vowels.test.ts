import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { readable } from "./glyphs.ts";
import { withRaisedVowels } from "./raised-vowels.ts";

/** Letters with the x at which their boxes begin and end, and how far they are raised. */
type Glyph = readonly [letter: string, left: number, right: number, rise?: number];

/** Characters of one line as they are read; those without a box are made by PDFium. */
function readOf(glyphs: readonly Glyph[]): string {
  const chars = new PageChars(glyphs.length);
  for (const [letter, left, right, rise = 0] of glyphs) {
    const origin = [left, 100 + rise] as const;
    chars.begin({ size: 10, bold: false, italic: false, font: "Arial", turn: 0, content: -1, origin });
    const k = chars.add(letter.codePointAt(0) ?? 0, { generated: left === right, hyphen: false });
    chars.place(k, left, 98 + rise, right, 108 + rise);
  }
  return readable(chars, withRaisedVowels(chars, chars.all()))
    .map((k) => chars.text(k))
    .join("");
}

const end: readonly Glyph[] = [
  ["\r", 0, 0],
  ["\n", 0, 0],
];
const gap: Glyph = [" ", 0, 0];

test.each<[string, readonly Glyph[], string]>([
  [
    "a sign before its letter",
    [
      ["أ", 60, 63],
      ["ْ", 52, 55, 1],
      ["ن", 50, 57],
      ["ت", 40, 50],
    ],
    "أنْت",
  ],
  [
    "a sign after its letter",
    [
      ["ن", 50, 57],
      ["ْ", 52, 55, 1],
      ["ت", 40, 50],
    ],
    "نْت",
  ],
  ["a sign far from its letter", [["َ", 41, 44, -2], ...end, ["م", 50, 57], ["ن", 40, 50], ["ُ", 52, 55, 1]], "\r\nمُنَ"],
  ["a gap before a sign", [["و", 50, 57], gap, ["ً", 44, 47, 1], ["ح", 42, 50]], "وحً"],
  ["a line end after a sign", [["ك", 50, 57], ["ُ", 52, 55, 3], ...end, ["م", 43, 50]], "كُم"],
  [
    "a space between words",
    [
      ["ك", 50, 57],
      ["ُ", 52, 55, 3],
      [" ", 46, 50],
      ["م", 40, 46],
    ],
    "كُ م",
  ],
  [
    "a sign of a Latin letter’s line",
    [
      ["a", 50, 57],
      ["b", 57, 62],
    ],
    "ab",
  ],
  [
    "shadda and the sign over it",
    [
      ["ُ", 52, 55, 4],
      ["ب", 50, 57],
      ["ّ", 52, 55, 2],
    ],
    "بُّ".normalize("NFD"),
  ],
  [
    "a sign of lam on lam-alef",
    [
      ["َ", 53, 56, 2],
      ["ا", 50, 57],
      ["ل", 50, 57],
    ],
    "لَا",
  ],
  [
    "tanwin on lam-alef",
    [
      ["ً", 51, 54, 2],
      ["ا", 50, 57],
      ["ل", 50, 57],
    ],
    "لاً",
  ],
  [
    "signs of both letters of lam-alef",
    [
      ["َ", 50, 53, 2],
      ["ْ", 54, 57, 2],
      ["أ", 50, 57],
      ["ل", 50, 57],
    ],
    "لْأَ",
  ],
  [
    "signs on the baseline, in their order",
    [
      ["ن", 50, 57],
      ["ْ", 70, 73],
      ["ت", 40, 50],
    ],
    "نْت",
  ],
])("%s", (_, glyphs, want) => {
  expect(readOf(glyphs).normalize("NFD")).toBe(want.normalize("NFD"));
});
