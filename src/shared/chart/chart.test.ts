import fc from "fast-check";
import { expect, test } from "vitest";
import { Ach, achResult } from "../analysis/ach.ts";
import { analyse, type NetworkWindow } from "../analysis/analyse.ts";
import { cooccurrenceOf } from "../analysis/cooccurrence.ts";
import { dnaSample } from "../analysis/dna-sample.cases.ts";
import { libraryOf, named, rowsIn, type Statement } from "../analysis/library.cases.ts";
import { MatrixOptions, matrixOf } from "../analysis/matrix.ts";
import { NetworkOptions, networkOf } from "../analysis/network.ts";
import type { PositionRow } from "../analysis/table.ts";
import { TimelineOptions, timelineOf } from "../analysis/timeline.ts";
import type { Library } from "../model/library.ts";
import { achChart } from "./ach-chart.ts";
import { barList, barsChart, scoresChart } from "./bars-chart.ts";
import { cooccurrenceChart } from "./cooccurrence-chart.ts";
import { matchesFacet } from "./facet.ts";
import { crosses, overlap } from "./labels.ts";
import { matrixChart } from "./matrix-chart.ts";
import { networkChart } from "./network-chart.ts";
import { fitted, type Picture, type Shape, signOf, textWidth } from "./picture.ts";
import { palettes, svgOf } from "./svg.ts";
import { timelineChart } from "./timeline-chart.ts";
import { windowsChart } from "./windows-chart.ts";

const statements: readonly Statement[] = [
  { actor: "Board <1>", issues: ["Water/Fares +"], date: "2021" },
  { actor: "Board <1>", issues: ["Water/Fares +", "Water -"], date: "2021" },
  { actor: "Town", issues: ["Water/Fares -", "Roads ~"], paper: "B", date: "2022" },
  { actor: null, issues: ["Roads ?"], paper: "B", date: "2022" },
];
const library = libraryOf(statements);
const rows = rowsIn(library);
const dating = { clock: "paper", unit: "year" } as const;
const drawNetwork = (some: readonly Statement[]): Picture => {
  const made = libraryOf(some);
  const analysis = analyse(made, rowsIn(made), { kind: "network", options: NetworkOptions.parse({ tie: "subtract" }) });
  if (analysis.kind !== "network") throw new Error("a network was asked for");
  return networkChart(analysis.network, analysis.polarisation.camps, "Network");
};
const ach = Ach.parse({
  id: "why",
  question: "Why?",
  hypotheses: [
    { id: "h", name: "Money <1>", issue: null },
    { id: "i", name: "Sand", issue: null },
  ],
  evidence: [
    { id: "e", text: "All alike", claims: [], credibility: "low", relevance: "high" },
    { id: "f", text: "Soundings", claims: [], credibility: "low", relevance: "high" },
  ],
  marks: { "f:h": "II", "f:i": "CC" },
});
const pictures: readonly (readonly [string, Picture])[] = [
  ["matrix", matrixChart(library, matrixOf(library, rows, MatrixOptions.parse({})), "Matrix")],
  [
    "actors",
    matrixChart(library, matrixOf(library, rows, MatrixOptions.parse({ rows: "actor", columns: "issue" })), "Actors"),
  ],
  ["bars", barsChart(library, matrixOf(library, rows, MatrixOptions.parse({})), "Bars")],
  ["timeline", timelineChart(library, timelineOf(library, rows, TimelineOptions.parse({})), "Timeline")],
  ["network", drawNetwork(statements)],
  ["together", cooccurrenceChart(cooccurrenceOf(library, rows, { unit: "claim" }), "Together")],
  ["hypotheses", achChart(ach, achResult(ach), "Hypotheses")],
  ["shares", barList([{ name: "A paper", length: 0.2, text: "20 %", paint: "soft" }], "Coverage", 720, 1)],
  [
    "scores",
    scoresChart(
      [
        { name: "Money", score: -2, leads: false },
        { name: "Sand", score: 0, leads: true },
      ],
      "Scores",
    ),
  ],
];

test.each(pictures)("the %s is a complete drawing whose shapes lie inside it", (_, picture) => {
  const svg = svgOf(picture, palettes.dark);
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).not.toMatch(/<1>|NaN|undefined|Infinity/);
  expect((svg.match(/<g>/g) ?? []).length).toBe((svg.match(/<\/g>/g) ?? []).length);
  for (const shape of picture.shapes)
    if (shape.kind === "rect") {
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.y).toBeGreaterThanOrEqual(0);
      expect(shape.x + shape.width).toBeLessThanOrEqual(picture.width + 0.01);
      expect(shape.y + shape.height).toBeLessThanOrEqual(picture.height + 0.01);
    }
});

test("a stance is shown by its pattern and in words, not by colour alone", () => {
  const [, matrix] = pictures[0] ?? [];
  const squares = matrix?.shapes.filter((shape) => shape.kind === "rect") ?? [];
  expect(squares.map(({ title }) => title)).toEqual([
    "Water, − opposes: 1",
    "Water › Fares, + supports: 2",
    "Water › Fares, − opposes: 1",
    "Roads, ± mixed: 1",
    "Roads, ? unclear: 1",
  ]);
  expect(squares.every(({ patterned }) => patterned)).toBe(true);
});

test.each(pictures.slice(0, 4))("each mark of the %s opens as many passages as it counts", (_, picture) => {
  const marked = picture.shapes.filter((shape) => shape.kind === "rect" && shape.marks !== undefined);
  expect(marked.length).toBeGreaterThan(2);
  for (const { title = "", marks = [] } of marked) {
    const count = Number(/: (\d+)/.exec(title)?.[1]);
    expect([title, rows.filter(matchesFacet(library, marks, dating)).length]).toEqual([title, count]);
  }
});

test("the same network is drawn alike each time", () => {
  expect(drawNetwork(dnaSample)).toEqual(drawNetwork(dnaSample));
  expect(drawNetwork([]).shapes).toEqual([]);
});

test("a facet: an issue with what is under it or alone, an actor or nobody, a period", () => {
  const count = (facet: Parameters<typeof matchesFacet>[1][number]): number =>
    rows.filter(matchesFacet(library, [facet], dating)).length;
  expect(count({ issue: named.issue("Water") })).toBe(4);
  expect(count({ issue: named.issue("Water"), alone: true })).toBe(1);
  expect(count({ actor: "" })).toBe(1);
  expect(count({ period: "2022", actor: named.actor("Town") })).toBe(2);
  expect(rows.filter(matchesFacet(library, [], dating))).toEqual([]);
});

test("words that do not fit are cut; a mean takes the side it is a third or more to, none without a polarity", () => {
  expect(fitted("Short", 12, 100)).toBe("Short");
  expect(textWidth(fitted("A very long name indeed", 12, 60), 12)).toBeLessThanOrEqual(60);
  expect([1, 0.2, -0.5, null].map((mean) => signOf(mean).glyph)).toEqual(["+", "±", "−", ""]);
});

test("the most diagnostic evidence is first in the grid of hypotheses, and the leading hypothesis is marked", () => {
  const texts = achChart(ach, achResult(ach), "Grid").shapes.flatMap((shape) =>
    shape.kind === "text" ? [shape.text] : [],
  );
  expect(texts.indexOf("Soundings")).toBeLessThan(texts.indexOf("All alike"));
  expect(texts).toContain("▸ 0.00");
});

test("names in a network are placed where no line runs and never overlap", () => {
  const picture = drawNetwork(dnaSample);
  const lines = picture.shapes.flatMap((shape) => (shape.kind === "line" && shape.marks !== undefined ? [shape] : []));
  const names = picture.shapes.flatMap((shape) =>
    shape.kind === "text" && shape.halo === true ? [{ ...leftOf(shape), y: shape.y - 10, height: 12 }] : [],
  );
  expect(names).toHaveLength(7);
  expect(lines).toHaveLength(18);
  for (const [index, name] of names.entries()) {
    expect(lines.filter((line) => crosses(name, line))).toEqual([]);
    expect(names.slice(index + 1).filter((other) => overlap(name, other))).toEqual([]);
  }
});

function leftOf({ x, text, size, anchor }: Extract<Shape, { kind: "text" }>): { x: number; width: number } {
  const width = textWidth(text, size);
  return { x: x - width * { start: 0, middle: 0.5, end: 1 }[anchor], width };
}

test.each([
  ["through", { x1: -5, y1: 5, x2: 15, y2: 5 }, true],
  ["slanted through a corner", { x1: -1, y1: 4, x2: 4, y2: -1 }, true],
  ["past a corner", { x1: -5, y1: 4, x2: 4, y2: -5 }, false],
  ["ending before it", { x1: -5, y1: 5, x2: -1, y2: 5 }, false],
  ["inside", { x1: 2, y1: 2, x2: 3, y2: 3 }, true],
])("a line %s: %j crosses %j", (_, line, expected) => {
  expect(crosses({ x: 0, y: 0, width: 10, height: 10 }, line)).toBe(expected);
});

const anyDated = fc.array(
  fc.record({
    actor: fc.constantFrom("A", "The Board of the Harbours of the Islands", null),
    issues: fc.array(
      fc
        .tuple(
          fc.constantFrom("Water", "Water/Price of a litre of it in every month", "Roads"),
          fc.constantFrom(..."+-0?."),
        )
        .map(([path, sign]) => `${path} ${sign}`),
      { maxLength: 3 },
    ),
    date: fc.constantFrom("2019", "2021-03", "2024-11-30", null),
  }),
  { maxLength: 8 },
);

test("whatever is counted and however narrow the picture, every mark lies inside it and every number is one", () => {
  fc.assert(
    fc.property(anyDated, fc.constantFrom(320, 500, 720, 1200), (some, width) => {
      const dated = some.map((claim) => ({ ...claim, paper: `Of ${claim.date}` }));
      const made = libraryOf(dated);
      const found = rowsIn(made);
      const matrix = (options: object) => matrixOf(made, found, MatrixOptions.parse(options));
      const network = networkOf(made, found, NetworkOptions.parse({ tie: "cooccurrence" }));
      for (const { title, shapes, ...page } of [
        matrixChart(made, matrix({}), "Matrix", width),
        matrixChart(made, matrix({ rows: "actor", columns: "issue" }), "Actors", width),
        barsChart(made, matrix({}), "Bars", width),
        timelineChart(made, timelineOf(made, found, TimelineOptions.parse({ lanes: "issue" })), "Time", width),
        cooccurrenceChart(cooccurrenceOf(made, found, { unit: "claim" }), "Together", width),
        networkChart(network, {}, "Network", width),
        windowsChart(windowsIn(made, found), "Windows", width),
      ])
        for (const shape of shapes) {
          const { left, top, right, bottom } = extentOf(shape);
          const inside = left >= -0.01 && top >= -0.01 && right <= page.width + 0.01 && bottom <= page.height + 0.01;
          expect([title, shape, inside]).toEqual([title, shape, true]);
        }
    }),
    { numRuns: 40 },
  );
});

function windowsIn(made: Library, found: readonly PositionRow[]): readonly NetworkWindow[] {
  const options = NetworkOptions.parse({ tie: "subtract" });
  const analysis = analyse(made, found, { kind: "network", options, windows: { days: 365, step: 365 } });
  return analysis.kind === "network" ? analysis.windows : [];
}

/** The edges of a mark; of words only where they are, since their width is a guess. */
function extentOf(shape: Shape): { left: number; top: number; right: number; bottom: number } {
  if (shape.kind === "line") {
    const { x1, y1, x2, y2 } = shape;
    return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
  }
  const { x, y } = shape;
  if (shape.kind === "rect") return { left: x, top: y, right: x + shape.width, bottom: y + shape.height };
  const half = shape.kind === "circle" ? shape.radius : 0;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}
