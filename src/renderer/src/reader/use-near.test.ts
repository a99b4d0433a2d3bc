import { expect, test } from "vitest";
import type { Highlight } from "../editor/annotations.ts";
import { highlightOf } from "../editor/highlights.cases.ts";
import { nearHighlights } from "./use-near.ts";

test("a paper with few annotations has them all drawn, whatever is on the screen", () => {
  const all = [highlightOf([0, 10]), highlightOf([5000, 5010])];
  expect(nearHighlights(all, { start: 0, end: 100 })).toBe(all);
});

test("of very many only those are drawn of which a word is near the screen", () => {
  const many = Array.from({ length: 1200 }, (_, index) => highlightOf([index * 100, index * 100 + 40]));
  const [whole, torn] = [highlightOf([0, 200_000]), highlightOf([10, 20], [50_010, 50_020])];
  const [first, ...others] = many as [Highlight, ...Highlight[]];
  const drawn = nearHighlights([whole, first, torn, ...others], { start: 50_000, end: 50_400 });
  expect(drawn).toEqual([whole, torn, ...many.slice(500, 504)]);
  expect(nearHighlights(many, null)).toBe(many);
});
