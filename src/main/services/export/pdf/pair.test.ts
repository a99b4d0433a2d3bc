import fc from "fast-check";
import { expect, test } from "vitest";
import { isInk, pair } from "./pair.ts";

/**
 * What was printed with the text's own character after each mark that stands for one: `a` alone for what is on the page
 * only.
 */
function shown(text: string, printed: string): string {
  const marks = [...printed].filter(isInk);
  const pairs = pair(text, marks, () => true);
  return [...text].map((char, unit) => (isInk(char) ? (marks[pairs[unit] ?? -1] ?? "_") : char)).join("");
}

test.each<[name: string, text: string, printed: string, expected?: string]>([
  ["a list mark and a page number on the page only", "first item\nsecond item", "1. first item 2. second item 14"],
  [
    "two words of another direction exchanged",
    "العقد مع English words في الوسط هنا",
    "العقد مع words English في الوسط هنا",
  ],
  ["a full stop put before its line", "所有人都说渡船是道路。委员会不同意", "。所有人都说渡船是道路委员会不同意"],
  ["a vowel sign in front of its consonant", "किराया बढ़ना चाहिए और नाव", "िकराया बढ़ना चािहए और नाव"],
  ["a hyphen where a line was broken", "a purchase would be possible", "a purchase would be possi-ble"],
  [
    "brackets turned round",
    "کافی ہے (Water Accord, 1991) اور",
    "کافی ہے )Water Accord, 1991( اور",
    "کافی ہے )Water Accord, 1991( اور",
  ],
  ["a cell of two letters", "a\tbb\tccc\n中文\nmore words", "a bb ccc 中文 more words"],
])("%s takes no letter from its place", (_name, text, printed, expected = text) => {
  expect(shown(text, printed)).toBe(expected);
});

test("a letter that was not printed has no place, and those after it keep theirs", () => {
  expect(shown("words in བོད and more of them", "words in  and more of them")).toBe("words in ___ and more of them");
  const long = "x".repeat(150);
  expect(shown(`before ${long} and behind it`, "before  and behind it")).toBe(
    `before ${"_".repeat(150)} and behind it`,
  );
});

test("a ligature stands for all its letters", () => {
  expect([...pair("office", ["o", "ffi", "c", "e"], () => true)]).toEqual([0, 1, 1, 1, 2, 3]);
});

test("only the units asked for are paired", () => {
  expect([...pair("body note", [..."note"], (unit) => unit > 4)]).toEqual([-1, -1, -1, -1, -1, 0, 1, 2, 3]);
});

test("units that are not asked for are left to others, although they are printed the same", () => {
  expect([...pair("note note", [..."note"], (unit) => unit > 4)]).toEqual([-1, -1, -1, -1, -1, 0, 1, 2, 3]);
  expect([...pair("note note", [..."note"], (unit) => unit < 4)]).toEqual([0, 1, 2, 3, -1, -1, -1, -1, -1]);
});

test("no printed character is given to two units, and each is the unit's own", () => {
  const words = fc.array(fc.constantFrom("port", "ferry", "yes", "道路", "قارب", "2026"), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (text, printed) => {
      const [own, marks] = [text.join(" "), [...printed.join("")]];
      const pairs = pair(own, marks, () => true);
      const taken = [...pairs].filter((mark) => mark >= 0);
      expect(new Set(taken).size).toBe(taken.length);
      for (const [unit, mark] of pairs.entries()) if (mark >= 0) expect(marks[mark]).toBe(own[unit]);
    }),
  );
});
