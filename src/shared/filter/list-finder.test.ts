import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { claimList } from "../claims/claim-list.ts";
import { anyFilter } from "./filter.cases.ts";
import { filterClaims } from "./filter-result.ts";
import { listFinder } from "./list-finder.ts";
import { matches, testOf } from "./query.ts";

const library = libraryOf([
  { actor: "Harbour Board", issues: ["Water/Fares +"], quote: "Fares must rise with fuel", at: [0, 25] },
  {
    actor: "Islands Council",
    issues: ["Water/Fares -", "Roads ~"],
    quote: "No village pays for its road",
    at: [30, 58],
  },
  { actor: null, issues: [], quote: "A note of the harbour", at: [60, 81] },
  { actor: "Board of Roads", issues: ["Water ?"], paper: "B paper", quote: "The fuel is the board's", at: [0, 23] },
  { actor: "مجلس الميناء", issues: ["Dues +"], paper: "B paper", quote: "رسوم الميناء 港口费", at: [30, 48] },
]);
const list = claimList(library);
const coded = list.coded();
const finder = listFinder(list);
const found = (text: string): string[] => {
  const { marks } = filterClaims(list, testOf(library, { text }, finder));
  return list.coded(marks).map(({ annotation }) => annotation.passage.ranges[0]?.quote.slice(0, 4) ?? "");
};

test.each([
  ["f", ["Fare", "No v", "A no", "The "]],
  ["fu", ["Fare", "The "]],
  ["fare", ["Fare", "No v"]],
  ["harbour board", ["Fare"]],
  ["board", ["Fare", "The "]],
  ["roads", ["No v", "The "]],
  ["islands water", ["No v"]],
  ["الميناء", ["رسوم"]],
  ["港口", ["رسوم"]],
  ["dues board", []],
  ["nowhere", []],
])("%j is said by %j, in words, actor or an issue above", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test("letter by letter, the index finds what a look at each annotation finds", () => {
  for (const typed of ["fares", "harbour board", "council", "xyz", '"the fuel"', "board fuel", "الميناء", "港口费"])
    for (let length = 1; length <= typed.length; length++) {
      const query = { text: typed.slice(0, length) };
      const test = testOf(library, query, finder);
      expect(coded.filter(test)).toEqual(coded.filter(matches(library, query)));
      // A quote that is only begun says nothing yet.
      if (typed.slice(0, length) === '"') expect(test.marks).toBe(undefined);
      else expect(coded.filter((_, place) => test.marks?.[place] === 1)).toEqual(coded.filter(test));
    }
});

test("of many annotations the index finds what a look at each one finds", () => {
  const many = libraryOf(
    Array.from({ length: 70 }, (_, index) => ({
      actor: index % 3 === 0 ? null : `Actor ${index % 5}`,
      issues: index % 4 === 0 ? [] : [`Issue ${index % 7}/Part ${index % 2} +`],
      quote: `Statement ${index} of ${index * 37}`,
      at: [index * 40, index * 40 + 20] as [number, number],
    })),
  );
  const claims = claimList(many);
  const finder = listFinder(claims);
  const typed = fc.constantFrom("1", "37", "statement 4", "actor 2", "part 1 7", '"of 1"', "issue 3 actor", "9 of");
  fc.assert(
    fc.property(typed, fc.option(anyFilter, { nil: undefined }), (text, where) => {
      const query = { text, ...(where === undefined ? {} : { where: { any: [where, { not: { words: text } }] } }) };
      const { marks } = filterClaims(claims, testOf(many, query, finder));
      expect(claims.coded(marks)).toEqual(claims.coded().filter(matches(many, query)));
    }),
  );
});

const words = fc.array(fc.constantFrom("fuel", "a", "ab", "é", "港口", "۱۲", "b-c", "\ud83d\ude00"), { maxLength: 6 });

test("several words in quotes are found from the end of one over whole ones to the beginning of another", () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      words,
      fc.nat(3),
      fc.nat(3),
      (said, asked, from, to) => {
        const library = libraryOf(said.map((words) => ({ actor: null, issues: [], quote: `x ${words.join(" ")}` })));
        const list = claimList(library);
        const phrase = asked.join(" ");
        const query = { text: `"${phrase.slice(from, phrase.length - to)}"` };
        const { marks } = filterClaims(list, testOf(library, query, listFinder(list)));
        expect(list.coded(marks)).toEqual(list.coded().filter(matches(library, query)));
      },
    ),
  );
});
