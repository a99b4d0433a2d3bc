import fc from "fast-check";
import { expect, test } from "vitest";
import { matrixChart } from "../chart/matrix-chart.ts";
import { networkChart } from "../chart/network-chart.ts";
import type { Library } from "../model/library.ts";
import { type Analysis, AnalysisRequest, analyse } from "./analyse.ts";
import { busiestOf, type ChartLimits, othersId } from "./busiest.ts";
import { libraryOf, named, rowsIn, type Statement } from "./library.cases.ts";
import { sumOf } from "./matrix.ts";
import { anyStatements } from "./said.cases.ts";

const room = (entries: number, columns = entries): ChartLimits => ({
  entries,
  columns,
  others: (count) => `${count} others`,
});
const answer = <Kind extends Analysis["kind"]>(
  library: Library,
  kind: Kind,
  rest: object = { options: {} },
): Extract<Analysis, { kind: Kind }> => {
  const request = AnalysisRequest.parse({ kind, ...rest });
  if (request.kind === "passages") throw new Error("passages are not counted from rows");
  return analyse(library, rowsIn(library), request) as Extract<Analysis, { kind: Kind }>;
};
const statements: readonly Statement[] = [
  { actor: "A", issues: ["Water/Price +", "Water/Price +"] },
  { actor: "A", issues: ["Water/Price -"] },
  { actor: "B", issues: ["Roads +"] },
  { actor: "C", issues: ["Rail -"], paper: "Two", date: "2022" },
  { actor: "C", issues: ["Rail -"], paper: "Two", date: "2022" },
];

test("the busiest lines in the order they had, the others gathered in one", () => {
  const { analysis, shown, all } = busiestOf(answer(libraryOf(statements), "matrix"), room(2));
  if (analysis.kind !== "matrix") throw new Error("a matrix was asked for");
  expect([shown, all]).toEqual([2, 4]);
  expect(analysis.matrix.lines.map(({ name, total, rolledTotal }) => [name, total, rolledTotal])).toEqual([
    ["Water", 0, 3],
    ["Water › Price", 3, 3],
    ["2 others", 3, 3],
  ]);
  expect(analysis.matrix.lines.at(-1)).toMatchObject({ id: othersId, of: [named.issue("Roads"), named.issue("Rail")] });
});

test("what there is room for stays as it is, the very same", () => {
  const library = libraryOf(statements);
  for (const kind of ["matrix", "timeline", "coverage"] as const) {
    const whole = answer(library, kind, kind === "coverage" ? {} : { options: {} });
    expect(busiestOf(whole, room(40)).analysis).toEqual(whole);
  }
});

test("stances are never left out of the columns", () => {
  const { analysis } = busiestOf(answer(libraryOf(statements), "matrix"), room(1));
  expect(analysis.kind === "matrix" && analysis.matrix.columns.map(({ id }) => id.at(-1))).toEqual([..."12345"]);
});

test("no line, column or lane is lost from the sums, and no issue is shown without those above it", () => {
  fc.assert(
    fc.property(anyStatements, fc.nat(4), fc.nat(3), (some, entries, columns) => {
      const library = libraryOf(some);
      const number = rowsIn(library).length;
      for (const rows of ["issue", "actor"] as const) {
        const whole = answer(library, "matrix", { options: { rows, columns: "paper" } });
        const { analysis } = busiestOf(whole, room(entries, columns));
        if (analysis.kind !== "matrix") throw new Error("a matrix was asked for");
        const { matrix } = analysis;
        expect(sumOf(matrix.lines.flatMap(({ counts }) => counts))).toBe(number);
        expect(sumOf(matrix.totals)).toBe(number);
        expect(matrix.lines.length).toBeLessThanOrEqual(entries + 1);
        const shown = new Set(matrix.lines.map(({ id }) => id));
        for (const { id } of rows === "issue" ? matrix.lines : []) {
          const parent = library.issues[id]?.parent ?? null;
          if (parent !== null) expect(shown).toContain(parent);
        }
      }
      const { analysis } = busiestOf(answer(library, "timeline"), room(entries));
      expect(analysis.kind === "timeline" && sumOf(analysis.timeline.lanes.map(({ total }) => total))).toBe(number);
    }),
  );
});

/** Forty actors who all speak on one issue, every other one against it. */
const crowd: readonly Statement[] = Array.from({ length: 40 }, (_, index) => ({
  actor: `Actor ${String(index).padStart(2, "0")}`,
  issues: Array.from({ length: 1 + (index % 5) }, () => `Water ${index % 2 === 0 ? "+" : "-"}`),
}));

test("of many nodes the heaviest ties are drawn, and none loses its closest ally or sharpest opponent", () => {
  const whole = answer(libraryOf(crowd), "network", { options: { tie: "subtract" } });
  const { analysis, ties, shown, all } = busiestOf(whole, room(30));
  if (analysis.kind !== "network") throw new Error("a network was asked for");
  expect([shown, all, analysis.network.nodes.length, ties?.all]).toEqual([30, 40, 30, 780]);
  expect(ties?.shown).toBe(analysis.network.ties.length);
  expect(analysis.network.ties.length).toBeLessThanOrEqual(60);
  for (const { id } of analysis.network.nodes) {
    const signs = analysis.network.ties
      .filter(({ source, target }) => source === id || target === id)
      .map(({ weight }) => Math.sign(weight));
    expect([...new Set(signs)].sort()).toEqual([-1, 1]);
  }
});

test("few nodes keep all the ties between them", () => {
  const { analysis, ties } = busiestOf(answer(libraryOf(crowd), "network", { options: { tie: "subtract" } }), room(12));
  expect(analysis.kind === "network" && analysis.network.ties.length).toBe(66);
  expect(ties).toEqual({ shown: 66, all: 780 });
});

test("issues that occur together most often, and papers with the most claims", () => {
  const library = libraryOf([...statements, { actor: "D", issues: ["Roads +", "Rail -"] }]);
  const pairs = busiestOf(answer(library, "cooccurrence", { nearness: { unit: "claim" } }), room(2)).analysis;
  expect(pairs.kind === "cooccurrence" && pairs.cooccurrence.issues.map(({ name }) => name)).toEqual(["Roads", "Rail"]);
  const papers = busiestOf(answer(library, "coverage", {}), room(1)).analysis;
  expect(papers.kind === "coverage" && papers.papers.map(({ name }) => name)).toEqual(["A paper"]);
});

test("a table with 130,000 cells and 780 ties are drawn", () => {
  const many = libraryOf(Array.from({ length: 360 }, (_, index) => ({ actor: `${index}`, issues: [`I${index} +`] })));
  const whole = answer(many, "matrix", { options: { rows: "actor", columns: "issue" } });
  expect(matrixChart(many, whole.matrix, "All").shapes.length).toBeGreaterThan(360 * 3);
  const small = busiestOf(whole, room(20)).analysis;
  expect(small.kind === "matrix" && matrixChart(many, small.matrix, "Busiest").shapes.length).toBeLessThan(500);
  const { network, polarisation } = answer(libraryOf(crowd), "network", { options: { tie: "subtract" } });
  expect(networkChart(network, polarisation.camps, "Crowd").shapes.length).toBeGreaterThan(800);
});
