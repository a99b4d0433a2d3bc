import { expect, test } from "vitest";
import { charsFrom, type Print } from "./fixtures/lines.ts";
import { asRead } from "./rtl.ts";
import { joinLeft } from "./rtl-segments.ts";
import { fromVisualOrder } from "./visual-order.ts";

/**
 * Words of a line as they stand on the page, from left to right, as LuaTeX writes them: letter by letter, a gap of 3
 * points between words and no space.
 */
function visual(words: readonly string[]): Print[] {
  let x = 50;
  const prints: Print[] = [];
  for (const word of words) {
    for (const letter of word) {
      prints.push({ text: letter, x, y: 100 });
      x += 5;
    }
    x += 3;
  }
  // What PDFium makes at the end of a line.
  return [...prints, { text: "\n", x, y: 100, generated: true }];
}

const turned = (word: string): string => [...word].reverse().join("");

/** The text of segments, put together and read. */
function read(...segments: readonly (readonly Print[])[]): string[] {
  const chars = charsFrom(...segments.flat());
  let k = 0;
  const all = segments.map((prints) => prints.map(() => k++));
  const bare = all.map((own) => own.filter((place) => chars.text(place) !== "\n"));
  return joinLeft(
    chars,
    bare.flatMap((own) => fromVisualOrder(chars, own)),
    () => false,
  ).map((own) =>
    asRead(chars, own)
      .map((place) => (chars.isBlank(place) ? " " : chars.text(place)))
      .join("")
      .trim(),
  );
}

test.each([
  ["words", ["يضم", "اسم", "الكهرباء"], "الكهرباء اسم يضم"],
  ["a number", ["ميں", "2021", "سال"], "سال 2021 ميں"],
  ["Latin words", ["سے", "Indus", "کی", "رپورٹ"], "رپورٹ کی Indus سے"],
  ["a full stop", ["است.", "متون"], "متون است."],
] as const)("letters from left to right: %s", (_name, words, want) => {
  const stand = words.map((word) => (/^[\w.]+$/.test(word) ? word : turned(word)));
  expect(read(visual(stand))).toEqual([want]);
});

test("in a line that runs to the right, only the words that run to the left are turned", () => {
  const line = visual(["registers", "called", turned("العصر"), turned("فصحى"), "in", "Arabic"]);
  expect(read(line)).toEqual(["registerscalled فصحى العصر inArabic"]);
});

test("letters that follow each other from right to left stay as they are", () => {
  const letters = [..."پانی"].map((text, n) => ({ text, x: 100 - n * 5, y: 100 }));
  const chars = charsFrom(...letters);
  const own = letters.map((_, k) => k);
  expect(fromVisualOrder(chars, own)).toEqual([own]);
});

test("a vowel sign that the file has elsewhere comes after the letter that it is over", () => {
  const word = visual([turned("عادة"), turned("يقاس")]);
  const last = word[0] ?? { text: "", x: 0, y: 0 };
  expect(read([{ ...last, text: "\u064b", y: 101 }], word)).toEqual(["يقاس عادة\u064b"]);
});

test("stretches of a line that the file has in another order are put side by side", () => {
  const [left, right] = [visual([turned("بالأمبير")]), visual([turned("عادة"), turned("يقاس")])];
  const moved = right.map((print) => ({ ...print, x: print.x + 43 }));
  expect(read([...moved.slice(0, -1), ...left])).toEqual(["يقاس عادة بالأمبير"]);
});
