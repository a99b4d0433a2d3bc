import fc from "fast-check";
import { expect, test } from "vitest";
import { allCoded } from "../claims/claims.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { Filter } from "../model/filter.ts";
import { anyFilter } from "./filter.cases.ts";
import { filterWithNames, isEmpty, sameFilter, simplified } from "./names.ts";
import { matches } from "./query.ts";
import { printFilter } from "./text.ts";

const library = sampleLibrary();
const meant = (where: Filter): boolean[] => allCoded(library).map(matches(library, { where }));

test("names stand for identifiers", () => {
  const filter: Filter = {
    any: [
      { not: { position: { issue: ids.child, alone: true, strength: null } } },
      { all: [{ actor: ids.actor }, { coder: ids.coder }, { paper: ids.paper }, { kind: "claim" }] },
    ],
  };
  expect(printFilter(filterWithNames(library, filter))).toBe(
    'NOT [issue="Water/Quality\\\\/taste" strength:none] OR actor:"Harbour Board" AND coder:Ada AND paper:"A paper" AND kind:claim',
  );
});

test.each(["constructor", "toString", "__proto__"])("%s is a word like any other", (word) => {
  const filters: Filter[] = [
    { actor: word },
    { coder: word },
    { paper: word },
    { position: { issue: word, stance: word } },
  ];
  for (const filter of filters) {
    expect(filterWithNames(library, filter)).toEqual(filter);
    expect(meant(filter)).toEqual([false, false]);
  }
});

test("named or simplified, a filter means the same", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(meant(filterWithNames(library, filter))).toEqual(meant(filter));
      expect(meant(simplified(filter))).toEqual(meant(filter));
      expect(simplified(simplified(filter))).toEqual(simplified(filter));
    }),
  );
});

test.each<[Filter, Filter, boolean]>([
  [{ words: "a" }, { all: [{ any: [{ words: "a" }] }] }, true],
  [{ words: "a" }, { not: { not: { words: "a" } } }, true],
  [{ all: [{ words: "a" }, { all: [{ words: "b" }] }] }, { all: [{ words: "a" }, { words: "b" }] }, true],
  [{ all: [{ words: "a" }, { words: "b" }] }, { all: [{ words: "b" }, { words: "a" }] }, false],
  [{ any: [] }, { all: [] }, false],
])("%j is written like %j: %s", (a, b, same) => {
  expect([sameFilter(a, b), sameFilter(b, a)]).toEqual([same, same]);
});

test.each([
  [{ all: [] }, true],
  [{ not: { not: { all: [{ all: [] }] } } }, true],
  [{ any: [{ all: [] }] }, true],
  [{ any: [] }, false],
  [{ all: [{ kind: "note" }] }, false],
] as const)("%j leaves everything in: %s", (filter, empty) => {
  expect(isEmpty(filter)).toBe(empty);
});

test.each<[Filter, boolean]>([
  [{ all: [] }, true],
  [{ words: " " }, true],
  [{ all: [{ words: "" }, { all: [{ words: "" }] }] }, true],
  [{ any: [{ words: "" }, { kind: "note" }] }, true],
  [{ all: [{ words: "" }, { kind: "note" }] }, false],
  [{ not: { words: "" } }, false],
  [{ words: "a" }, false],
])("whether %j leaves everything in: %j", (filter, empty) => {
  expect(isEmpty(filter)).toBe(empty);
});
