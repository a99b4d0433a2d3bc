import { expect, test } from "vitest";
import type { Carried } from "../anchor/carry.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Paper } from "../model/paper.ts";
import { checkedEdits, uncertainPlaces } from "./places-to-check.ts";

const annotation = (id: string, quote: string): Annotation =>
  ({ id, passage: { ranges: [{ start: 0, end: 1, quote }], areas: [] } }) as unknown as Annotation;
const found = (status: Carried["status"], isCertain: boolean): Carried => ({ status, score: 1, isCertain, ranges: [] });
const paper = (toCheck?: object[]): Paper => ({ id: "p", ...(toCheck === undefined ? {} : { toCheck }) }) as never;

test("what is not certain is to be checked, with its words before", () => {
  const annotations = [annotation("a", "one"), annotation("b", "two"), annotation("c", "three")];
  const places = [found("same", true), found("changed", false), found("lost", false)];
  expect(uncertainPlaces(paper(), annotations, places)).toEqual({
    toCheck: [
      { annotation: "b", status: "changed", quote: "two" },
      { annotation: "c", status: "lost", quote: "three" },
    ],
  });
  expect(uncertainPlaces(paper(), annotations.slice(0, 1), places)).toEqual({});
});

test("what was to be checked before stays so, with the words of its last certain place", () => {
  const before = paper([{ annotation: "a", status: "changed", quote: "first words" }]);
  expect(uncertainPlaces(before, [annotation("a", "second words")], [found("same", true)])).toEqual({
    toCheck: [{ annotation: "a", status: "changed", quote: "first words" }],
  });
  expect(uncertainPlaces(before, [annotation("a", "second words")], [found("lost", false)])).toEqual({
    toCheck: [{ annotation: "a", status: "lost", quote: "first words" }],
  });
});

test("what is checked is not asked again; the last one leaves no list", () => {
  const places = ["a", "b"].map((id) => ({ annotation: id, status: "lost", quote: "x" }));
  expect(checkedEdits(paper(places), ["a"])).toMatchObject([{ to: { toCheck: [places[1]] } }]);
  const [last] = checkedEdits(paper(places), ["a", "b"]);
  expect(last?.to).toEqual({ id: "p" });
  expect(checkedEdits(paper(places), ["c"])).toEqual([]);
  expect(checkedEdits(paper(), ["a"])).toEqual([]);
});
