import { expect, test } from "vitest";
import { AnalysisRequest, analyse } from "../analysis/analyse.ts";
import { dnaSample } from "../analysis/dna-sample.cases.ts";
import { analysisFacts } from "../analysis/facts.ts";
import { libraryOf, rowsIn } from "../analysis/library.cases.ts";
import { printMessage } from "../messages/message.ts";
import { matchesFacet } from "./facet.ts";
import { svgOf } from "./svg.ts";
import { windowsChart } from "./windows-chart.ts";

const library = libraryOf(dnaSample);
const rows = rowsIn(library);
const news: string[] = [];
const request = AnalysisRequest.parse({ kind: "network", options: {}, windows: { days: 7, step: 7 } });
if (request.kind !== "network") throw new Error("a network was asked for");
const analysis = analyse(library, rows, request, new Map(), (label, done, total) => {
  news.push(`${printMessage(label)} ${done}/${total}`);
});
if (analysis.kind !== "network") throw new Error("a network was asked for");
const { windows } = analysis;

test("DNA's sample week by week: each window shows how many positions it rests on and how polarised it is", () => {
  expect(windows.map(({ first, positions }) => [first, positions])).toEqual([
    ["2005-01-26", 4],
    ["2005-02-02", 16],
    ["2005-02-09", 4],
    ["2005-02-16", 16],
  ]);
  expect(news).toEqual(["Periods 1/4", "Periods 2/4", "Periods 3/4", "Periods 4/4"]);
});

test("the table of a series has a line for each window, polarisation and balance between 0 and 1, and nothing where nobody is tied", () => {
  const [heads, ...lines] = analysisFacts(library, analysis);
  expect(heads).toEqual(["first day", "last day", "positions", "ties", "balance", "polarisation"]);
  expect(lines).toHaveLength(4);
  expect(lines.map(([, , , ties]) => ties)).toContain(0);
  for (const [, , , ties, ...shares] of lines)
    for (const share of shares) {
      if (ties === 0) expect(share).toBeNull();
      if (ties === 0) continue;
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  expect(analysisFacts(library, analysis, true)[0]).toHaveLength(8);
});

test("each window is a bar, and a point where there are ties, that open its positions; all of it lies in the drawing", () => {
  const picture = windowsChart(windows, "Polarisation");
  const marked = picture.shapes.filter(({ marks }) => marks !== undefined);
  const tied = windows.filter(({ ties }) => ties > 0);
  expect(tied.length).toBeLessThan(windows.length);
  expect(marked).toHaveLength(windows.length + tied.length);
  for (const { kind, title = "", marks = [] } of marked) {
    const found = rows.filter(matchesFacet(library, marks, { clock: "paper", unit: "day" })).length;
    const window = windows.find(({ first }) => title.startsWith(first));
    expect(found).toBe(window?.positions);
    if (kind === "rect") expect(title).toBe(`${window?.first} – ${window?.last}: ${found}`);
  }
  for (const shape of picture.shapes)
    if (shape.kind === "rect" || shape.kind === "circle") {
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x).toBeLessThanOrEqual(picture.width);
      expect(shape.y).toBeLessThanOrEqual(picture.height);
    }
  expect(svgOf(picture)).not.toMatch(/NaN|undefined|Infinity/);
});

test("more polarised is drawn higher; dates never overlap", () => {
  const many = Array.from({ length: 60 }, (_, at) => ({
    first: `2005-${String(1 + (at % 12)).padStart(2, "0")}-01`.replace("2005", String(1990 + Math.floor(at / 12))),
    last: `${1990 + Math.floor(at / 12)}-12-28`,
    ...{ positions: at, ties: 1, balance: 1, polarisation: at / 60 },
  }));
  const { shapes, width } = windowsChart(many, "Polarisation", 600);
  const points = shapes.flatMap((shape) => (shape.kind === "circle" && shape.marks !== undefined ? [shape.y] : []));
  expect(points).toEqual(points.toSorted((a, b) => b - a));
  const dates = shapes.flatMap((shape) => (shape.kind === "text" && /^\d{4}-/.test(shape.text) ? [shape.x] : []));
  expect(dates.length).toBeGreaterThan(2);
  dates.slice(1).forEach((x, at) => {
    expect(x - (dates[at] ?? 0)).toBeGreaterThan(60);
  });
  expect(width).toBe(600);
});

test.each([0, 1])("a series of %d windows is drawn too", (number) => {
  const picture = windowsChart(windows.slice(0, number), "Polarisation");
  expect(picture.shapes.length > 0).toBe(number > 0);
  expect(svgOf(picture)).not.toMatch(/NaN|undefined|Infinity/);
});

test("a facet of days keeps what is undated out, and both its ends in", () => {
  const some = libraryOf([
    { actor: "A", issues: ["Water +"], paper: "1", date: "2005-01-01" },
    { actor: "A", issues: ["Water +"], paper: "2", date: "2005-01-31" },
    { actor: "A", issues: ["Water +"], paper: "3", date: "2005-02-01" },
    { actor: "A", issues: ["Water +"], paper: "4", date: null },
  ]);
  const count = (facet: { first?: string; last?: string }): number =>
    rowsIn(some).filter(matchesFacet(some, [facet], { clock: "paper", unit: "day" })).length;
  expect(count({ first: "2005-01-01", last: "2005-01-31" })).toBe(2);
  expect(count({ first: "2005-01-31" })).toBe(2);
  expect(count({ last: "2005-01-01" })).toBe(1);
  expect(count({})).toBe(4);
});
