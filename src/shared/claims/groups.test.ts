import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { claimList } from "./claim-list.ts";
import { groupIndexOf } from "./group-index.ts";
import { groupClaims, groupings, groupName } from "./groups.ts";
import { referredTo } from "./references.cases.ts";

const library = libraryOf(
  Array.from({ length: 40 }, (_, index) => ({
    actor: index % 3 === 0 ? null : `Actor ${(index * 7) % 5}`,
    issues: [[], ["Water +"], ["Water +", "Roads/Dust -"], ["Water +", "Water -"]][index % 4] ?? [],
    paper: `Paper ${index % 6}`,
    quote: `Statement ${index}`,
    at: [index * 20, index * 20 + 12] as [number, number],
  })),
);
const list = claimList(library);
const all = list.coded();
const every = Uint32Array.from(all.keys());
const byNames = groupings.filter((grouping) => grouping !== "none");

test.each([
  ["issue", ["Water 30", "Roads › Dust 10", " 10"]],
  ["stance", ["supports 30", "opposes 20", " 10"]],
  ["actor", ["Actor 0 5", "Actor 1 5", "Actor 2 5", "Actor 3 5", "Actor 4 6", " 14"]],
  ["paper", ["Paper 0 7", "Paper 1 7", "Paper 2 7", "Paper 3 7", "Paper 4 6", "Paper 5 6"]],
] as const)("by %s there are the groups %j, nothing said last", (by, expected) => {
  const groups = groupClaims(library, by, groupIndexOf(list, by), every);
  expect(groups.map(({ key, places }) => `${groupName(library, by, key)} ${places.length}`)).toEqual(expected);
});

test("every group has the claims of its key and no other, in the order in which they came", () => {
  fc.assert(
    fc.property(fc.constantFrom(...byNames), fc.shuffledSubarray([...every]), (by, some) => {
      const groups = groupClaims(library, by, groupIndexOf(list, by), Uint32Array.from(some));
      const keysAt = (place: number): readonly string[] => {
        const claim = all[place];
        return claim === undefined ? [] : referredTo(claim, by);
      };
      expect(groups.map(({ key }) => key).toSorted()).toEqual([...new Set(some.flatMap(keysAt))].toSorted());
      for (const { key, places } of groups)
        expect([...places]).toEqual(some.filter((index) => keysAt(index).includes(key)));
    }),
  );
});
