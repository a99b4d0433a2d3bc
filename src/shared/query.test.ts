import { expect, test } from "vitest";
import { allCoded } from "./claims.ts";
import { matches } from "./query.ts";
import { ids, sampleLibrary } from "./sample-library.cases.ts";
import type { Query } from "./workbench.ts";

const library = sampleLibrary();

const cases: readonly (readonly [Query, readonly string[]])[] = [
  [{}, ["Ever", "words"]],
  [{ papers: [ids.paper] }, ["Ever", "words"]],
  [{ issue: "Water" }, ["Ever"]],
  [{ issue: "water/quality\\/taste" }, ["Ever"]],
  [{ issue: "Quality\\/taste" }, ["Ever"]],
  [{ issue: "Wat" }, []],
  [{ stance: "support" }, ["Ever"]],
  [{ stance: "+" }, ["Ever"]],
  [{ stance: "opposes" }, []],
  [{ stance: "no such stance" }, []],
  [{ actor: "hb" }, ["Ever", "words"]],
  [{ actor: "nobody" }, []],
  [{ text: "EVÉR" }, ["Ever"]],
  [{ text: "harbour  board" }, ["Ever", "words"]],
  [{ text: "taste", actor: "HB", stance: "+" }, ["Ever"]],
];

test.each(cases)("the query %j means %j", (query, quotes) => {
  const found = allCoded(library).filter(matches(library, query));
  expect(found.map(({ annotation }) => annotation.passage.ranges[0]?.quote)).toEqual(quotes);
});
