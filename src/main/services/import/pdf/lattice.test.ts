import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../pdfium/module.ts";
import { cellAt, edgesAt, latticesOf, slotAt } from "./lattice.ts";

const across = (y: number, x0 = 50, x1 = 250): Box => [x0, y, x1, y];
const down = (x: number, y0 = 100, y1 = 200): Box => [x, y0, x, y1];
/** Two columns, the second wider, of three rows; the rule under the first row is under its second column alone. */
const rules = [across(100), across(140), across(170, 120), across(200), down(50), down(120), down(250)];

test("rules that meet are a lattice of columns and rows", () => {
  const [lattice, ...more] = latticesOf(rules);
  expect([lattice?.xs, lattice?.ys, more]).toEqual([[50, 120, 250], [100, 140, 170, 200], []]);
});

test("rules in pieces, and in two lines close together, are one", () => {
  const pieces = [
    across(100, 50, 119),
    across(100, 121, 250),
    across(101.5),
    across(140),
    across(200),
    ...rules.slice(4),
  ];
  expect(latticesOf(pieces).map(({ xs, ys }) => [xs, ys])).toEqual([
    [
      [50, 120, 250],
      [100, 140, 200],
    ],
  ]);
});

test("sides that no rule draws are where the other rules end", () => {
  const open = [across(100), across(150), across(200), down(120)];
  expect(latticesOf(open).map(({ xs }) => xs)).toEqual([[50, 120, 250]]);
});

test.each([
  ["a box", [across(100), across(200), down(50), down(250)]],
  ["rules over and under a table", [across(100), across(180), across(200)]],
  ["rules that do not meet", [across(100), across(150), across(200), down(120, 300, 400), down(200, 300, 400)]],
])("%s is no lattice", (_, own) => {
  expect(latticesOf(own)).toEqual([]);
});

test("two tables are two lattices", () => {
  const far = rules.map(([x0, y0, x1, y1]): Box => [x0, y0 + 300, x1, y1 + 300]);
  expect(latticesOf([...rules, ...far]).map(({ ys }) => ys[0])).toEqual([100, 400]);
});

test("a place is in the slot of its column and row, and in the cell that no rule parts", () => {
  const [lattice] = latticesOf(rules);
  if (lattice === undefined) throw new Error("no lattice");
  expect(slotAt(lattice, 60, 110)).toEqual([0, 0]);
  expect(slotAt(lattice, 200, 190)).toEqual([1, 2]);
  expect(slotAt(lattice, 300, 190)).toBeNull();
  // The first column has one cell for its two upper rows, the second one for each.
  expect(cellAt(lattice, [0, 1])).toEqual([0, 2]);
  expect(cellAt(lattice, [1, 1])).toEqual([1, 1]);
  expect(edgesAt(lattice, 150)).toEqual([50, 120, 250]);
});

test("rules that end just before the others meet them", () => {
  const level = [across(100), across(150), across(200)];
  expect(latticesOf([...level, down(150, 102, 198)]).map(({ xs, ys }) => [xs, ys])).toEqual([
    [
      [50, 150, 250],
      [100, 150, 200],
    ],
  ]);
  const late = [across(100, 52), across(150, 52), across(200, 52)];
  expect(latticesOf([...late, down(50), down(150)]).flatMap(({ xs }) => xs)).toEqual([50, 150, 250]);
});

test("rules that end too far from the others do not meet them", () => {
  const level = [across(100), across(150), across(200)];
  expect(latticesOf([...level, down(253), down(150)]).flatMap(({ xs }) => xs)).toEqual([50, 150, 250]);
  expect(latticesOf([...level, down(253)])).toEqual([]);
  expect(latticesOf([...level, down(150, 153, 197)])).toEqual([]);
});

test("a rule that joins two lattices makes them one", () => {
  const far = rules.map(([x0, y0, x1, y1]): Box => [x0, y0 + 300, x1, y1 + 300]);
  const [one, ...more] = latticesOf([...rules, ...far, down(180, 100, 500)]);
  expect([one?.xs, one?.ys, more]).toEqual([[50, 120, 180, 250], [100, 140, 170, 200, 400, 440, 470, 500], []]);
});

test("a page with too many rules, or a lattice with too many rows or columns, is a drawing", () => {
  const level = (count: number): Box[] => Array.from({ length: count }, (_, n) => across(100 + n * 3));
  const upright = (count: number): Box[] => Array.from({ length: count }, (_, n) => down(50 + n * 3, 100, 1000));
  expect(latticesOf([...level(200), down(120, 100, 1000)])).toHaveLength(1);
  expect(latticesOf([...level(201), down(120, 100, 1000)])).toEqual([]);
  const wide = [across(100, 50, 2000), across(500, 50, 2000), across(900, 50, 2000)];
  expect(latticesOf([...wide, ...upright(199)])).toHaveLength(1);
  expect(latticesOf([...wide, ...upright(200)])).toEqual([]);
  const far = Array.from({ length: 600 }, (_, n) => across(1000 + n * 3, 500, 600));
  expect(latticesOf([...rules, ...far.slice(7)])).toHaveLength(1);
  expect(latticesOf([...rules, ...far.slice(6)])).toEqual([]);
});

test("what is on an edge is in the slot over it and to its right, what is outside is in none", () => {
  const [lattice] = latticesOf(rules);
  if (lattice === undefined) throw new Error("no lattice");
  const { xs, ys } = lattice;
  for (const [column, x] of xs.entries())
    for (const [row, y] of ys.entries())
      expect(slotAt(lattice, x, y)).toEqual(column < 2 && row < 3 ? [column, row] : null);
  expect([slotAt(lattice, 49, 150), slotAt(lattice, 100, 99), slotAt(lattice, 100, 201)]).toEqual([null, null, null]);
});

test("edges at a height are those of the rules that run through it", () => {
  const [lattice] = latticesOf([...rules.slice(0, 4), down(250), down(120, 100, 140), down(50)]);
  if (lattice === undefined) throw new Error("no lattice");
  expect(edgesAt(lattice, 120)).toEqual([50, 120, 250]);
  expect(edgesAt(lattice, 160)).toEqual([50, 250]);
  expect(edgesAt(lattice, 200)).toEqual([]);
});

const edges = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: most })
    .map((values) => values.map((value) => value * 10).sort((a, b) => a - b));
/** A grid, its rules in any order, some of them cut in two. */
const grid = fc.record({ xs: edges(6), ys: edges(6) }).chain(({ xs, ys }) => {
  const ends = (values: readonly number[]): [number, number] => [values[0] ?? 0, values.at(-1) ?? 0];
  const [[left, right], [bottom, top]] = [ends(xs), ends(ys)];
  const level = ys.flatMap((y) => [across(y, left, left + 5), across(y, left + 5, right)]);
  const own = [...level, ...xs.map((x) => down(x, bottom, top))];
  return fc.record({
    xs: fc.constant(xs),
    ys: fc.constant(ys),
    drawn: fc.shuffledSubarray(own, { minLength: own.length }),
  });
});

test("a grid is found whole, whatever the order of its rules, and each of its slots is a cell", () => {
  fc.assert(
    fc.property(grid, ({ xs, ys, drawn }) => {
      const [lattice, ...more] = latticesOf(drawn);
      expect([lattice?.xs, lattice?.ys, more]).toEqual([xs, ys, []]);
      if (lattice === undefined) return;
      for (const [column, x] of xs.slice(1).entries())
        for (const [row, y] of ys.slice(1).entries()) {
          expect(slotAt(lattice, x - 5, y - 5)).toEqual([column, row]);
          expect(cellAt(lattice, [column, row])).toEqual([column, row]);
        }
    }),
  );
});

test("without a rule between them, slots side by side or over each other are one cell", () => {
  fc.assert(
    fc.property(grid, fc.nat(), ({ xs, ys, drawn }, n) => {
      const column = 1 + (n % (xs.length - 2));
      const x = xs[column] ?? 0;
      const [y0, y1] = [ys[0] ?? 0, ys[1] ?? 0];
      // The rule on the left of a column is left out in the lowest row.
      const own = drawn.flatMap(([a, b, c, d]): Box[] => (a === x && c === x ? [[a, y1, c, d]] : [[a, b, c, d]]));
      const [lattice] = latticesOf(own);
      if (lattice === undefined) throw new Error(`no lattice over ${y0}`);
      expect(cellAt(lattice, [column, 0])).toEqual([column - 1, 0]);
      expect(cellAt(lattice, [column, 1])).toEqual([column, 1]);
    }),
  );
});
