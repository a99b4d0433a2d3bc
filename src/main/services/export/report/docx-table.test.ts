import { expect, test } from "vitest";
import { columnWidths } from "./docx-table.ts";

const all = 9400;

test("columns fill the width, and none is narrower than its longest word", () => {
  const texts = [
    ["Issue", "What the passenger pays", "The night boat"],
    ["+\u00a0supports", "12"],
    ["−\u00a0opposes", "4"],
    ["Incl. sub-issues", "16"],
    ["Mean", "−0.13"],
  ];
  const widths = columnWidths(texts, all);
  expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(all, -1);
  // "+ supports" in DejaVu Sans Bold is 6.2 times the size of 8.5 points, between margins of 3 points.
  expect(widths[1]).toBeGreaterThanOrEqual(1050 + 120);
  expect(widths[3]).toBeGreaterThanOrEqual(1050 + 120);
});

test("what is left goes to columns with more than a word", () => {
  const [issue = 0, all1 = 0, all2 = 0] = columnWidths(
    [
      ["Issue", "What the passenger pays"],
      ["All", "47"],
      ["n", "3"],
    ],
    all,
  );
  expect(issue).toBeGreaterThan(8000);
  expect(all1).toBeLessThan(500);
  expect(all2).toBeLessThan(500);
});

test("columns of single words share what is left", () => {
  const [first = 0, second = 0] = columnWidths([["n"], ["m"]], all);
  expect(first).toBe(second);
});

test("where there is no room for all words, each column keeps its share", () => {
  const widths = columnWidths(
    Array.from({ length: 12 }, () => ["Responsibilities"]),
    all,
  );
  expect(new Set(widths).size).toBe(1);
  expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(all, -1);
});
