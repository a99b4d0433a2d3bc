import { expect, test } from "vitest";
import type { RecognisedPage, RecognisedWord } from "../../../../shared/model/recognised.ts";
import type { PageChars } from "../../pdfium/page-chars.ts";
import { recognisedChars } from "./recognised-chars.ts";

const page = (...words: RecognisedWord[]): RecognisedPage => ({
  page: 0,
  languages: ["eng"],
  confidence: 90,
  turn: 90,
  skew: 1,
  lines: [{ size: 10, base: 100, words }],
});
const word = (text: string, more: Partial<RecognisedWord> = {}): RecognisedWord => ({
  text,
  confidence: 95,
  left: 20,
  right: 60,
  ...more,
});
const letters = (chars: PageChars): string[] => Array.from({ length: chars.length }, (_, k) => chars.text(k));
const edges = (chars: PageChars): number[][] =>
  Array.from({ length: chars.length }, (_, k) => [chars.left(k), chars.right(k)]);

test("words are parted by made spaces and lines by made line ends", () => {
  const chars = recognisedChars(page(word("No"), word("a🙂", { left: 70, right: 90 })));
  expect(letters(chars)).toEqual(["N", "o", " ", "a", "🙂", "\r", "\n"]);
  expect([2, 5, 6].every((k) => chars.isGenerated(k))).toBe(true);
  expect(chars.isGenerated(0)).toBe(false);
  expect(chars.run(0)).toMatchObject({ size: 10, turn: 90, origin: [20, 100] });
});

test("letters are as high as their line, and parted where the picture shows it, else evenly", () => {
  const chars = recognisedChars(page(word("abc", { cuts: [25, 50] }), word("ab", { cuts: [1, 2, 3] })));
  expect(edges(chars).slice(0, 3)).toEqual([
    [20, 25],
    [25, 50],
    [50, 60],
  ]);
  expect(edges(chars).slice(4, 6)).toEqual([
    [20, 40],
    [40, 60],
  ]);
  expect(chars.bottom(0)).toBeCloseTo(97.8);
  expect(chars.top(0)).toBeCloseTo(107.8);
});

test("words that run from right to left begin on the right", () => {
  const chars = recognisedChars(page(word("بان", { cuts: [30, 40] })));
  expect(edges(chars).slice(0, 3)).toEqual([
    [40, 60],
    [30, 40],
    [20, 30],
  ]);
});

test("letters of an unsure word are doubtful, and none of another is", () => {
  const chars = recognisedChars(page(word("sure", { confidence: 60 }), word("not", { confidence: 59 })));
  const doubtful = letters(chars).filter((_, k) => chars.doubtOf(k) !== null);
  expect(doubtful.join("")).toBe("not");
  expect(letters(chars).flatMap((_, k) => chars.doubtOf(k) ?? [])).toEqual([59, 59, 59]);
});
