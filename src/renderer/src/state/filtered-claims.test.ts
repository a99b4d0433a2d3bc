import { expect, test } from "vitest";
import { sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import type { Query } from "../../../shared/model/query.ts";
import { allClaims, filteredClaims, isOpen, shownClaims } from "./filtered-claims.ts";

const library = sampleLibrary();

test.each<[Query, boolean, number]>([
  [{}, true, 2],
  [{ text: "  " }, true, 2],
  [{ papers: [] }, true, 2],
  [{ where: { all: [{ all: [] }] } }, true, 2],
  [{ where: { any: [] } }, false, 0],
  [{ text: "ever" }, false, 1],
  [{ where: { kind: "note" } }, false, 1],
])("of the query %j it is %s that it leaves everything in; it leaves %i", (query, open, count) => {
  expect([isOpen(query), shownClaims(library, query).length]).toEqual([open, count]);
});

test("the answer is the identical one until library or filter is another", () => {
  const query: Query = { text: "ever" };
  const left = filteredClaims(library, query);
  expect(filteredClaims(library, query)).toBe(left);
  expect(filteredClaims(library, { ...query })).not.toBe(left);
  expect(left.count).toBe(shownClaims(library, query).length);
  expect(allClaims(library)).toBe(allClaims(library));
  expect(shownClaims(library, {})).toBe(allClaims(library));
  expect(allClaims(sampleLibrary([]))).toEqual([]);
});
