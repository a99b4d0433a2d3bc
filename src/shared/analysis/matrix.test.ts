import fc from "fast-check";
import { expect, test } from "vitest";
import { allCoded } from "../claims/claims.ts";
import { matches } from "../filter/query.ts";
import type { Query } from "../model/query.ts";
import { contradictionsOf } from "./contradictions.ts";
import { libraryOf, named, rowsIn, type Statement } from "./library.cases.ts";
import { MatrixOptions, matrixOf, sumOf } from "./matrix.ts";
import { anyStatements } from "./said.cases.ts";
import { positionRows } from "./table.ts";
import { TimelineOptions, timelineOf } from "./timeline.ts";

const options = (some: Partial<MatrixOptions> = {}): MatrixOptions => MatrixOptions.parse(some);
const statements: readonly Statement[] = [
  { actor: "Board", issues: ["Water +", "Water/Price -"] },
  { actor: "Board", issues: ["Water/Price -"], paper: "B", date: "2022" },
  { actor: "Town", issues: ["Water/Price +"], paper: "B", date: "2022" },
  { actor: "Town", issues: ["Roads ?", "Roads ?"], paper: "B", date: "2022" },
  { actor: null, issues: ["Roads ~"], paper: "C", date: null },
  { actor: "Town", issues: [] },
];
const library = libraryOf(statements);
const rows = rowsIn(library);
const shown = (some: Partial<MatrixOptions>) => {
  const { columns, lines, totals, total } = matrixOf(library, rows, options(some));
  return {
    columns: columns.map(({ name }) => name),
    lines: lines.map(({ name, counts }) => [name, ...counts]),
    totals,
    total,
  };
};

test("issues by stances: own counts, counts with what is under them, signed means", () => {
  const { columns, lines, totals, total } = matrixOf(library, rows, options());
  expect(columns.map(({ name }) => name)).toEqual(["+ supports", "− opposes", "○ neutral", "± mixed", "? unclear"]);
  expect(lines.map(({ name, depth, counts, rolled, mean }) => [name, depth, counts, rolled, mean])).toEqual([
    ["Water", 0, [1, 0, 0, 0, 0], [2, 2, 0, 0, 0], 0],
    ["Water › Price", 1, [1, 2, 0, 0, 0], [1, 2, 0, 0, 0], -1 / 3],
    ["Roads", 0, [0, 0, 0, 1, 2], [0, 0, 0, 1, 2], 0],
  ]);
  expect(totals).toEqual([2, 2, 0, 1, 2]);
  expect(total).toBe(7);
});

test("an issue with nothing of its own is above what is under it", () => {
  const other = libraryOf([{ actor: "A", issues: ["Top/Middle/Leaf +"] }]);
  const { lines, total } = matrixOf(other, rowsIn(other), options());
  expect(lines.map(({ name, total: own, rolledTotal }) => [name, own, rolledTotal])).toEqual([
    ["Top", 0, 1],
    ["Top › Middle", 0, 1],
    ["Top › Middle › Leaf", 1, 1],
  ]);
  expect(total).toBe(1);
});

test.each([
  [
    { rows: "actor", columns: "issue" },
    {
      columns: ["Water", "Water › Price", "Roads"],
      lines: [
        ["Board", 1, 2, 0],
        ["Town", 0, 1, 2],
        ["no actor", 0, 0, 1],
      ],
      totals: [1, 3, 3],
      total: 7,
    },
  ],
  [
    { rows: "actor", columns: "issue", count: "claims" },
    {
      columns: ["Water", "Water › Price", "Roads"],
      lines: [
        ["Board", 1, 2, 0],
        ["Town", 0, 1, 1],
        ["no actor", 0, 0, 1],
      ],
      totals: [1, 3, 2],
      total: 6,
    },
  ],
  [
    { rows: "paper", columns: "issue", count: "presence" },
    {
      columns: ["Water", "Water › Price", "Roads"],
      lines: [
        ["A paper", 1, 1, 0],
        ["B", 0, 1, 1],
        ["C", 0, 0, 1],
      ],
      totals: [1, 2, 2],
      total: 5,
    },
  ],
  [
    { rows: "period", columns: "actor" },
    {
      columns: ["Board", "Town", "no actor"],
      lines: [
        ["2021", 2, 0, 0],
        ["2022", 1, 3, 0],
        ["no date", 0, 0, 1],
      ],
      totals: [3, 3, 1],
      total: 7,
    },
  ],
] as const)("counted by %j", (some, expected) => {
  expect(shown(some)).toEqual(expected);
});

test("the signed mean of a cell leaves out what has no polarity", () => {
  const { lines } = matrixOf(library, rows, options({ rows: "actor", columns: "issue" }));
  expect(lines.map(({ means }) => means)).toEqual([
    [1, -1, null],
    [null, 1, null],
    [null, null, 0],
  ]);
});

const anyOptions = fc.record({
  rows: fc.constantFrom("issue", "stance", "actor", "paper", "period", "coder"),
  columns: fc.constantFrom("issue", "stance", "actor", "paper", "period", "coder"),
} as const);

test("the sum of a matrix is the number of positions, and so is the sum of the roots' rolled up counts", () => {
  fc.assert(
    fc.property(anyStatements, anyOptions, (some, by) => {
      const made = libraryOf(some);
      const table = rowsIn(made);
      const matrix = matrixOf(made, table, options(by));
      expect(matrix.total).toBe(some.flatMap(({ issues }) => issues).length);
      expect(sumOf(matrix.lines.map(({ total }) => total))).toBe(matrix.total);
      const roots = matrix.lines.filter(({ depth }) => depth === 0);
      expect(sumOf(roots.map(({ rolledTotal }) => rolledTotal))).toBe(matrix.total);
    }),
    { numRuns: 60 },
  );
});

test("filters compose: a filter's matrix is the rest of the whole one", () => {
  fc.assert(
    fc.property(anyStatements, fc.constantFrom("A", "B", "C"), (some, name) => {
      const made = libraryOf(some);
      const count = (query: Query): number => {
        const table = positionRows(made, allCoded(made).filter(matches(made, query)));
        return matrixOf(made, table, options()).total;
      };
      const actor = { actor: name };
      const others = { where: { not: actor } };
      expect(count(actor) + count(others)).toBe(count({}));
      expect(count({ ...actor, papers: [named.paper("One")] })).toBe(
        count({ where: { all: [actor, { paper: "One" }] } }),
      );
    }),
    { numRuns: 30 },
  );
});

test("positions without a stance have a column of their own, which no mean counts", () => {
  const other = libraryOf([
    { actor: "A", issues: ["Water +", "Roads ."], at: [0, 1] },
    { actor: "B", issues: ["Water ."], at: [2, 3] },
    { actor: "B", issues: ["Water ?"], at: [4, 5] },
  ]);
  const { columns, lines, total } = matrixOf(other, rowsIn(other), options());
  expect(columns.slice(-2)).toMatchObject([{ name: "? unclear" }, { id: "", name: "◌ no stance" }]);
  expect(lines.map(({ name, counts, mean }) => [name, counts, mean])).toEqual([
    ["Water", [1, 0, 0, 0, 1, 1], 1],
    ["Roads", [0, 0, 0, 0, 0, 1], null],
  ]);
  expect(total).toBe(4);
  const timeline = timelineOf(other, rowsIn(other), TimelineOptions.parse({}));
  expect(timeline.stances.at(-1)).toEqual({ id: "", name: "◌ no stance" });
  expect(sumOf(timeline.lanes.flatMap(({ counts }) => counts.map((cell) => cell.at(-1) ?? 0)))).toBe(2);
  // Neither a contradiction nor an agreement can be made of what takes no stance.
  expect(contradictionsOf(rowsIn(other))).toEqual([]);
});
