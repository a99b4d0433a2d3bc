import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { allCoded } from "./claims.ts";
import { carryGroupIndexes, GroupIndex, groupIndexOf, referredTo } from "./group-index.ts";

const library = libraryOf([
  { actor: "Harbour Board", issues: ["Water/Fares +", "Roads -", "Water/Fares ?"], quote: "One", at: [0, 3] },
  { actor: null, issues: [], quote: "Two", at: [5, 8] },
]);
const coded = allCoded(library);

test.each([
  ["actor", ["Harbour Board"], [""]],
  ["paper", ["A paper"], ["A paper"]],
  ["issue", ["Fares", "Roads"], [""]],
  ["stance", ["opposes", "supports", "unclear"], [""]],
] as const)("by %s claims refer to %j and %j: each once, an empty identifier for none", (by, ...expected) => {
  const { actors, papers, issues, stances } = library;
  const nameOf = (id: string): string =>
    actors[id]?.name ?? papers[id]?.title ?? issues[id]?.name ?? stances[id]?.name ?? id;
  expect(coded.map((claim) => referredTo(claim, by).map(nameOf).sort())).toEqual(expected);
});

const many = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", ""), { maxLength: 3 }), {
  maxLength: 40,
  size: "max",
});

test("each claim is found with all it refers to, whichever are asked for and in whatever order", () => {
  fc.assert(
    fc.property(
      many.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()]))),
      ([all, places]) => {
        const references = new GroupIndex(all.length);
        for (const keys of all) references.add(keys);
        const found: [number, string | undefined][] = [];
        references.each(Uint32Array.from(places), (number, place) => found.push([place, references.keys[number]]));
        expect(found).toEqual(places.flatMap((place) => (all[place] ?? []).map((key) => [place, key])));
      },
    ),
  );
});

test("those are marked that refer to one of the wanted, of those that are in", () => {
  fc.assert(
    fc.property(many, fc.subarray(["a", "b", "d", ""]), fc.nat(40), (all, wanted, some) => {
      const references = new GroupIndex(all.length);
      for (const keys of all.slice(0, some)) references.add(keys);
      const marks = new Uint8Array(all.length);
      references.mark(new Set(wanted), marks);
      const fits = (keys: readonly string[]): boolean => keys.some((key) => wanted.includes(key));
      expect([...marks]).toEqual(all.map((keys, index) => (index < some && fits(keys) ? 1 : 0)));
    }),
  );
});

test("they are remembered with the list", () => {
  expect(groupIndexOf(coded, "actor")).toBe(groupIndexOf(coded, "actor"));
  expect(groupIndexOf(coded, "paper")).not.toBe(groupIndexOf(coded, "actor"));
  expect(groupIndexOf([...coded], "actor")).not.toBe(groupIndexOf(coded, "actor"));
});

test("an index in which claims are replaced names what a new one names", () => {
  fc.assert(
    fc.property(many, fc.nat(40), fc.nat(20), many, (all, from, less, added) => {
      const start = Math.min(from, all.length);
      const removed = Math.min(less, all.length - start);
      const index = new GroupIndex(all.length);
      for (const keys of all) index.add(keys);
      index.replace({ start, removed, added: added.length }, added);
      const now = all.toSpliced(start, removed, ...added);
      const found: [number, string | undefined][] = [];
      index.each(Uint32Array.from(now.keys()), (number, place) => found.push([place, index.keys[number]]));
      expect(found).toEqual(now.flatMap((keys, place) => keys.map((key) => [place, key])));
    }),
  );
});

test("a list that differs in one stretch takes over what was remembered of the one before", () => {
  const index = groupIndexOf(coded, "actor");
  const [first, last] = coded;
  if (first === undefined || last === undefined) throw new Error("there are no claims");
  const next = [first, first, last];
  carryGroupIndexes(coded, next, { start: 1, removed: 0, added: 1 });
  expect(groupIndexOf(next, "actor")).toBe(index);
  expect(groupIndexOf(coded, "actor")).not.toBe(index);
  const numbers: number[] = [];
  index.each(Uint32Array.of(0, 1, 2), (number) => numbers.push(number));
  expect(numbers).toEqual([0, 0, 1]);
  carryGroupIndexes([], next, { start: 0, removed: 0, added: 3 });
  expect(groupIndexOf(next, "actor")).toBe(index);
});
