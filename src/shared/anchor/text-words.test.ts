import fc from "fast-check";
import { expect, test } from "vitest";
import { firstAbove, Vocabulary, wordsIn } from "./text-words.ts";

function split(text: string): string[] {
  const { starts, ends } = new Vocabulary().read(text);
  return Array.from(starts, (start, index) => text.slice(start, ends[index]));
}

test.each([
  ["words without their marks", "“The fare,” he said.", ["The", "fare", "he", "said"]],
  ["apostrophes within a word", "It doesn’t, 'cause it's", ["It", "doesn’t", "cause", "it's"]],
  ["hyphens between words", "long-term", ["long", "term"]],
  ["letters of scripts without spaces", "经济增长GDP是5%", ["经", "济", "增", "长", "GDP", "是", "5"]],
  ["Japanese and Thai by letter", "水かำ", ["水", "か", "ำ"]],
  ["Arabic with its vowel signs", "شَرِبَ المـاءَ", ["شَرِبَ", "المـاءَ"]],
  ["a joiner within a word", "می‌خواهم رفت", ["می‌خواهم", "رفت"]],
  ["a soft hyphen", "har\u00adbour", ["har\u00adbour"]],
  ["nothing in marks alone", "— … !", []],
])("%s", (_what, text, words) => {
  expect(split(text)).toEqual(words);
});

test.each([
  ["case", "Fare", "fare", true],
  ["accents", "café", "cafe", true],
  ["kinds of apostrophe", "doesn’t", "doesn't", true],
  ["Arabic and Urdu letters", "کہ", "كه", true],
  ["other letters", "fare", "fair", false],
])("words are compared without regard to %s", (_what, text, other, same) => {
  const vocabulary = new Vocabulary();
  const [first, second] = [vocabulary.read(text), vocabulary.read(other)];
  expect(first.ids[0] === second.ids[0]).toBe(same);
});

test("words are in order, without overlap, and within the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const { ids, starts, ends } = new Vocabulary().read(text);
      expect([starts.length, ends.length]).toEqual([ids.length, ids.length]);
      for (let index = 0; index < ids.length; index++) {
        expect(ends[index]).toBeGreaterThan(starts[index] ?? Infinity);
        expect(starts[index]).toBeGreaterThanOrEqual(ends[index - 1] ?? 0);
      }
      expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  ["whole words", 4, 8, [1, 2]],
  ["a part of a word", 5, 6, [1, 2]],
  ["two parts", 2, 5, [0, 2]],
  ["the space between", 3, 4, [1, 1]],
  ["all", 0, 100, [0, 3]],
])("words of a range: %s", (_what, start, end, expected) => {
  expect(wordsIn(new Vocabulary().read("The fare rose."), { start, end })).toEqual(expected);
});

test("the first number above a limit", () => {
  const sorted = Uint32Array.from([2, 4, 4, 9]);
  expect([0, 2, 4, 9].map((limit) => firstAbove(sorted, limit))).toEqual([0, 1, 3, 4]);
});
