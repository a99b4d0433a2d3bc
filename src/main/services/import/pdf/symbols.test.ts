import { expect, test } from "vitest";
import { PageChars } from "../../pdfium/page-chars.ts";
import { nameSymbols } from "./symbols.ts";

/** What characters of a font are written as. */
function named(font: string, ...codes: number[]): string {
  const chars = new PageChars(codes.length);
  chars.begin({ size: 10, bold: false, italic: false, font, turn: 0, content: -1, origin: [0, 0] });
  for (const code of codes) chars.add(code, { generated: false, hyphen: false });
  nameSymbols(chars);
  return codes.map((_, k) => chars.text(k)).join("");
}

// ISO 32000-1, D.6: the codes of Adobe's Symbol font, which other programs move to U+F000.
test.each([
  ["Greek letters", [0x61, 0x62, 0x67, 0x70, 0x77], "αβγπω"],
  ["Greek capitals", [0x44, 0x53, 0x57], "ΔΣΩ"],
  ["signs", [0xa3, 0xb3, 0xb1, 0xb4, 0xb9, 0xba, 0xbb], "≤≥±×≠≡≈"],
  ["a minus", [0x2d], "−"],
  ["digits and brackets, which are as in ASCII", [0x28, 0x31, 0x29], "(1)"],
  ["operators", [0xe5, 0xf2, 0xd6, 0xb6], "∑∫√∂"],
])("Symbol: %s", (_, codes, text) => {
  expect(named("Symbol", ...codes.map((code) => code + 0xf000))).toBe(text);
  expect(named("SymbolMT", ...codes.map((code) => code + 0xf000))).toBe(text);
});

test("letters of Symbol at the codes of letters are what they are: the file names them itself", () => {
  expect(named("Symbol", 0x61, 0x62)).toBe("ab");
});

test.each([
  [0xa7, "▪"],
  [0x6c, "●"],
  [0xfc, "✓"],
  [0xfe, "☑"],
  [0xe0, "→"],
])("Wingdings has at %d the sign %s, wherever the file has it", (code, sign) => {
  expect(named("Wingdings", code)).toBe(sign);
  expect(named("Wingdings-Regular", code + 0xf000)).toBe(sign);
});

test.each([
  ["a code that Wingdings has no sign for", "Wingdings", 0x41],
  ["a code that Symbol has no sign for", "Symbol", 0xf0ff],
  ["a letter of another font", "Helvetica", 0xa7],
  ["a private sign of another font", "Helvetica", 0xf041],
  ["a private sign below", "Symbol", 0xf01f],
  ["a private sign above", "Symbol", 0xf100],
  ["a space in Wingdings", "Wingdings", 0x20],
])("%s stays as it is", (_, font, code) => {
  expect(named(font, code)).toBe(String.fromCodePoint(code));
});

test.each([0xf0b7, 0xf0a7])("the sign U+%s of any font is a bullet", (code) => {
  expect(named("ABCDEF+Font1", code)).toBe("•");
});

/** An “o” at x 50 before “Wa”, with or without a word before it; and what it is read as. */
function ring(font: string, next: string, before?: Readonly<{ x: number; y: number }>): string {
  const chars = new PageChars(4);
  const add = (text: string, name: string, x: number, y = 100): number => {
    chars.begin({ size: 10, bold: false, italic: false, font: name, turn: 0, content: -1, origin: [x, y] });
    const k = chars.add(text.codePointAt(0) ?? 0, { generated: false, hyphen: false });
    chars.place(k, x, y - 2, x + 6, y + 8);
    return k;
  };
  if (before !== undefined) add("n", next, before.x, before.y);
  const k = add("o", font, 50);
  add("W", next, 68);
  add("a", next, 74);
  nameSymbols(chars);
  return chars.text(k);
}

test.each([
  ["Courier New", "Serif", "◦"],
  ["LiberationMono", "Serif", "◦"],
  ["Courier New", "Courier New", "o"],
  ["Serif", "Sans", "o"],
])("an o in %s before words in %s is read as %s", (font, next, sign) => {
  expect(ring(font, next)).toBe(sign);
});

test.each([
  ["on the line above", { x: 20, y: 114 }, "◦"],
  ["on the line above, farther in", { x: 90, y: 114 }, "◦"],
  ["before it on its line", { x: 20, y: 100 }, "o"],
  ["after it on its line, out of order", { x: 90, y: 100 }, "◦"],
] as const)("an o of Courier with a word %s is read as %s", (_where, before, sign) => {
  expect(ring("Courier New", "Serif", before)).toBe(sign);
});

test.each([
  [0xfffd, 3, "....."],
  [0xf0fe, 3, "....."],
  [0x14, 3, "....."],
  [0xfffd, 8, "\ufffd\ufffd\ufffd\ufffd\ufffd"],
  [0x78, 3, "xxxxx"],
])("five signs of code %d, %d points wide each, are read as %s", (code, width, text) => {
  const chars = new PageChars(5);
  chars.begin({ size: 10, bold: false, italic: false, font: "Serif", turn: 0, content: -1, origin: [0, 0] });
  for (let n = 0; n < 5; n++) {
    const k = chars.add(code, { generated: false, hyphen: false });
    chars.place(k, 50 + n * width, 98, 50 + (n + 1) * width, 108);
  }
  nameSymbols(chars);
  expect([0, 1, 2, 3, 4].map((k) => chars.text(k)).join("")).toBe(text);
});
