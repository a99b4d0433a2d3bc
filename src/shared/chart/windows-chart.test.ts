import { expect, test } from "vitest";
import { AnalysisRequest, analyse } from "../analysis/analyse.ts";
import { dnaSample } from "../analysis/dna-sample.cases.ts";
import { analysisFacts } from "../analysis/facts.ts";
import { libraryOf, rowsIn } from "../analysis/library.cases.ts";
import { printMessage } from "../messages/message.ts";
import { matchesFacet } from "./facet.ts";
import { drawnShapes } from "./picture.cases.ts";
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
  expect(analysisFacts(library, analysis, { square: true })[0]).toHaveLength(8);
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
  const many = Array.from({ length: 60 }, (_, index) => ({
    first: `2005-${String(1 + (index % 12)).padStart(2, "0")}-01`.replace(
      "2005",
      String(1990 + Math.floor(index / 12)),
    ),
    last: `${1990 + Math.floor(index / 12)}-12-28`,
    ...{ positions: index, ties: 1, balance: 1, polarisation: index / 60 },
  }));
  const { shapes, width } = windowsChart(many, "Polarisation", 600);
  const points = shapes.flatMap((shape) => (shape.kind === "circle" && shape.marks !== undefined ? [shape.y] : []));
  expect(points).toEqual(points.toSorted((a, b) => b - a));
  const dates = shapes.flatMap((shape) => (shape.kind === "text" && /^\d{4}-/.test(shape.text) ? [shape.x] : []));
  expect(dates.length).toBeGreaterThan(2);
  dates.slice(1).forEach((x, index) => {
    expect(x - (dates[index] ?? 0)).toBeGreaterThan(60);
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

const tied = { ties: 1, balance: 0.75, polarisation: 0.5 };
const three = [
  { first: "2020-01-01", last: "2020-01-10", positions: 4, ...tied },
  { first: "2020-01-11", last: "2020-01-20", positions: 2, ...tied, balance: 1, polarisation: 1 },
  { first: "2020-01-21", last: "2020-01-30", positions: 1, ties: 0, balance: null, polarisation: null },
];

// Of 532 units 44 are left of the axis and 16 right of it; with a rim of 8 at either end the middles are at 52, 280 and
// 508. Between 0 and 1 are 200, under them 34 for the highest bar, which stands on 286.
test("points and lines by the axis from 0 to 1, bars under it; a window without ties has no point and parts the lines", () => {
  expect(drawnShapes(windowsChart(three, "Polarisation", 532))).toEqual([
    "line ink 8,12 → 42,12",
    "circle ink 25,12 ○4",
    "text ink 50,16 start: polarisation",
    "line soft 152.6,12 → 188.6,12 dashed",
    "text soft 196.6,16 start: explained by two camps",
    "rect soft 366.5,5 8×14",
    "text soft 382.5,16 start: positions",
    ...[230, 180, 130, 80, 30].flatMap((y, index) => [
      `line line 44,${y} → 516,${y}`,
      `text soft 38,${y + 4} end: ${index / 4}`,
    ]),
    "text soft 38,256 end: 4",
    "line soft 44,286 → 516,286",
    'rect soft 43,252 18×34 "2020-01-01 – 2020-01-10: 4"',
    'rect soft 271,269 18×17 "2020-01-11 – 2020-01-20: 2"',
    'rect soft 499,277.5 18×8.5 "2020-01-21 – 2020-01-30: 1"',
    "line soft 52,80 → 280,30 dashed",
    "line ink 52,130 → 280,30",
    'circle ink 52,130 ○4 "2020-01-01 – 2020-01-10: polarisation 0.50"',
    'circle ink 280,30 ○4 "2020-01-11 – 2020-01-20: polarisation 1.00"',
    "text soft 52,304 middle: 2020-01-01",
    "text soft 280,304 middle: 2020-01-11",
    "text soft 491.4,304 middle: 2020-01-21",
  ]);
});

test("a legend that is too wide goes on in a second line, over a picture that is as much higher", () => {
  const [wide, narrow] = [532, 360].map((width) => windowsChart(three, "Polarisation", width));
  expect((narrow?.height ?? 0) - (wide?.height ?? 0)).toBe(34);
  expect(
    drawnShapes(narrow ?? { shapes: [] }).filter((line) => line.endsWith("positions") || line.endsWith(": 0")),
  ).toEqual(["text soft 24,50 start: positions", "text soft 38,268 end: 0"]);
});

test("of a great many windows points are small", () => {
  const many = Array.from({ length: 81 }, () => three[0] ?? three[1]).flatMap((window) =>
    window === undefined ? [] : [window],
  );
  const radius = (number: number): number | undefined =>
    windowsChart(many.slice(0, number), "P").shapes.flatMap((shape) =>
      shape.kind === "circle" && shape.marks !== undefined ? [shape.radius] : [],
    )[0];
  expect([radius(80), radius(81)]).toEqual([4, 2.5]);
});
