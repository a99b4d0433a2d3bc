import { expect, test } from "vitest";
import { isSimilar, pairSimilar } from "./similar-words.ts";

test.each([
  ["organisation", "organization", true],
  ["labour", "labor", true],
  ["goverment", "government", true],
  ["rnodern", "modern", true],
  ["supports", "opposes", false],
  ["fare", "fair", false],
  ["the", "tho", false],
  ["وزارتوں", "وزارتون", true],
  ["", "", false],
])("%s and %s: %s", (text, other, is) => {
  expect([isSimilar(text, other), isSimilar(other, text)]).toEqual([is, is]);
});

test.each([
  ["the same word written otherwise", ["a", "colour", "b"], ["colour", "c"], [[1, 0]]],
  ["a word parted", ["report"], ["re", "port"], [[0, 0]]],
  [
    "words joined",
    ["long", "term", "plan"],
    ["longterm", "plan"],
    [
      [0, 0],
      [2, 1],
    ],
  ],
  ["in order only", ["first", "second"], ["second", "first"], [[1, 0]]],
  ["nothing alike", ["one"], ["other"], []],
  ["nothing at all", [], ["other"], []],
])("%s", (_what, before, after, expected) => {
  const found = pairSimilar(before, after).map((pair) => [pair.before, pair.after]);
  expect(found).toEqual(expected);
});
