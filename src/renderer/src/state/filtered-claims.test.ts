import { expect, test } from "vitest";
import { libraryOf } from "../../../shared/analysis/library.cases.ts";
import { apply } from "../../../shared/change/change.ts";
import { allCoded } from "../../../shared/claims/claims.ts";
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
  expect(shownClaims(library, {})).toBe(shownClaims(library, { text: " " }));
  expect(shownClaims(library, query)).toBe(shownClaims(library, query));
  expect(allClaims(sampleLibrary([])).length).toBe(0);
});

test("after each change the filter answers for the library as it is now,", () => {
  let now = libraryOf(
    ["Fares rise", "Fuel is dear", "No road"].map((quote, index) => ({
      actor: "Board",
      issues: ["Water +"],
      paper: `Paper ${index}`,
      quote,
    })),
  );
  const said = (text: string): string[] =>
    shownClaims(now, { text }).map(({ annotation }) => `${annotation.passage.ranges[0]?.quote}${annotation.note}`);
  expect(said("fuel")).toEqual(["Fuel is dear"]);
  for (const note of [" and fuel", " and roads", " and fuel again"]) {
    const from = allCoded(now).find(({ annotation }) => annotation.passage.ranges[0]?.quote === "No road")?.annotation;
    if (from === undefined) throw new Error("there is no claim");
    now = apply(now, { edits: [{ table: "annotations", from, to: { ...from, note } }] });
    expect(said("fuel").sort()).toEqual(["Fuel is dear", ...(note.includes("fuel") ? [`No road${note}`] : [])]);
    expect(said("road").length).toBe(1);
  }
});
