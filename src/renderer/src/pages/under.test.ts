import { expect, test } from "vitest";
import type { Highlight } from "../editor/annotations.ts";
import { highlightOf } from "../editor/highlights.cases.ts";
import { annotationsUnder } from "./under.ts";

const area = (page: number, x: number, width: number): Highlight => ({
  ...highlightOf(),
  start: 10,
  region: { page, x, y: 0, width, height: 10, quote: "" },
});
const [claim, next, large, small, other] = [
  highlightOf([0, 10]),
  highlightOf([10, 20]),
  area(0, 0, 50),
  area(0, 20, 10),
  area(1, 0, 50),
];
const all = [claim, next, large, small, other];

test.each<[string, number | null, number, readonly Highlight[]]>([
  ["words beside a rectangle", 4, 80, [claim]],
  ["the first letter after a claim's words", 10, 80, [next]],
  ["a rectangle without words", null, 5, [large]],
  ["rectangles in each other, the smaller one first", null, 25, [small, large]],
  ["words in a rectangle, the words first", 4, 5, [claim, large]],
  ["neither", null, 80, []],
])("under a point are: %s", (_, letter, x, wanted) => {
  expect(annotationsUnder(all, letter, { page: 0, x, y: 5 })).toEqual(wanted);
});
