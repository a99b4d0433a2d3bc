import { expect, test } from "vitest";
import { AnnotationId, newId } from "../../../shared/model/ids.ts";
import type { Highlight } from "../editor/annotations.ts";
import { nearHighlights } from "./use-near.ts";

const highlight = (...ranges: readonly (readonly [number, number])[]): Highlight => ({
  id: newId(AnnotationId),
  ranges: ranges.map(([start, end]) => ({ start, end, lane: 0 })),
  start: ranges[0]?.[0] ?? 0,
  region: null,
  look: "supports",
  title: "Union: supports Fares",
});

test("a paper with few annotations has them all drawn, whatever is on the screen", () => {
  const all = [highlight([0, 10]), highlight([5000, 5010])];
  expect(nearHighlights(all, { start: 0, end: 100 })).toBe(all);
});

test("of very many only those are drawn of which a word is near the screen", () => {
  const many = Array.from({ length: 1200 }, (_, index) => highlight([index * 100, index * 100 + 40]));
  const [whole, torn] = [highlight([0, 200_000]), highlight([10, 20], [50_010, 50_020])];
  const [first, ...others] = many as [Highlight, ...Highlight[]];
  const drawn = nearHighlights([whole, first, torn, ...others], { start: 50_000, end: 50_400 });
  expect(drawn).toEqual([whole, torn, ...many.slice(500, 504)]);
  expect(nearHighlights(many, null)).toBe(many);
});
