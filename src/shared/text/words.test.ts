import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWords, plainWords, termsOf, unfold } from "./words.ts";

test.each([
  ["  The  CAFÉ\tis\nclosed ", "the cafe is closed"],
  ["“Ça ira” – l’été", '"ca ira" - l\'ete'],
  ["ﬁsh Ｗｉｄｅ", "fish wide"],
  ["co\u00adoperate", "cooperate"],
  ["Straße, cœur, Øre, Łódź, ΛΌΓΟΣ", "strasse, coeur, ore, lodz, λογοσ"],
  ["İstanbul ÅNGSTRÖM", "istanbul angstrom"],
  // Arabic: vowel signs, tatweel, the forms of alef and yeh.
  ["أَلْمَاءُ", "الماء"],
  ["مـــاء إلى", "ماء الي"],
  // Urdu and Arabic code points of the same letters; the joiner of Urdu.
  ["پانی کی کمی", "پاني كي كمي"],
  ["بے\u200cشک", "بےشك"],
  // Devanagari: vowel signs are told apart, nukta is not.
  ["किताब", "किताब"],
  ["ज़मीन", "जमीन"],
  ["गाँव", "गांव"],
  ["河流的水", "河流的水"],
  ["한국어", "한국어"],
  ["١٢ ۳۴ ५६ ৭", "12 34 56 7"],
])("%j is compared as %j", (text, plain) => {
  expect(plainWords(text)).toBe(plain);
});

test("vowel signs of Devanagari tell words apart", () => {
  expect(plainWords("कि")).not.toBe(plainWords("की"));
});

test("a text as it is compared stays the same when compared again, composed or not", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const plain = plainWords(text);
      expect(plainWords(plain)).toBe(plain);
      expect(plainWords(text.normalize("NFD"))).toBe(plain);
    }),
  );
});

test("a text folded with the way back is the same, and each word leads to its place", () => {
  const text = "The  Café of “Straße”\u00ad, أَلْمَاءُ गाँव";
  const folded = foldWords(text);
  const placeOf = (word: string): string => {
    const offset = folded.text.indexOf(word);
    const { start, end } = unfold(folded, offset, offset + word.length);
    return text.slice(start, end);
  };
  expect(folded.text).toBe(plainWords(text));
  expect(["cafe", "strasse", '"', "الماء", "गांव", "the cafe"].map(placeOf)).toEqual([
    "Café",
    "Straße",
    "“",
    "أَلْمَاءُ",
    "गाँव",
    "The  Café",
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (any) => {
      const { text: words, offsets } = foldWords(any);
      expect(words).toBe(plainWords(any));
      expect(offsets).toHaveLength(words.length + 1);
      expect(offsets.toSorted((a, b) => a - b)).toEqual(offsets);
    }),
  );
});

test.each([
  ["", []],
  ["harbour  Board", ["harbour", "board"]],
  ['the "Harbour Board" says', ["the", "harbour board", "says"]],
  ["“harbour board”", ["harbour board"]],
  ['open "harbour bo', ["open", "harbour bo"]],
  ['""', []],
])("the terms of %j are %j", (typed, terms) => {
  expect(termsOf(typed)).toEqual(terms);
});

test("white space of any kind and length is one space, and none at the ends", () => {
  const unit = fc.constantFrom(" ", "\n", "\t", "\u00a0", "\u2003", "\u3000", "a", "é", "港");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      expect(plainWords(text)).toBe(plainWords(text.split(/\s+/).join(" ").trim()));
      expect(plainWords(text)).not.toMatch(/^\s|\s$|\s\s|[^\S ]/);
    }),
  );
});
