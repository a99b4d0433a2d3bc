import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import { allCoded } from "../claims/claims.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { newId, PaperId } from "../model/ids.ts";
import type { Query } from "../model/query.ts";
import { findPaper } from "../papers/find-paper.ts";
import { matches, matchesInPaper, saysVersion } from "./query.ts";
import { parseFilter, printFilter } from "./text.ts";

const sample = sampleLibrary();
const [claim] = allCoded(sample);
const old = sample.papers[ids.paper];
if (old === undefined || claim === undefined) throw new Error("The sample has a paper with a claim.");
const paper = { ...old, id: newId(PaperId), replaces: old.id };
const copy = { ...claim.annotation, paper: paper.id };
const library = apply(sample, {
  edits: [
    { table: "papers", from: null, to: paper },
    { table: "annotations", from: null, to: copy },
  ],
});

/** How many annotations of the earlier and of the newer version a query leaves. */
function counts(query: Query): [earlier: number, newer: number] {
  const left = allCoded(library).filter(matches(library, query));
  const ofPaper = (id: string): number => left.filter(({ annotation }) => annotation.paper === id).length;
  return [ofPaper(ids.paper), ofPaper(paper.id)];
}

test.each<[string, Query, [number, number]]>([
  ["nothing", {}, [0, 1]],
  ["words", { text: "ever" }, [0, 1]],
  ["all versions", { versions: "all" }, [2, 1]],
  ["the earlier paper by name", { papers: [ids.paper] }, [2, 0]],
  ["the newer paper by name", { papers: [paper.id] }, [0, 1]],
  ["earlier versions", { where: { version: "earlier" } }, [2, 0]],
  ["the newest version", { where: { version: "newest" } }, [0, 1]],
  ["versions of both kinds", { where: { version: "all" } }, [2, 1]],
  ["a version deep in a filter", { where: { any: [{ not: { version: "newest" } }, { words: "none" }] } }, [2, 0]],
])("a query that says %s counts", (_what, query, expected) => {
  expect(counts(query)).toEqual(expected);
});

test("somebody who looks at an earlier version sees its claims", () => {
  expect(allCoded(library).filter(matchesInPaper(library, {}))).toHaveLength(3);
});

test.each(["version:all", "version:newest", "NOT version:earlier", "Water version:earlier"])(
  "%s is read and written",
  (text) => {
    const filter = parseFilter(text);
    expect(saysVersion(filter)).toBe(true);
    expect(parseFilter(printFilter(filter))).toEqual(filter);
  },
);

test("another word for a version is refused", () => {
  expect(() => parseFilter("version:middle")).toThrow();
  expect(saysVersion(parseFilter("Water OR paper:x"))).toBe(false);
});

test("a title that two versions have means the newest", () => {
  expect(findPaper(library, "A paper").id).toBe(paper.id);
  expect(findPaper(library, ids.paper).id).toBe(ids.paper);
});
