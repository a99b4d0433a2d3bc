import fc from "fast-check";
import { expect, test } from "vitest";
import type { PageChars } from "../../pdfium/page-chars.ts";
import { charsFrom, type Print } from "./fixtures/lines.ts";
import { joinLeft, spaceNear } from "./rtl-segments.ts";

type Word = Readonly<{ text: string; x: number; y?: number; size?: number }>;

/** The letters of a word whose left end is at `x`: Arabic ones from the right, others from the left. */
function printsOf({ text, x, y = 100, size = 10 }: Word): Print[] {
  const letters = [...text];
  const isLeft = /[\u0590-\u06ff]/.test(text);
  return letters.map((letter, n) => ({
    text: letter,
    x: x + (isLeft ? letters.length - 1 - n : n) * size * 0.5,
    y,
    size,
  }));
}

type Segments = Readonly<{ chars: PageChars; all: number[][] }>;

/** Words as PDFium’s segments, each with the line end that it makes, which is in none of them. */
function segmentsOf(prints: readonly (readonly Print[])[]): Segments {
  const end: Print = { text: "\n", x: 0, y: 0, generated: true };
  const chars = charsFrom(...prints.flatMap((own) => [...own, end]));
  let k = 0;
  const all = prints.map((own) => {
    const places = own.flatMap(({ text }) => [...text].map(() => k++));
    k++;
    return places;
  });
  return { chars, all };
}
const shown = (chars: PageChars, own: readonly number[]): string =>
  own.map((k) => (chars.isBlank(k) ? " " : chars.text(k))).join("");

const never = (): boolean => false;
function joined(words: readonly Word[], apart: (a: number, b: number) => boolean = never): string[] {
  const { chars, all } = segmentsOf(words.map(printsOf));
  return joinLeft(chars, all, apart).map((own) => shown(chars, own));
}

const first: Word = { text: "پانی", x: 100 };
/** A word that ends so far to the left of the first one. */
const beside = (gap: number, more: Partial<Word> = {}): Word => ({ text: "کا", x: 100 - gap - 10, ...more });

test.each<[string, Word, string[]]>([
  ["with a space between", beside(3), ["پانی کا"]],
  ["that touch", beside(0), ["پانیکا"]],
  ["a little apart, as letters of a word are", beside(1.1), ["پانیکا"]],
  ["just far enough for a space", beside(1.3), ["پانی کا"]],
  ["that overlap", beside(-4), ["پانیکا"]],
  ["as far apart as words are at most", beside(4.8), ["پانی کا"]],
  ["farther apart", beside(5.2), ["پانی", "کا"]],
  ["one over the other", beside(-7), ["پانی", "کا"]],
  ["a little raised", beside(3, { y: 100.8 }), ["پانی کا"]],
  ["raised", beside(3, { y: 101.4 }), ["پانی", "کا"]],
  ["on the next line", beside(3, { y: 86 }), ["پانی", "کا"]],
  ["of nearly one size", { text: "کا", x: 86, size: 11 }, ["پانی کا"]],
  ["of two sizes", { text: "کا", x: 84, size: 13 }, ["پانی", "کا"]],
  ["of which one is a number", { text: "2021", x: 77 }, ["پانی 2021"]],
  ["of which a longer one is Latin", { text: "Indus", x: 72 }, ["پانی", "Indus"]],
])("two segments of a line are one, the right one first: %s", (_, second, wanted) => {
  expect(joined([first, second])).toEqual(wanted);
  expect(joined([second, first]).toSorted()).toEqual(wanted.toSorted());
});

test("segments stay apart where the file has them in different blocks", () => {
  const isApart = (a: number, b: number): boolean => Math.abs(a - b) > 2;
  expect(joined([first, beside(3)], isApart)).toEqual(["پانی", "کا"]);
});

test("a page without right-to-left letters has its segments as they are", () => {
  const { chars, all } = segmentsOf(
    [
      { text: "Indus", x: 50 },
      { text: "Basin", x: 76 },
      { text: "2", x: 102 },
    ].map(printsOf),
  );
  const read = joinLeft(chars, all, never);
  expect(read).toEqual(all);
  for (const [n, own] of read.entries()) expect(own).toBe(all[n]);
});

test("segments of spaces alone are kept", () => {
  const { chars, all } = segmentsOf([printsOf(first), [{ text: "  ", x: 300, y: 100 }]]);
  expect(joinLeft(chars, all, never)).toEqual(all);
});

test("a row of three or more runs the way that most of its letters run", () => {
  const latin: Word[] = [
    { text: "registers", x: 50 },
    { text: "اسم", x: 98 },
    { text: "in", x: 116 },
  ];
  expect(joined(latin)).toEqual(["registers اسم in"]);
  // Most letters of these two are Latin, of all three they are Arabic.
  const arabic: Word[] = [
    { text: "اسم", x: 98 },
    { text: "registers", x: 50 },
    { text: "الکہرباءوالماء", x: -23 },
  ];
  expect(joined(arabic)).toEqual(["اسم registers الکہرباءوالماء"]);
});

test.each<[string, Word, string[]]>([
  ["between two words", { text: "2", x: 97, y: 104, size: 6 }, ["پانی 2کا"]],
  ["after its last letter", { text: "12", x: 80, y: 104, size: 6 }, ["پانی کا12"]],
  ["a star", { text: "*", x: 83, y: 104, size: 6 }, ["پانی کا*"]],
  ["in Urdu’s figures", { text: "۲", x: 83, y: 104, size: 6 }, ["پانی کا۲"]],
  ["in brackets", { text: "[3]", x: 77, y: 104, size: 6 }, ["پانی کا[3]"]],
  ["that is not raised", { text: "12", x: 80, y: 100.4, size: 6 }, ["پانی کا", "12"]],
  ["that is too high", { text: "12", x: 80, y: 109, size: 6 }, ["پانی کا", "12"]],
  ["that is as large as the letters", { text: "12", x: 76, y: 104, size: 9.6 }, ["پانی کا", "12"]],
  ["that is far to the left", { text: "12", x: 74, y: 104, size: 6 }, ["پانی کا", "12"]],
  ["that is a word", { text: "no", x: 80, y: 104, size: 6 }, ["پانی کا", "no"]],
])("the raised mark of a note is in the line where it is on the page: %s", (_, mark, wanted) => {
  expect(joined([first, beside(3), mark])).toEqual(wanted);
  expect(joined([mark, first, beside(3)]).toSorted()).toEqual(wanted.toSorted());
});

const mark = (x: number): Print[] => [{ text: "\u064e", x, y: 100 }];

test.each<[string, number, string[]]>([
  ["its first letter", 115, ["پ\u064eانی"]],
  ["its third letter", 105, ["پان\u064eی"]],
  ["its last letter", 100, ["پانی\u064e"]],
  ["nothing", 300, ["پانی", "\u064e"]],
])("a vowel sign that is a segment of its own is after the letter that it is over: %s", (_, x, wanted) => {
  const { chars, all } = segmentsOf([mark(x), printsOf(first)]);
  expect(joinLeft(chars, all, never).map((own) => shown(chars, own))).toEqual(wanted);
});

test("a letter that has a vowel sign’s glyph is in its word, though it is raised", () => {
  // Letter and sign are the two halves of one box, so that the letter’s own place is not known.
  const loose: Print[] = [{ text: "ن\u064e", x: 105, y: 104 }];
  const around = [
    { text: "پا", x: 114 },
    { text: "ی", x: 101 },
  ].map(printsOf);
  const { chars, all } = segmentsOf([...around, loose]);
  expect(joinLeft(chars, all, never).map((own) => shown(chars, own))).toEqual(["پان\u064eی"]);
});

test("a space for a line is one of its own, else the nearest that PDFium made, else none", () => {
  const chars = charsFrom({ text: "ab cd", x: 50, y: 100 }, { text: "\n", x: 75, y: 100, generated: true });
  expect(spaceNear(chars, [0, 1, 2, 3])).toBe(2);
  expect(spaceNear(chars, [3, 4])).toBe(5);
  expect(chars.code(5)).toBe(32);
  expect(spaceNear(charsFrom({ text: "abc", x: 50, y: 100 }), [0, 1])).toBeNull();
});

test("the words of a line are one segment in their order, wherever the file has them", () => {
  const names = ["ا", "بپ", "جدہ", "سش", "ط", "عغف", "ک", "لمن", "وہ"];
  fc.assert(
    fc.property(fc.shuffledSubarray([...names.keys()], { minLength: names.length }), (order) => {
      let right = 300;
      const line = names.map((text): Word => {
        right -= text.length * 5 + 3;
        return { text, x: right };
      });
      const [all, ...more] = joined(order.map((n) => line[n] ?? first));
      expect([all, more]).toEqual([names.join(" "), []]);
    }),
  );
});

test("no letter is lost, none is there twice, and no line is empty", () => {
  const word = fc.record({
    text: fc.constantFrom("پانی", "کا", "a", "Indus", "12", "*", "\u064e", "\u064e\u0651", "ن\u064e", "۔", "(", "  "),
    x: fc.integer({ min: 50, max: 130 }),
    y: fc.constantFrom(100, 100.5, 103, 105, 110, 86),
    size: fc.constantFrom(10, 10, 11, 6),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 10 }), fc.boolean(), (words, isOneRun) => {
      const { chars, all } = segmentsOf(words.map((own) => (isOneRun ? [own] : printsOf(own))));
      const wanted = all.flat().filter((k) => !chars.isBlank(k));
      const lines = joinLeft(chars, all, never);
      const inked = lines.flat().filter((k) => !chars.isBlank(k));
      expect(inked.toSorted((a, b) => a - b)).toEqual(wanted);
      expect(lines.every((own) => own.length > 0)).toBe(true);
    }),
  );
});
