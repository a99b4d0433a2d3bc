import { expect, test } from "vitest";
import { AnnotationId, newId } from "../../../shared/model/ids.ts";
import type { Highlight } from "../editor/annotations.ts";
import { annotationsUnder } from "./under.ts";

const words = (start: number, end: number): Highlight => ({
  id: newId(AnnotationId),
  ranges: [{ start, end, lane: 0 }],
  start,
  region: null,
  look: "supports",
  title: "Union: supports Fares",
});
const area = (page: number, x: number, width: number): Highlight => ({
  ...words(10, 10),
  ranges: [],
  region: { page, x, y: 0, width, height: 10, quote: "" },
});
const [claim, next, large, small, other] = [
  words(0, 10),
  words(10, 20),
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
