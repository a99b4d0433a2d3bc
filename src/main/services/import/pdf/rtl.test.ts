import { expect, test } from "vitest";
import { allOf, charsFrom, type Print } from "./fixtures/lines.ts";
import { asRead, goesLeft, isRightToLeft, letterUnder, runsLeft } from "./rtl.ts";

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

/** A word with its letters five points apart: from `x` to the left, or to the right where it is Latin or a figure. */
const word = (text: string, x: number, way: 1 | -1 = -1): Print[] =>
  [...text].map((letter, n) => ({ text: letter, x: way > 0 ? x + n * 5 : x - (n + 1) * 5, y: 100 }));
const gap = (x: number): Print => ({ text: " ", x, y: 100 });
const read = (prints: readonly Print[], isLatinPage = false): string => {
  const chars = charsFrom(...prints);
  return asRead(chars, allOf(chars), isLatinPage)
    .map((k) => chars.text(k))
    .join("");
};

test.each([
  ["a letter of Arabic", "پ", true],
  ["a letter of Hebrew", "ש", true],
  ["a presentation form", "\ufe8e", true],
  ["a ligature of Arabic", "\ufdf2", true],
  ["a figure of Arabic", "٣", false],
  ["a figure of Urdu", "۳", false],
  ["a Latin letter", "a", false],
  ["a letter of Hindi", "ह", false],
])("%s runs to the left: %s is %s", (_name, letter, isLeft) => {
  expect(isRightToLeft(letter.codePointAt(0) ?? 0)).toBe(isLeft);
});

test.each([
  ["more Arabic letters than others", "پانی abc", true],
  ["as many", "کا ab", false],
  ["more Greek letters", "پانی ύδατα", false],
  ["more Russian letters", "پانی водами", false],
  ["figures beside a word", "کا ۱۲۳۴ 5678", true],
])("a line with %s", (_name, text, isLeft) => {
  const chars = charsFrom({ text, x: 50, y: 100 });
  expect(runsLeft(chars, allOf(chars))).toBe(isLeft);
});

test.each([
  ["beside it on the left", 95, 100, true],
  ["a little raised", 95, 104, true],
  ["on the next line", 95, 105, false],
  ["far to the left", 88, 100, false],
  ["to its right", 105, 100, false],
  ["over it", 101, 100, true],
  ["over its right end", 103.5, 100, false],
])("a letter %s goes on to the left", (_name, x, y, goes) => {
  const chars = charsFrom({ text: "پ", x: 100, y: 100 }, { text: "ا", x, y });
  expect(goesLeft(chars, 0, 1)).toBe(goes);
});

test("Latin letters do not go on to the left", () => {
  const chars = charsFrom({ text: "a", x: 100, y: 100 }, { text: "b", x: 95, y: 100 });
  expect(goesLeft(chars, 0, 1)).toBe(false);
});

test.each([
  ["figures of Urdu", "۱۲۳", "۱۲۳"],
  ["a decimal point", "3.5", "3.5"],
  ["an Arabic decimal sign", "٣٫٥", "٣٫٥"],
  ["a word of Greek", "ύδωρ", "ύδωρ"],
  ["a Latin word with a hyphen", "re-read", "re-read"],
])("between Arabic words %s run to the right", (_name, text, want) => {
  const width = [...text].length * 5;
  const line = [
    ...word("سال", 300),
    gap(282),
    ...word(text, 280 - width, 1),
    gap(277 - width),
    ...word("میں", 275 - width),
  ];
  expect(read(line)).toBe(`سال ${want} میں`);
});

// UAX 9, W2 and W5: beside Hebrew a minus and a per cent go with their number, beside Arabic letters they do not.
test.each([
  ["Hebrew", "שלום", "-5%", "שלום -5%"],
  ["Arabic", "سلام", "-5%", "سلام %5-"],
  ["Hebrew", "שלום", "12-15", "שלום 12-15"],
  ["Arabic", "سلام", "12-15", "سلام 15-12"],
])("signs beside a number in %s", (_name, text, number, want) => {
  expect(read([...word(text, 300), gap(277), ...word(number, 275 - number.length * 5, 1)])).toBe(want);
});

test.each([
  ["a line with one Arabic word at its right end is Latin", ["of", "the", "پانی"], "of the پانی"],
  ["one with two is Arabic, beginning with them", ["the", "کا", "پانی"], "پانی کا the"],
])("%s", (_name, words, want) => {
  let x = 50;
  const line = words.flatMap((text) => {
    const width = [...text].length * 5;
    const own = /[a-z]/.test(text) ? word(text, x, 1) : word(text, x + width);
    x += width + 3;
    return [...own, gap(x - 3)];
  });
  expect(read(line).trim()).toBe(want);
});

/** Words side by side from left to right on the page, Arabic ones with their letters from right to left. */
const across = (...words: readonly string[]): Print[] => {
  let x = 50;
  return words.flatMap((text) => {
    const width = [...text].length * 5;
    const own = /[\u0600-\u06ff]/.test(text) ? word(text, x + width) : word(text, x, 1);
    x += width + 3;
    return [...own, gap(x - 3)];
  });
};

test.each([
  ["by a small word between two", ["وزارتخزانہ", "of", "حکومتپاکستان"], false, "وزارتخزانہ of حکومتپاکستان"],
  ["by one beside one, on a Latin page", ["Report", "by", "وزارتخزانہ"], true, "Report by وزارتخزانہ"],
  [
    "unless the word is the letter of a number",
    ["وزارتخزانہ", "A", "حکومتپاکستان"],
    false,
    "حکومتپاکستان A وزارتخزانہ",
  ],
  ["unless the word is no small one", ["وزارتخزانہ", "Basin", "حکومتپاکستان"], false, "حکومتپاکستان Basin وزارتخزانہ"],
])("Arabic names are in a Latin sentence %s", (_name, words, isLatinPage, want) => {
  expect(read(across(...words), isLatinPage).trim()).toBe(want);
});

test("a name of several Arabic words in an English line is read from its right", () => {
  expect(read(across("Reports", "from", "the", "کا", "پانی", "were", "published"), true).trim()).toBe(
    "Reports from the پانی کا were published",
  );
});

test.each([
  ["a vowel sign at its letter stays after it", 297, 105, "بَا"],
  ["a vowel sign over the second letter follows that one", 286, 105, "باَ"],
  ["a vowel sign of another line stays where it is", 286, 140, "بَا"],
])("%s", (_name, x, y, want) => {
  const chars = charsFrom({ text: "ب", x: 295, y: 100 }, { text: "\u064e", x, y }, { text: "ا", x: 285, y: 100 });
  chars.place(1, x, y, x + 2, y + 3);
  expect(
    asRead(chars, allOf(chars))
      .map((k) => chars.text(k))
      .join(""),
  ).toBe(want);
});

test.each([
  ["nearest its middle", 92, 100, 1],
  ["of the letter that it is within", 99, 100, 0],
  ["no letter that is far off", 130, 100, null],
  ["no letter of another line", 92, 110, null],
])("the letter under a vowel sign: %s", (_name, x, y, want) => {
  const chars = charsFrom({ text: "ب", x: 96, y: 100 }, { text: "ا", x: 90, y: 100 }, { text: "\u064e", x, y });
  chars.place(2, x, y, x + 1, y + 3);
  expect(letterUnder(chars, [0, 1], 2)).toBe(want);
});

test("a vowel sign over a wide letter is not that of a narrow one beside it", () => {
  const chars = charsFrom(
    { text: "ب", x: 80, y: 100 },
    { text: "ا", x: 93, y: 100 },
    { text: "\u064e", x: 91, y: 100 },
  );
  chars.place(0, 80, 98, 96, 108);
  chars.place(1, 93, 98, 95, 108);
  chars.place(2, 91, 100, 93, 103);
  expect(letterUnder(chars, [0, 1], 2)).toBe(0);
});

test("a space that the file has before a sign is after it, where it is on the page", () => {
  const chars = charsFrom({ text: "by ,پانی", x: 50, y: 100 }, { text: "and more of it", x: 100, y: 100 });
  chars.place(3, 60, 98, 63, 108);
  chars.place(2, 63, 98, 66, 108);
  const text = asRead(chars, allOf(chars), true)
    .map((k) => chars.text(k))
    .join("");
  expect(text.slice(0, 4)).toBe("by, ");
});

test("letters that one glyph stands for, which the file has last first, are in their order", () => {
  const chars = charsFrom({ text: "س", x: 300, y: 100 }, { text: "ا", x: 290, y: 100 }, { text: "ل", x: 292, y: 100 });
  chars.place(1, 290, 98, 292.5, 108);
  chars.place(2, 292.5, 98, 295, 108);
  expect(
    asRead(chars, allOf(chars))
      .map((k) => chars.text(k))
      .join(""),
  ).toBe("سلا");
});

test("what a span of actual text says again for its next glyph is read once", () => {
  const chars = charsFrom(
    { text: "ب", x: 295, y: 100 },
    { text: "\u064e", x: 290, y: 105 },
    { text: "ا", x: 285, y: 100 },
    { text: "\u064e", x: 290, y: 105 },
    { text: "ا", x: 285, y: 100 },
  );
  expect(
    asRead(chars, allOf(chars))
      .map((k) => chars.text(k))
      .filter((letter) => letter === "\u064e"),
  ).toHaveLength(1);
});

test.each([
  ["brackets with a space on one side alone", ["پانی", ")بحران("], "پانی (بحران)"],
  ["a bracket before a full stop", ["(بحران).", "پانی"], "(بحران). پانی"],
  ["quotation marks by their shape", ["»بحران«", "پانی"], "«بحران» پانی"],
])("%s open before what they hold", (_name, words, want) => {
  expect(readOf(words)).toBe(want);
});
