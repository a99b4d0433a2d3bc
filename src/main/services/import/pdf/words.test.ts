import fc from "fast-check";
import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { addWords, asciiWords, isCompound } from "./words.ts";

const words = new Map(
  Object.entries({
    "well-designed": 1,
    therefore: 2,
    term: 1,
    view: 1,
    interview: 1,
    evidence: 3,
    parent: 2,
    reported: 4,
    contract: 2,
    law: 5,
    under: 2,
    stand: 1,
    "co-operate": 3,
    cooperate: 1,
    "e-mail": 1,
    email: 4,
    procedures: 0,
    non: 1,
    house: 1,
    holds: 1,
  }),
);

test.each([
  ["well", "designed", true],
  ["there", "fore", false],
  ["long", "term", true],
  ["commis", "sion", false],
  ["inter", "view", false],
  ["evidence", "based", true],
  ["parent", "reported", true],
  ["contract", "law", true],
  ["under", "stand", false],
  ["house", "holds", false],
  ["co", "operate", true],
  ["e", "mail", false],
  ["pro", "vides", false],
  ["pro", "cedures", false],
  ["health", "related", true],
  ["standards", "based", true],
  ["inter", "related", false],
  ["well", "known", true],
  ["well", "being", false],
  ["Well", "ington", false],
] as const)("%s-%s at a line end: the hyphen belongs to the word: %s", (before, after, kept) => {
  expect(isCompound(before, after, words)).toBe(kept);
});

test("the halves of a word that is parted at a line's end are no evidence for themselves", () => {
  const found = new Map<string, number>();
  addWords(
    found,
    linesFrom([
      { text: "the office pro-", x: 50, y: 100 },
      { text: "vides the office", x: 50, y: 88 },
    ]),
  );
  expect([...found]).toEqual([
    ["the", 2],
    ["office", 2],
  ]);
});

test("the words of a text in ASCII are those that the pattern for every script finds", () => {
  const word = /\p{L}+(?:-\p{L}+)*(?![-\p{Cc}\p{L}])/gu;
  const letter = fc.constantFrom("a", "b", "Z", "-", "-", " ", ".", "3", "'", "\u0002", "\u007f", "@", "[", "`", "{");
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 30 }), (text) => {
      const ranges = asciiWords(text);
      const found = ranges.flatMap((start, n) => (n % 2 === 0 ? [[start, text.slice(start, ranges[n + 1])]] : []));
      expect(found).toEqual([...text.matchAll(word)].map(({ index, 0: text }) => [index, text]));
    }),
  );
});
