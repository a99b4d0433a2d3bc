import fc from "fast-check";
import { expect, test } from "vitest";
import { WordNumbers } from "./word-numbers.ts";
import { plainWords } from "./words.ts";

/** Letters of several scripts, marks, blanks and halves of surrogate pairs. */
const letter = fc.constantFrom(
  ..."abAé ßıİΣς\u0301\t\n\u00a0\u200b\ufeff،ہک١़ँ港한ㅎ´ﬁ\u00ad😀",
  "\ud83d",
  "\ude00",
  "  ",
);
const text = fc.oneof(
  fc.array(letter, { maxLength: 24 }).map((letters) => letters.join("")),
  fc.string({ unit: "binary" }),
);

/** The words as numbers, and each number's word. */
function numbersOf(texts: readonly string[]) {
  const vocabulary = new WordNumbers();
  const numbers = texts.map((text) => {
    const found: number[] = [];
    vocabulary.addWords(text, found);
    return found;
  });
  return { vocabulary, numbers };
}

const wordsOf = (text: string): string[] =>
  plainWords(text)
    .split(" ")
    .filter((word) => word !== "");

test("equal words as they are compared have one number, others another", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const { vocabulary, numbers } = numbersOf(texts);
      const byWord = new Map<string, number>();
      for (const [index, words] of texts.map(wordsOf).entries()) {
        expect(numbers[index]).toHaveLength(words.length);
        for (const [place, word] of words.entries()) {
          const number = numbers[index]?.[place] ?? -1;
          expect(byWord.get(word) ?? number).toBe(number);
          byWord.set(word, number);
        }
      }
      expect(vocabulary.size).toBe(byWord.size);
      expect([...byWord.values()].sort((a, b) => a - b)).toEqual([...byWord].map((_, index) => index));
    }),
  );
});

test("a term is found in the part of a word in which its letters are", () => {
  const parts = {
    any: (word: string, term: string) => word.includes(term),
    start: (word: string, term: string) => word.startsWith(term),
    end: (word: string, term: string) => word.endsWith(term),
    whole: (word: string, term: string) => word === term,
  };
  const part = fc.constantFrom("any", "start", "end", "whole");
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 8 }),
      text,
      fc.nat(4),
      fc.nat(4),
      part,
      (texts, other, from, length, part) => {
        const { vocabulary, numbers } = numbersOf(texts);
        const words = texts.flatMap(wordsOf);
        const known = words[from % Math.max(1, words.length)] ?? "";
        for (const term of [known.slice(from % 2, (from % 2) + length + 1), wordsOf(other)[0] ?? ""]) {
          if (term === "") continue;
          const marks = vocabulary.marks(term, part);
          for (const [index, number] of numbers.flat().entries())
            expect([words[index], marks[number] === 1]).toEqual([words[index], parts[part](words[index] ?? "", term)]);
        }
      },
    ),
  );
});

test("there is room for many words, and long ones", () => {
  const words = Array.from({ length: 30_000 }, (_, index) => `word${index * 7919}`);
  const { vocabulary, numbers } = numbersOf([words.join(" "), "é".repeat(5000), words[29_999] ?? ""]);
  expect(numbers[2]).toEqual([29_999]);
  expect(vocabulary.size).toBe(30_001);
  expect(vocabulary.marks("e".repeat(5000), "whole").indexOf(1)).toBe(30_000);
  expect(vocabulary.marks(words[29_998] ?? "", "whole").indexOf(1)).toBe(29_998);
  expect(new WordNumbers().marks("a", "any")).toHaveLength(0);
});
