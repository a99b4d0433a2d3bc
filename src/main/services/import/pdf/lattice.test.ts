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
