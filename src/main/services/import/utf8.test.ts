import fc from "fast-check";
import { expect, test } from "vitest";
import { repairUtf8 } from "./utf8.ts";

const repaired = (...bytes: number[]) => repairUtf8(Uint8Array.from(bytes));

// Unicode 16, table 3-7: well-formed byte sequences, with the first and the last of each row.
test.each<[string, readonly number[], string]>([
  ["U+0000", [0x00], "\u0000"],
  ["U+007F", [0x7f], "\u007f"],
  ["U+0080", [0xc2, 0x80], "\u0080"],
  ["U+07FF", [0xdf, 0xbf], "\u07ff"],
  ["U+0800", [0xe0, 0xa0, 0x80], "\u0800"],
  ["U+0FFF", [0xe0, 0xbf, 0xbf], "\u0fff"],
  ["U+D7FF", [0xed, 0x9f, 0xbf], "\ud7ff"],
  ["U+E000", [0xee, 0x80, 0x80], "\ue000"],
  ["U+FFFF", [0xef, 0xbf, 0xbf], "\uffff"],
  ["U+10000", [0xf0, 0x90, 0x80, 0x80], "\u{10000}"],
  ["U+3FFFF", [0xf0, 0xbf, 0xbf, 0xbf], "\u{3ffff}"],
  ["U+10FFFF", [0xf4, 0x8f, 0xbf, 0xbf], "\u{10ffff}"],
])("%s is read", (_, bytes, text) => {
  expect(repaired(...bytes, 0x2e)).toEqual({ text: `${text}.`, valid: bytes.length > 1 ? 1 : 0, stray: 0, cut: false });
});

// What the table leaves out; each byte is read as windows-1252 has it.
test.each<[string, readonly number[], string]>([
  ["a byte that goes on alone", [0xa9], "©"],
  ["an overlong form of two bytes", [0xc1, 0xbf], "Á¿"],
  ["an overlong form of three bytes", [0xe0, 0x9f, 0xbf], "àŸ¿"],
  ["an overlong form of four bytes", [0xf0, 0x8f, 0xbf, 0xbf], "ð\u008f¿¿"],
  ["half of a pair", [0xed, 0xa0, 0x80], "í\u00a0€"],
  ["a number above the last", [0xf4, 0x90, 0x80, 0x80], "ô\u0090€€"],
  ["a byte that begins nothing", [0xff], "ÿ"],
  ["a beginning without its end", [0xe9, 0x20], "é "],
  ["quotation marks of Windows", [0x93, 0x61, 0x94], "“a”"],
])("%s", (_, bytes, text) => {
  const read = repaired(0x2e, ...bytes, 0x2e, 0x2e, 0x2e, 0x2e);
  expect(read.text).toBe(`.${text}....`);
  expect([read.valid, read.cut]).toEqual([0, false]);
});

test("bytes that are stray are counted one by one, characters between them stay", () => {
  expect(repaired(0xe9, 0x61, 0xc3, 0xa9, 0xff, 0xfe, 0x62, 0x62, 0x62)).toEqual({
    text: "éaéÿþbbb",
    valid: 1,
    stray: 3,
    cut: false,
  });
});

test("halves of pairs that were encoded one by one are one character", () => {
  // U+1F600 is D83D DE00: ED A0 BD ED B8 80.
  expect(repaired(0x61, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0x62)).toEqual({
    text: "a😀b",
    valid: 1,
    stray: 0,
    cut: false,
  });
  expect(repaired(0xed, 0xb8, 0x80, 0xed, 0xa0, 0xbd, 0x62, 0x62, 0x62).stray).toBe(6);
});

test.each([
  [[0xc3], true],
  [[0xe2, 0x82], true],
  [[0xe2], true],
  [[0xf0, 0x9f, 0x98], true],
  [[0xa9], false],
  [[0xff], false],
  [[0xe2, 0x20], false],
])("a file that ends in %j is cut off: %s", (bytes, cut) => {
  const read = repaired(0x61, 0x62, 0x63, ...bytes);
  expect(read.cut).toBe(cut);
  expect(read.text.startsWith("abc")).toBe(true);
  expect(read.text.endsWith("\ufffd")).toBe(cut);
});

test("a mark at the beginning is no part of the text, elsewhere it is", () => {
  expect(repaired(0xef, 0xbb, 0xbf, 0x61, 0xef, 0xbb, 0xbf).text).toBe("a\ufeff");
  expect(repaired()).toEqual({ text: "", valid: 0, stray: 0, cut: false });
});

test("any text in UTF-8 is read as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const read = repairUtf8(new TextEncoder().encode(text));
      expect([read.text, read.stray, read.cut]).toEqual([text.replace(/^\ufeff/, ""), 0, false]);
      expect(read.valid).toBe([...text].filter((char) => (char.codePointAt(0) ?? 0) > 127).length);
    }),
  );
});

test("whatever the bytes, the text is as well-formed as Node's own, and nothing is dropped", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
      const { text, stray, cut, valid } = repairUtf8(Uint8Array.from(bytes));
      expect(text.isWellFormed()).toBe(true);
      const ascii = [...bytes].filter((byte) => byte < 0x80).length;
      const lost = text.length < ascii + stray + valid - 1;
      expect(lost).toBe(false);
      if (cut) expect(text.endsWith("\ufffd")).toBe(true);
    }),
    { numRuns: 300 },
  );
});
