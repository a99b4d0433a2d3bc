import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../../../shared/analysis/library.cases.ts";
import { matches } from "../../../shared/filter/query.ts";
import { sampleLibrary } from "../../../shared/sample-library.cases.ts";
import type { Query } from "../../../shared/workbench.ts";
import { everyClaim, isOpen, shownClaims } from "./shown.ts";

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

test("the list is the identical one until library or filter is another", () => {
  const query: Query = { text: "ever" };
  const list = shownClaims(library, query);
  expect(shownClaims(library, query)).toBe(list);
  expect(shownClaims(library, { ...query })).not.toBe(list);
  expect(everyClaim(library)).toBe(everyClaim(library));
  expect(shownClaims(library, {})).toBe(everyClaim(library));
  expect(everyClaim(sampleLibrary([]))).toEqual([]);
});

const spoken = libraryOf([
  { actor: "Harbour Board", issues: ["Water/Fares +"], quote: "Fares must rise with fuel", at: [0, 25] },
  {
    actor: "Islands Council",
    issues: ["Water/Fares -", "Roads ~"],
    quote: "No village pays for its road",
    at: [30, 58],
  },
  { actor: null, issues: [], quote: "A note of the harbour", at: [60, 81] },
  { actor: "Board of Roads", issues: ["Water ?"], paper: "B paper", quote: "The fuel is the board's", at: [0, 23] },
]);

test("letter by letter, what is left is what each query means by itself", () => {
  const word = fc.constantFrom(
    "fares",
    "harbour board",
    "road",
    "water",
    "fuel",
    "council",
    "xyz",
    '"the fuel"',
    "board fuel",
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      for (const typed of words)
        for (let length = 1; length <= typed.length; length++) {
          const query: Query = { text: typed.slice(0, length) };
          expect(shownClaims(spoken, query)).toEqual(everyClaim(spoken).filter(matches(spoken, query)));
        }
    }),
  );
});
