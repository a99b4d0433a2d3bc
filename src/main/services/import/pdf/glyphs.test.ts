import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { readable } from "./glyphs.ts";

/** Letters with the x at which their boxes begin and end, as they are read. */
function readOf(letters: readonly (readonly [string, number, number])[]): string {
  const chars = new PageChars(letters.length);
  chars.begin({ size: 10, bold: false, italic: false, font: "Naskh", turn: 0, content: -1, origin: [0, 100] });
  const order = letters.map(([letter, left, right]) => {
    const k = chars.add(letter.codePointAt(0) ?? 0, { generated: false, hyphen: false });
    chars.place(k, left, 98, right, 108);
    return k;
  });
  return readable(chars, order)
    .map((k) => chars.text(k))
    .join("");
}

test.each([
  [
    "lam and alef in one box, alef first",
    [
      ["ا", 10, 14],
      ["ل", 10, 14],
    ],
    "لا",
  ],
  [
    "lam and alef as the halves of a box, alef first",
    [
      ["ا", 10, 12],
      ["ل", 12, 14],
    ],
    "لا",
  ],
  [
    "lam and alef in their order",
    [
      ["ل", 10, 14],
      ["ا", 10, 14],
    ],
    "لا",
  ],
  [
    "an article, each letter with its width",
    [
      ["ا", 12, 14],
      ["ل", 9, 12],
    ],
    "ال",
  ],
  [
    "alef of a word and lam of the next, from left to right",
    [
      ["ا", 10, 12.3],
      ["ل", 15, 21],
    ],
    "ال",
  ],
  [
    "Allah as one glyph with its alef, the last letter first",
    [
      ["ه", 10, 20],
      ["ل", 10, 20],
      ["ل", 10, 20],
      ["ا", 10, 20],
    ],
    "الله",
  ],
  [
    "Allah as one glyph after its alef",
    [
      ["ا", 20, 23],
      ["ہ", 10, 20],
      ["ل", 10, 20],
      ["ل", 10, 20],
      ["ا", 6, 9],
    ],
    "اللہا",
  ],
  [
    "alef of one glyph and lam of the next",
    [
      ["ل", 10, 14],
      ["إ", 10, 14],
      ["ل", 14, 16.5],
    ],
    "لإل",
  ],
] as const)("%s", (_name, letters, want) => {
  expect(readOf(letters)).toBe(want);
});
