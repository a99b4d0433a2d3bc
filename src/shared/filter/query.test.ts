import fc from "fast-check";
import { expect, test } from "vitest";
import { allCoded } from "../claims/claims.ts";
import { libraryWith } from "../codebook/codebook.cases.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { type Filter, filterDepth } from "../model/filter.ts";
import { Query } from "../model/query.ts";
import { anyFilter } from "./filter.cases.ts";
import { matches } from "./query.ts";
import { parseFilter } from "./text.ts";

const library = sampleLibrary();

const cases: readonly (readonly [Query, readonly string[]])[] = [
  [{}, ["Ever", "words"]],
  [{ papers: [ids.paper] }, ["Ever", "words"]],
  [{ annotations: [ids.note] }, ["words"]],
  [{ annotations: [ids.note], issue: "Water" }, []],
  [{ annotations: [] }, []],
  [{ issue: "Water" }, ["Ever"]],
  [{ issue: "water/quality\\/taste" }, ["Ever"]],
  [{ issue: "Quality\\/taste" }, ["Ever"]],
  [{ issue: "Wat" }, []],
  [{ stance: "support" }, ["Ever"]],
  [{ stance: "+" }, ["Ever"]],
  [{ stance: "opposes" }, []],
  [{ stance: "no such stance" }, []],
  [{ stance: "none" }, []],
  [{ stance: "" }, []],
  [{ actor: "hb" }, ["Ever", "words"]],
  [{ actor: "nobody" }, []],
  [{ text: "EVÉR" }, ["Ever"]],
  [{ text: "harbour  board" }, ["Ever", "words"]],
  [{ text: 'board "ever"' }, ["Ever"]],
  [{ text: '"board ever"' }, []],
  [{ where: { position: { issue: "Water", alone: true } } }, []],
  [{ where: { position: { issue: ids.root } } }, ["Ever"]],
  [{ where: { position: { issue: ids.root, alone: true } } }, []],
  [{ where: { position: { issue: "taste", strength: { from: 1, to: 2 } } } }, []],
  [{ where: { position: { strength: { from: 1, to: 2 } } } }, ["Ever"]],
  [{ where: { position: { strength: null } } }, []],
  [{ where: { actor: "" } }, []],
  [{ where: { actor: "harbour board", members: true } }, ["Ever", "words"]],
  [{ where: { coder: "ada" } }, ["Ever", "words"]],
  [{ where: { certainty: { from: 5 } } }, []],
  [{ where: { certainty: { to: 4 } } }, ["Ever", "words"]],
  [{ where: { reliability: null } }, ["Ever", "words"]],
  [{ where: { credibility: { from: 1 } } }, []],
  [{ where: { created: { from: "2026-01-02", to: "2026-01" } } }, ["Ever", "words"]],
  [{ where: { created: { to: "2026-01-01" } } }, []],
  [{ where: { modified: { from: "2027" } } }, []],
  [{ where: { published: null } }, ["Ever", "words"]],
  [{ where: { paper: "a  PAPER" } }, ["Ever", "words"]],
  [{ where: { tag: "urgent" } }, []],
  [{ where: { kind: "note" } }, ["words"]],
  [{ where: { relation: "any" } }, ["Ever", "words"]],
  [{ where: { relation: "contradicts" } }, []],
  [{ where: { not: { kind: "note" } } }, ["Ever"]],
  [{ where: { any: [{ kind: "note" }, { words: "ever" }] } }, ["Ever", "words"]],
  [{ text: "board", where: { kind: "claim" } }, ["Ever"]],
  [{ text: "taste", actor: "HB", stance: "+" }, ["Ever"]],
];

test.each(cases)("the query %j means %j", (query, quotes) => {
  const found = allCoded(library).filter(matches(library, query));
  expect(found.map(({ annotation }) => annotation.passage.ranges[0]?.quote)).toEqual(quotes);
});

const all = allCoded(library);
const meant = (where: Filter): boolean[] => all.map(matches(library, { where }));

test("filters compose: all is AND, any is OR, not is NOT, in any order and depth", () => {
  fc.assert(
    fc.property(anyFilter, anyFilter, anyFilter, (a, b, c) => {
      const [inA = [], inB = [], inC = []] = [a, b, c].map(meant);
      const each = (test: (index: number) => boolean | undefined): (boolean | undefined)[] =>
        all.map((_, index) => test(index));
      expect(meant({ all: [a, b, c] })).toEqual(each((index) => inA[index] && inB[index] && inC[index]));
      expect(meant({ any: [a, b, c] })).toEqual(each((index) => inA[index] || inB[index] || inC[index]));
      expect(meant({ not: a })).toEqual(each((index) => !inA[index]));
      expect(meant({ not: { any: [a, b] } })).toEqual(meant({ all: [{ not: a }, { not: b }] }));
      expect(meant({ all: [a, { any: [b, c] }] })).toEqual(meant({ any: [{ all: [a, b] }, { all: [a, c] }] }));
    }),
  );
});

test("issue and stance of the flat form must be found in one and the same position", () => {
  const [first] = all[0]?.positions ?? [];
  if (first === undefined) throw new Error("the sample has no position");
  const opposes = Object.values(library.stances).find((stance) => stance.name === "opposes")?.id ?? first.stance;
  const second = { ...first, issue: ids.root, stance: opposes };
  const coded = all.slice(0, 1).map((claim) => ({ ...claim, positions: [first, second] }));
  const count = (query: Query): number => coded.filter(matches(library, query)).length;
  expect(count({ issue: "taste", stance: "opposes" })).toBe(0);
  expect(count({ issue: "Quality\\/taste", stance: "supports" })).toBe(1);
  expect(count({ where: { all: [{ position: { issue: ids.child } }, { position: { stance: "opposes" } }] } })).toBe(1);
});

test("a filter nested too deeply is refused by the contract", () => {
  const nested = (depth: number): unknown => (depth === 1 ? { kind: "note" } : { not: nested(depth - 1) });
  expect(Query.safeParse({ where: nested(filterDepth) }).success).toBe(true);
  expect(Query.safeParse({ where: nested(filterDepth + 1) }).success).toBe(false);
  expect(Query.safeParse({ where: { all: [], any: [] } }).success).toBe(false);
});

test("claims without a stance are found by themselves, apart from unclear ones", () => {
  const stances = ["Air supports", "Air unclear", "Air none"];
  const coded = libraryWith(["Air", "Sea"], [...stances.map((stance) => [stance]), ["Air opposes", "Sea none"], []]);
  const found = (query: Query): number[] => {
    const test = matches(coded, query);
    return allCoded(coded).flatMap((claim, index) => (test(claim) ? [index] : []));
  };
  for (const written of ["", " ", "none", "None", "no stance"]) expect(found({ stance: written })).toEqual([2, 3]);
  expect(found({ where: parseFilter("stance:none") })).toEqual([2, 3]);
  expect(found({ where: parseFilter("[issue:Air stance:none]") })).toEqual([2]);
  expect(found({ where: parseFilter("NOT stance:none kind:claim") })).toEqual([0, 1]);
  expect(found({ stance: "unclear" })).toEqual([1]);
  expect(found({ stance: "00000000-0000-7000-8000-0000000000ff" })).toEqual([]);
});
