import fc from "fast-check";
import { expect, test } from "vitest";
import { issueAt, libraryWith, stanceNamed } from "../codebook/codebook.cases.ts";
import { PaperId } from "../model/ids.ts";
import { allCoded, type Coded } from "./claims.ts";
import { claimsOf, groupings, type Line, type Lines, linesOf, sortClaims, sortings } from "./table.ts";

const library = libraryWith(
  ["Water/Price", "Air"],
  [["Air opposes"], ["Water/Price supports", "Air supports"], ["Water unclear"], []],
);
const all = allCoded(library);
const listed = (lines: Lines): readonly Line[] =>
  Array.from({ length: lines.length }, (_, at) => lines.at(at)).filter((line) => line !== undefined);
const placeOf = (coded: Coded): number => coded.annotation.passage.ranges[0]?.start ?? -1;

test.each([
  ["place", false, [0, 1, 2, 3]],
  ["place", true, [3, 2, 1, 0]],
  ["issue", false, [2, 1, 0, 3]],
  ["issue", true, [0, 1, 2, 3]],
  ["stance", false, [1, 0, 2, 3]],
  ["modified", true, [3, 2, 1, 0]],
  ["actor", false, [0, 1, 2, 3]],
  ["certainty", true, [0, 1, 2, 3]],
] as const)("sorted by %s, downwards %s", (by, down, order) => {
  expect(sortClaims(library, all, by, down).map(placeOf)).toEqual(order);
});

test("sorted by paper, the titles are in order and each paper's claims stay in the order of its text", () => {
  const papers = Object.fromEntries(
    Object.values(library.papers).flatMap((paper) =>
      ["Weir", "aqueduct"].map((title, at) => {
        const id = PaperId.parse(`00000000-0000-7000-8000-00000000000${at}`);
        return [id, { ...paper, id, title }];
      }),
    ),
  );
  const [weir, aqueduct] = Object.values(papers).map((one) => one.id);
  if (weir === undefined || aqueduct === undefined) throw new Error("no papers");
  const moved = all.map((one, at): Coded => {
    return { ...one, annotation: { ...one.annotation, paper: at % 2 === 0 ? weir : aqueduct } };
  });
  const sorted = (down: boolean): number[] => sortClaims({ ...library, papers }, moved, "paper", down).map(placeOf);
  expect(sorted(false)).toEqual([1, 3, 0, 2]);
  expect(sorted(true)).toEqual([0, 2, 1, 3]);
});

test.each([
  ["issue", ["Water 1", "Water › Price 1", "Air 2", " 1"]],
  ["stance", ["supports 1", "opposes 1", "unclear 1", " 1"]],
  ["actor", ["Harbour Board 4"]],
  ["paper", ["A paper 4"]],
  ["coder", ["Ada 4"]],
] as const)("grouped by %s", (by, heads) => {
  const lines = listed(linesOf(library, all, by, new Set()));
  expect(lines.flatMap((line) => (line.kind === "group" ? [`${line.name} ${line.count}`] : []))).toEqual(heads);
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
});

test("a closed group shows its head only", () => {
  const lines = listed(linesOf(library, all, "issue", new Set([issueAt(library, "Air")])));
  expect(lines.filter((line) => line.kind === "claim")).toHaveLength(3);
  expect(lines.find((line) => line.kind === "group" && !line.open)).toMatchObject({ name: "Air", count: 2 });
  expect(stanceNamed(library, "supports")).toBeDefined();
});

test("no order and no grouping loses a claim", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sortings),
      fc.boolean(),
      fc.constantFrom(...groupings),
      fc.subarray([...all]),
      (by, down, group, some) => {
        const sorted = sortClaims(library, some, by, down);
        expect(sorted.toSorted((a, b) => placeOf(a) - placeOf(b))).toEqual(some);
        const shown = claimsOf(linesOf(library, sorted, group, new Set())).map(placeOf);
        expect([...new Set(shown)].sort()).toEqual(some.map(placeOf));
      },
    ),
  );
});

test("claims are given by a stretch of lines, there is none before the first or behind the last, and heads are counted", () => {
  const lines = linesOf(library, all, "none", new Set());
  expect(claimsOf(lines, 1, 3)).toEqual(all.slice(1, 3));
  expect(claimsOf(lines, 3, 9)).toEqual(all.slice(3));
  for (const by of groupings) {
    const grouped = linesOf(library, all, by, new Set([issueAt(library, "Air")]));
    expect([grouped.at(-1), grouped.at(grouped.length)]).toEqual([undefined, undefined]);
    for (let at = 0; at <= grouped.length; at++)
      expect(grouped.headsBefore(at)).toBe(
        listed(grouped)
          .slice(0, at)
          .filter((line) => line.kind === "group").length,
      );
  }
});
