import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { allCoded } from "../claims/claims.ts";
import { anyFilter } from "./filter.cases.ts";
import { matches, testOf } from "./query.ts";
import { WordIndex } from "./word-index.ts";

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
const coded = allCoded(library);
const found = (index: WordIndex, text: string): string[] => {
  const test = testOf(library, { text }, index.finder);
  return coded.filter(test).map(({ annotation }) => annotation.passage.ranges[0]?.quote.slice(0, 4) ?? "");
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
  expect(found(new WordIndex(coded), text)).toEqual(expected);
});

test("letter by letter, the index finds what a look at each annotation finds", () => {
  const index = new WordIndex(coded);
  for (const typed of ["fares", "harbour board", "council", "xyz", '"the fuel"', "board fuel", "الميناء", "港口费"])
    for (let length = 1; length <= typed.length; length++) {
      const query = { text: typed.slice(0, length) };
      const test = testOf(library, query, index.finder);
      expect(coded.filter(test)).toEqual(coded.filter(matches(library, query)));
      // A quote that is only begun says nothing yet.
      if (typed.slice(0, length) === '"') expect(test.marks).toBe(undefined);
      else expect(coded.filter((_, place) => test.marks?.[place] === 1)).toEqual(coded.filter(test));
    }
});

test("an index that is filled in part answers like a full one", () => {
  for (let stop = 0; stop <= coded.length; stop++) {
    const index = new WordIndex(coded);
    let left = stop;
    expect(index.fill(() => left-- === 0)).toBe(stop === coded.length);
    expect(found(index, "fuel")).toEqual(["Fare", "The "]);
    expect(index.fill()).toBe(true);
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
  const all = allCoded(many);
  const { finder } = new WordIndex(all);
  const typed = fc.constantFrom("1", "37", "statement 4", "actor 2", "part 1 7", '"of 1"', "issue 3 actor", "9 of");
  fc.assert(
    fc.property(typed, fc.option(anyFilter, { nil: undefined }), (text, where) => {
      const query = { text, ...(where === undefined ? {} : { where: { any: [where, { not: { words: text } }] } }) };
      expect(all.filter(testOf(many, query, finder))).toEqual(all.filter(matches(many, query)));
    }),
  );
});

test("after claims are replaced, the index of the new list finds what a new index finds", () => {
  const some = fc.array(fc.constantFrom(...coded), { maxLength: 40, size: "max" });
  const typed = fc.constantFrom("f", "fu", "fuel", "board", "roads", "港口", "islands water", "a");
  fc.assert(
    fc.property(some, fc.nat(40), fc.nat(20), some, typed, (list, from, less, added, text) => {
      const start = Math.min(from, list.length);
      const removed = Math.min(less, list.length - start);
      const now = list.toSpliced(start, removed, ...added);
      const find = (index: WordIndex, claims: typeof list): boolean[] =>
        claims.map(testOf(library, { text }, index.finder));
      const index = new WordIndex(list);
      index.fill();
      expect(find(index.next(now, { start, removed, added: added.length }), now)).toEqual(
        find(new WordIndex(now), now),
      );
      // The index that was handed over still answers, filled again.
      expect(find(index, list)).toEqual(find(new WordIndex(list), list));
    }),
  );
});

test("an index that is not complete is not handed over", () => {
  const index = new WordIndex(coded);
  index.fill(() => true);
  const next = index.next(coded.slice(1), { start: 0, removed: 1, added: 0 });
  expect(coded.slice(1).filter(testOf(library, { text: "fuel" }, next.finder))).toHaveLength(1);
});
