import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { allCoded } from "./claims.ts";
import { GroupIndex, groupIndexOf, referredTo } from "./group-index.ts";

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

const many = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", ""), { maxLength: 3 }), { maxLength: 40 });

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
