import { expect, test } from "vitest";
import { ids, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { linksOf } from "./relations.ts";

test("a relation is seen from both of its ends, and found once for each state of the library", () => {
  const library = sampleLibrary();
  const links = linksOf(library);
  expect(links.get(ids.claim)).toMatchObject([{ other: { annotation: ids.note }, back: false }]);
  expect(links.get(ids.note)).toMatchObject([{ other: { annotation: ids.claim }, back: true }]);
  expect(linksOf({ ...library })).toBe(links);
  expect(linksOf({ ...library, relations: {} }).size).toBe(0);
});
