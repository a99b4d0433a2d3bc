import fc from "fast-check";
import { expect, test } from "vitest";
import { inWords } from "../fixtures/in-words.cases.ts";
import { compareStates, countRecords, wordsOf } from "./compare-states.ts";
import type { Edit } from "./edit.ts";

/** A record by its table and identifier; what is not asked for here is left out. */
function record(table: Edit["table"], id: string, more: object = {}): Edit {
  const key = table === "settings" ? { key: id } : { id };
  return { table, from: null, to: { ...key, ...more } } as unknown as Edit;
}

const claim = (id: string, stance = "plus"): Edit[] => [
  record("annotations", id, { paper: "p" }),
  record("positions", `${id}-1`, { paper: "p", annotation: id, stance }),
];
const words = (now: readonly Edit[], then: readonly Edit[]): unknown => {
  const { missing, back, older } = compareStates(now, then);
  return [missing, back, older].map((counts) => inWords(wordsOf(counts)));
};

test.each<[string, Edit[], Edit[], string[][]]>([
  ["the same", claim("a"), claim("a"), [[], [], []]],
  ["a claim is one thing, with its positions", claim("a"), [], [["1 claim"], [], []]],
  ["one whose position differs", claim("a"), claim("a", "minus"), [[], [], ["1 claim"]]],
  ["one that was a note then", claim("a"), [record("annotations", "a", { paper: "p" })], [[], [], ["1 claim"]]],
  ["a note", [], [record("annotations", "a", { paper: "p" })], [[], ["1 note"], []]],
  [
    "others beside each other",
    [record("papers", "p"), record("issues", "i", { name: "A" }), record("settings", "s"), record("coders", "c")],
    [record("issues", "i", { name: "B" }), record("actors", "x"), record("actors", "y"), record("relations", "r")],
    [["1 paper", "2 settings and coders"], ["2 actors", "1 relation"], ["1 issue"]],
  ],
  ["the order of records says nothing", [...claim("a"), ...claim("b")], [...claim("b"), ...claim("a")], [[], [], []]],
])("%s", (_what, now, then, expected) => {
  expect(words(now, then)).toEqual(expected);
});

test("what one direction misses, the other brings back, and the counts add up", () => {
  const state = fc
    .uniqueArray(fc.record({ id: fc.nat(12), coded: fc.boolean() }), { selector: ({ id }) => id })
    .map((all) => all.flatMap(({ id, coded }) => claim(`${id}`).slice(0, coded ? 2 : 1)));
  fc.assert(
    fc.property(state, state, (now, then) => {
      const [to, fro] = [compareStates(now, then), compareStates(then, now)];
      expect([fro.missing, fro.back]).toEqual([to.back, to.missing]);
      const sum = (counts: Readonly<Record<string, number>>): number =>
        Object.values(counts).reduce((all, count) => all + count, 0);
      expect(sum(countRecords(now)) - sum(to.missing) + sum(to.back)).toBe(sum(countRecords(then)));
    }),
  );
});
