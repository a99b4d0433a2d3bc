import { expect, test } from "vitest";
import { charsFrom } from "./fixtures/lines.ts";
import { asRead } from "./rtl.ts";

/**
 * Prints words, each from right to left or, for Latin and figures, from left to right, from x = 300 leftwards, and
 * reads them.
 */
const readOf = (words: readonly string[], stream: readonly number[] = words.map((_, index) => index)): string => {
  let right = 300;
  const places = words.map((word) => {
    const isLatin = /^[\w.,%]+$/.test(word);
    const letters = [...word];
    const own = letters.map((letter, n) => ({
      text: letter,
      x: isLatin ? right - (letters.length - n) * 5 : right - (n + 1) * 5,
      y: 100,
    }));
    right -= letters.length * 5;
    const gap = { text: " ", x: right - 3, y: 100 };
    right -= 3;
    return [...own, gap];
  });
  const prints = stream.flatMap((index) => places[index] ?? []);
  const chars = charsFrom(...prints);
  return asRead(
    chars,
    prints.map((_, k) => k),
  )
    .map((k) => chars.text(k))
    .join("")
    .trim();
};

test.each([
  ["words alone", ["پانی", "کا", "بحران"], undefined, "پانی کا بحران"],
  ["a number among words", ["سال", "2021", "میں"], undefined, "سال 2021 میں"],
  [
    "Latin words, which run the other way",
    ["رپورٹ", "Basin", "Indus", "کی", "طرف", "سے"],
    undefined,
    "رپورٹ Indus Basin کی طرف سے",
  ],
  ["a Latin word at the end that the file has first", ["البرمجة", "بلغة", "Python"], [2, 0, 1], "البرمجة بلغة Python"],
  ["brackets by their shape", [")دفعہ", "اول("], undefined, "(دفعہ اول)"],
  ["brackets by their meaning", ["(دفعہ", "اول)"], undefined, "(دفعہ اول)"],
] as const)("right to left: %s", (_name, words, stream, want) => {
  expect(readOf(words, stream)).toBe(want);
});

test("a vowel sign set apart goes to the letter below it, and no space stays within the word", () => {
  const letters = [
    { text: "ا", x: 295, y: 100 },
    { text: "ي", x: 290, y: 100 },
    { text: " ", x: 288, y: 100 },
    { text: "\u064b", x: 280, y: 100 },
    { text: "ض", x: 280, y: 100 },
    { text: "ا", x: 275, y: 100 },
  ];
  const chars = charsFrom(...letters);
  chars.place(3, 284, 105, 286, 108);
  chars.place(4, 280, 98, 290, 108);
  const read = asRead(
    chars,
    letters.map((_, k) => k),
  );
  expect(read.map((k) => chars.text(k)).join("")).toMatch(/^اي ?ض\u064bا$/);
});

test("lines that run from left to right stay as they are", () => {
  const chars = charsFrom({ text: "the word پانی is Urdu", x: 50, y: 100 });
  const own = Array.from({ length: chars.length }, (_, k) => k);
  expect(asRead(chars, own)).toBe(own);
});
