import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryWith } from "../codebook/codebook.cases.ts";
import { quoteOf } from "../model/annotation.ts";
import { PaperId } from "../model/ids.ts";
import { allCoded, type Coded } from "./claims.ts";
import { orderClaims, type Sortable, sortings } from "./sorting.ts";

const library = libraryWith(
  ["Water/Price", "Air"],
  [["Air opposes"], ["Water/Price supports", "Air supports"], ["Water unclear"], []],
);
const all = allCoded(library);
/** Claims in the order given as a list of one paper. */
const listOf = (coded: readonly Coded[]): Sortable => ({
  length: coded.length,
  eachFacts: (found) => coded.forEach(found),
  papers: [{ quotes: () => coded.map(({ annotation }) => quoteOf(annotation.passage)) }],
});

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
  expect([...orderClaims(library, listOf(all), by, down)]).toEqual(order);
});

test("sorted by paper, the titles are in order and each paper's claims stay in the order of its text", () => {
  const papers = Object.fromEntries(
    Object.values(library.papers).flatMap((paper) =>
      ["Weir", "aqueduct"].map((title, index) => {
        const id = PaperId.parse(`00000000-0000-7000-8000-00000000000${index}`);
        return [id, { ...paper, id, title }];
      }),
    ),
  );
  const [weir, aqueduct] = Object.values(papers).map((paper) => paper.id);
  if (weir === undefined || aqueduct === undefined) throw new Error("no papers");
  const moved = all.map((claim, index): Coded => {
    return { ...claim, annotation: { ...claim.annotation, paper: index % 2 === 0 ? weir : aqueduct } };
  });
  const sorted = (down: boolean): number[] => [...orderClaims({ ...library, papers }, listOf(moved), "paper", down)];
  expect(sorted(false)).toEqual([1, 3, 0, 2]);
  expect(sorted(true)).toEqual([0, 2, 1, 3]);
});

test("whatever the order, each claim is in it once, and reversing changes places only where values differ", () => {
  const certain = fc.record({ certainty: fc.constantFrom(null, 1, 3), note: fc.constant("") });
  fc.assert(
    fc.property(fc.constantFrom(...sortings), fc.array(certain, { maxLength: 30 }), (by, many) => {
      const coded = many.flatMap((values, index) => {
        const claim = all[index % all.length];
        return claim === undefined ? [] : [{ ...claim, annotation: { ...claim.annotation, ...values } }];
      });
      const [up = new Uint32Array(), down = new Uint32Array()] = [false, true].map((down) =>
        orderClaims(library, listOf(coded), by, down),
      );
      expect([...up].sort((a, b) => a - b)).toEqual(coded.map((_, index) => index));
      if (by === "place") expect([...down]).toEqual([...up].reverse());
      if (by !== "certainty") return;
      const withValue = (value: number | null): number[] =>
        coded.flatMap((claim, index) => (claim.annotation.certainty === value ? [index] : []));
      expect([...up]).toEqual([...withValue(1), ...withValue(3), ...withValue(null)]);
      expect([...down]).toEqual([...withValue(3), ...withValue(1), ...withValue(null)]);
    }),
  );
});
