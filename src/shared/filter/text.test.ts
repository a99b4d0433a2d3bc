import fc from "fast-check";
import { expect, test } from "vitest";
import { allCoded } from "../claims/claims.ts";
import { sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { Filter, filterDepth } from "../model/filter.ts";
import { anyFilter } from "./filter.cases.ts";
import { matches } from "./query.ts";
import { parseFilter, printFilter } from "./text.ts";

const cases: readonly (readonly [string, Filter])[] = [
  ["", { all: [] }],
  ["closed", { words: "closed" }],
  ['the "closed weir"', { words: 'the "closed weir"' }],
  ["note: this", { words: "note: this" }],
  ["issue:Water/Allocation", { position: { issue: "Water/Allocation" } }],
  ['issue="Water supply"', { position: { issue: "Water supply", alone: true } }],
  ["[issue:Water stance:+ strength:2..]", { position: { issue: "Water", stance: "+", strength: { from: 2 } } }],
  ["stance:none", { position: { stance: "" } }],
  ['stance:"none"', { position: { stance: "none" } }],
  ["[issue:Water stance:none]", { position: { issue: "Water", stance: "" } }],
  ["issue:Water actor:EU weir", { all: [{ position: { issue: "Water" } }, { actor: "EU" }, { words: "weir" }] }],
  [
    "a b OR NOT (actor:EU AND certainty:3..5)",
    { any: [{ words: "a b" }, { not: { all: [{ actor: "EU" }, { certainty: { from: 3, to: 5 } }] } }] },
  ],
  ["certainty:none", { certainty: null }],
  ["reliability:a..c", { reliability: { from: "A", to: "C" } }],
  ["created:2026-01..", { created: { from: "2026-01" } }],
  ['members:"Board of \\"Works\\""', { actor: 'Board of "Works"', members: true }],
  ['actor:""', { actor: "" }],
  ["kind:note relation:any", { all: [{ kind: "note" }, { relation: "any" }] }],
  ["NOT NOT ()", { not: { not: { all: [] } } }],
];

test.each(cases)("%j means %j", (text, filter) => {
  expect(parseFilter(text)).toEqual(filter);
});

test.each([
  ["(a", "incomplete"],
  ["a )", "at “)”"],
  ["a OR", "incomplete"],
  ["NOT", "incomplete"],
  ["AND a", "at “AND”"],
  ["[issue:Water closed]", "at “closed”"],
  ["certainty:9", "at “certainty:9”"],
  ["certainty:high", "at “certainty:high”"],
  ["kind:thing", "at “kind:thing”"],
  ["created:yesterday", "at “created:yesterday”"],
  ["(".repeat(10_000), "at “(”"],
  ["NOT ".repeat(10_000), "at “NOT”"],
])("%j is refused with the place", (text, place) => {
  expect(() => parseFilter(text)).toThrow(place);
});

test("a filter as deep as one may be reads back; one that is deeper is refused in words", () => {
  const steps: ((filter: Filter) => Filter)[] = [
    (filter) => ({ not: filter }),
    (filter) => ({ all: [{ actor: "x" }, filter] }),
    (filter) => ({ any: [filter, { coder: "y" }] }),
  ];
  const kinds = fc.array(fc.constantFrom(...steps), { minLength: filterDepth - 1, maxLength: filterDepth - 1 });
  fc.assert(
    fc.property(kinds, (some) => {
      const deep = some.reduce<Filter>((filter, step) => step(filter), { words: "a" });
      const text = printFilter(Filter.parse(deep));
      expect(printFilter(Filter.parse(parseFilter(text)))).toBe(text);
    }),
    { numRuns: 10 },
  );
  const most = `${"actor:a (actor:b OR ".repeat(12)}c${")".repeat(12)}`;
  expect(() => parseFilter(most)).toThrow(/20 levels/);
});

test("what is printed reads back as a filter that means the same and prints the same", () => {
  const library = sampleLibrary();
  const all = allCoded(library);
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const text = printFilter(filter);
      const back = parseFilter(text);
      expect(all.map(matches(library, { where: back }))).toEqual(all.map(matches(library, { where: filter })));
      expect(printFilter(back)).toBe(text);
      expect(Filter.parse(back)).toEqual(back);
    }),
  );
});
