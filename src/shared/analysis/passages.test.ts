import fc from "fast-check";
import { expect, test } from "vitest";
import { allCoded } from "../claims/claims.ts";
import { anyFilter } from "../filter/filter.cases.ts";
import type { PaperContent } from "../model/content.ts";
import { talliesOf, worded } from "./found.ts";
import { libraryOf, named, type Statement } from "./library.cases.ts";
import { type Bond, PassageQuery } from "./passage-query.ts";
import { parsePassages, printPassages } from "./passage-text.ts";
import { passagesOf } from "./passages.ts";
import { placesOf } from "./places.ts";
import { anyStatements } from "./said.cases.ts";

const text = "One two three. Four five six.\nSeven eight nine ten.";
const block = { page: 0, continues: false, direction: "ltr" as const, marks: [], kind: "paragraph" as const };
const content: PaperContent = {
  text,
  blocks: [
    { ...block, start: 0, end: 29 },
    { ...block, start: 30, end: text.length },
  ],
  pages: [{ label: "iv", width: 1, height: 1, rotation: 0 }],
  warnings: [],
};
const over = (words: string): { at: readonly [number, number]; quote: string } => ({
  at: [text.indexOf(words), text.indexOf(words) + words.length],
  quote: words,
});
const statements: readonly Statement[] = [
  { actor: "Board", issues: ["Water +"], ...over("One two three") },
  { actor: "Town", issues: ["Roads -"], ...over("two") },
  { actor: "Town", issues: ["Roads +"], ...over("three. Four") },
  { actor: "Board", issues: ["Fish -"], ...over("six") },
  { actor: null, issues: ["Fish +"], ...over("Seven") },
  { actor: "Town", issues: ["Water +", "Roads -"], ...over("nine ten") },
  { actor: "Town", issues: ["Water -"], paper: "B", at: [0, 3] },
];
const library = libraryOf(statements);
const coded = allCoded(library);
const places = new Map([[named.paper("A paper"), placesOf(content)]]);
const ask = (query: string): string[] =>
  passagesOf(library, coded, parsePassages(query), places).map((found) =>
    found.paper === named.paper("A paper") ? text.slice(found.start, found.end) : "(B)",
  );

test.each([
  ["issue:Water", ["One two three", "nine ten", "(B)"]],
  ["issue:Water OR issue:Fish", ["One two three", "six", "Seven", "nine ten", "(B)"]],
  ["issue:Water NOT actor:Board", ["nine ten", "(B)"]],
  ["issue:Water OVERLAPS issue:Roads", ["two", "three", "nine ten"]],
  ["issue:Roads INSIDE issue:Water", ["two", "nine ten"]],
  ["issue:Water AROUND issue:Roads", ["two", "nine ten"]],
  ["issue:Water NOT OVERLAPS issue:Roads", ["(B)"]],
  ["issue:Roads NEAR/sentence issue:Fish", ["three. Four five six", "Seven eight nine ten"]],
  ["issue:Roads NEAR issue:Fish", ["two three. Four five six", "three. Four five six", "Seven eight nine ten"]],
  ["issue:Fish NEAR/1 issue:Roads", ["three. Four five six", "Seven eight nine ten"]],
  ["issue:Fish NEAR/0 issue:Roads", []],
  ["issue:Fish NEAR/0 issue:Fish", ["six.\nSeven"]],
  [
    "issue:Water OVERLAPS issue:Roads NEAR/2 issue:Fish",
    ["three. Four five six", "six.\nSeven eight nine ten", "Seven eight nine ten"],
  ],
  ["issue:Water OVERLAPS issue:Roads NOT NEAR issue:Fish", []],
  ['issue:Water OVERLAPS (actor:Town AND NOT "two")', ["three", "nine ten"]],
  ["stance:+ OVERLAPS stance:+", ["three"]],
] as const)("%s", (query, expected) => {
  expect(ask(query)).toEqual(expected);
});

test.each([
  ["a NEAR/7 b", { unit: "words", words: 7 }],
  ["a NEAR b", { unit: "paragraph" }],
  ["a NEAR/sentence b", { unit: "sentence" }],
  ["a NOT INSIDE b", { unit: "inside" }],
] as const)("%s is read with its joint", (query, bond) => {
  expect(parsePassages(query)).toEqual({
    where: { words: "a" },
    steps: [{ not: query.includes("NOT"), bond, where: { words: "b" } }],
  });
});

test.each(["OVERLAPS a", "a NEAR", "a INSIDE (b", "a NOT NEAR NEAR b"])("%s is refused", (query) => {
  expect(() => parsePassages(query)).toThrow(/^The (filter|query) /);
});

test("joints in quotes and brackets are words", () => {
  expect(parsePassages('"a NEAR b"').steps).toEqual([]);
  expect(parsePassages("").where).toEqual({ all: [] });
});

const anyBond: fc.Arbitrary<Bond> = fc.oneof(
  fc.constantFrom("overlap", "inside", "around", "sentence", "paragraph").map((unit) => ({ unit }) as Bond),
  fc.nat(1000).map((words) => ({ unit: "words", words }) as const),
);

test("what is printed reads back as a query that finds the same", () => {
  fc.assert(
    fc.property(
      fc.record({
        where: anyFilter,
        steps: fc.array(fc.record({ not: fc.boolean(), bond: anyBond, where: anyFilter }), { maxLength: 2 }),
      }),
      (query) => {
        const back = parsePassages(printPassages(query));
        expect(PassageQuery.parse(back)).toEqual(back);
        expect(back.steps.map(({ not, bond }) => ({ not, bond }))).toEqual(
          query.steps.map(({ not, bond }) => ({ not, bond })),
        );
        expect(passagesOf(library, coded, back, places)).toEqual(passagesOf(library, coded, query, places));
      },
    ),
    { numRuns: 100 },
  );
});

test("overlap is the same from both sides, and what overlaps is split in two by NOT", () => {
  fc.assert(
    fc.property(
      anyStatements.map((some) =>
        some.map((claim, index) => ({ ...claim, at: [(index * 7) % 30, ((index * 7) % 30) + 9] as const })),
      ),
      (some) => {
        const made = libraryOf(some);
        const all = allCoded(made);
        const found = (query: string): string[] =>
          passagesOf(made, all, parsePassages(query)).map(
            ({ start, end, claims }) => `${start} ${end} ${claims.toSorted().join()}`,
          );
        expect(found("issue:Water OVERLAPS issue:Roads").sort()).toEqual(
          found("issue:Roads OVERLAPS issue:Water").sort(),
        );
        const claims = passagesOf(made, all, parsePassages("issue:Water OVERLAPS issue:Roads")).map(
          (passage) => passage.claims[0],
        );
        expect(new Set(claims).size + found("issue:Water NOT OVERLAPS issue:Roads").length).toBe(
          found("issue:Water").length,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("passages are counted by paper, actor, issue and stance, the empty entries too; an entry once for a passage", () => {
  const found = passagesOf(library, coded, parsePassages("issue:Water OVERLAPS issue:Roads"), places);
  const counts = talliesOf(library, coded, found);
  const shown = (by: keyof typeof counts): unknown =>
    counts[by].map(({ name, passages, claims }) => [name, passages, claims]);
  expect(shown("paper")).toEqual([
    ["A paper", 3, 4],
    ["B", 0, 0],
  ]);
  expect(shown("actor")).toEqual([
    ["Board", 2, 1],
    ["Town", 3, 3],
  ]);
  expect(shown("issue")).toEqual([
    ["Water", 3, 2],
    ["Roads", 3, 3],
    ["Fish", 0, 0],
  ]);
  expect(counts.stance.map(({ passages }) => passages)).toEqual([3, 2, 0, 0, 0]);
});

test("a passage has its words and page; without the paper's words those of its claims", () => {
  const [found] = passagesOf(library, coded, parsePassages("issue:Water OVERLAPS issue:Roads"), places);
  if (found === undefined) throw new Error("a passage was to be found");
  expect(worded(library, found, content)).toMatchObject({ text: "two", page: "iv" });
  expect(worded(library, found, undefined)).toMatchObject({ text: "One two three … two", page: "" });
});
