import fc from "fast-check";
import { expect, test } from "vitest";
import { busiestOf } from "../analysis/busiest.ts";
import { libraryOf, named, rowsIn, type Statement } from "../analysis/library.cases.ts";
import { MatrixOptions, matrixOf } from "../analysis/matrix.ts";
import { anyStatements } from "../analysis/said.cases.ts";
import { TimelineOptions, timelineOf } from "../analysis/timeline.ts";
import { matchesFacet } from "./facet.ts";
import { facetsOf, matrixChart } from "./matrix-chart.ts";
import { drawnShapes } from "./picture.cases.ts";
import { cellPlan, highest, type Picture, type Shape } from "./picture.ts";
import { timelineChart } from "./timeline-chart.ts";

const dating = { clock: "paper", unit: "year" } as const;
const draw = (statements: readonly Statement[], options: object = {}, width = 1000, entries = 40): Picture => {
  const library = libraryOf(statements);
  const whole = { kind: "matrix" as const, matrix: matrixOf(library, rowsIn(library), MatrixOptions.parse(options)) };
  const { analysis } = busiestOf(whole, { entries, columns: entries, others: (count) => `${count} others` });
  return matrixChart(library, analysis.kind === "matrix" ? analysis.matrix : whole.matrix, "Matrix", width);
};
const texts = ({ shapes }: Picture): string[] => shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
const circles = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === "circle" ? [shape] : []));
const squares = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === "rect" ? [shape] : []));

const statements: readonly Statement[] = [
  { actor: "A", issues: ["Water/Price +"] },
  { actor: "A", issues: ["Water/Price +"] },
  { actor: "A", issues: ["Water/Price +"] },
  { actor: "A", issues: ["Water/Price +"] },
  { actor: "B", issues: ["Water/Price -"] },
  { actor: "B", issues: ["Roads -"] },
];

test("a square's area is its count: four times as many, twice as wide", () => {
  const widths = squares(draw(statements)).map(({ width }) => width);
  expect(widths[0]).toBe(24);
  expect(widths[1]).toBeCloseTo(12);
});

test("sums are under the columns and beside the lines and add up to the number of positions", () => {
  const picture = draw(statements);
  const last = picture.shapes.filter((shape) => shape.kind === "text").slice(-4);
  expect(last.map((shape) => shape.kind === "text" && shape.text)).toEqual(["all", "4", "2", "6"]);
});

test("the mean of a line is a point between −1 and +1, in its place and its paint", () => {
  const points = circles(draw(statements));
  expect(points.map(({ title, paint }) => [title, paint])).toEqual([
    ["Water: mean 0.60", "supports"],
    ["Water › Price: mean 0.60", "supports"],
    ["Roads: mean −1.00", "opposes"],
  ]);
  const [water, price, roads] = points.map(({ x }) => x);
  expect(water).toBe(price);
  expect(roads).toBeLessThan(water ?? 0);
});

test("where there is no room, or no polarity, there are no means", () => {
  expect(circles(draw(statements, {}, 500))).toEqual([]);
  expect(circles(draw([{ actor: "A", issues: ["Water ?"] }]))).toEqual([]);
  expect(circles(draw(statements, { rows: "actor", columns: "issue" }))).toEqual([]);
});

test("what is under a parent is in brackets, and opens what is in sub-issues", () => {
  const picture = draw(statements);
  expect(texts(picture)).toContain("(4)");
  const bracket = picture.shapes.find((shape) => shape.kind === "text" && shape.text === "(4)");
  const library = libraryOf(statements);
  expect(rowsIn(library).filter(matchesFacet(library, bracket?.marks ?? [], dating))).toHaveLength(4);
});

test("others are shown by their number alone, without a square, and open everything they gather", () => {
  const many: readonly Statement[] = [
    ...statements,
    { actor: "C", issues: ["Rail +"] },
    { actor: "D", issues: ["Sea +"] },
  ];
  const picture = draw(many, { rows: "actor" }, 1000, 2);
  expect(texts(picture)).toContain("2 others");
  const shapes = picture.shapes.filter(({ title }) => title?.startsWith("2 others, ") === true);
  expect(shapes.map((shape) => shape.kind)).toEqual(["text"]);
  const library = libraryOf(many);
  expect(rowsIn(library).filter(matchesFacet(library, shapes[0]?.marks ?? [], dating))).toHaveLength(2);
});

test("facets: an entry's own, or one for each that is gathered", () => {
  expect(facetsOf("actor", { id: "x", name: "X" })).toEqual([{ actor: "x" }]);
  expect(facetsOf("issue", { id: "others", name: "2", of: ["a", "b"] })).toEqual([
    { issue: "a", alone: true },
    { issue: "b", alone: true },
  ]);
});

test("squares, or what they are gathered in, open together each position once, whatever there is room for", () => {
  fc.assert(
    fc.property(anyStatements, fc.integer({ min: 1, max: 4 }), fc.constantFrom(300, 1000), (some, entries, width) => {
      const library = libraryOf(some);
      const rows = rowsIn(library);
      const picture = draw(some, { rows: "actor", columns: "issue" }, width, entries);
      // Each cell is shown once by its square or by its number; a square's own number opens the same again.
      const cells = picture.shapes.filter(
        ({ kind, title = "", paint }) => title.includes(", ") && (kind === "rect" || paint === "soft"),
      );
      const opened = cells.reduce(
        (sum, { marks = [] }) => sum + rows.filter(matchesFacet(library, marks, dating)).length,
        0,
      );
      expect(opened).toBe(rows.length);
    }),
  );
});

test.each([34, 45, 57, 58, 74, 120])("in a cell %d wide the largest square and its number do not leave it", (step) => {
  const { edge, square, words, size } = cellPlan(step);
  expect(square - edge / 2).toBeGreaterThanOrEqual(-step / 2);
  expect(words).toBeGreaterThanOrEqual(square + edge / 2);
  expect(words + size * 0.56 * 2).toBeLessThanOrEqual(step / 2 + 1);
});

test("the highest of any number of numbers", () => {
  expect(highest(1, [])).toBe(1);
  expect(highest(1, [3, 2])).toBe(3);
  expect(
    highest(
      0,
      Array.from({ length: 500_000 }, (_, index) => index),
    ),
  ).toBe(499_999);
});

test("the columns of a timeline have their numbers at their ends; a lane of others has numbers only", () => {
  const some: readonly Statement[] = [
    ...["+", "+", "-", "0"].map((sign) => ({ actor: "A", issues: [`Water ${sign}`], date: "2021" })),
    { actor: "B", issues: ["Water +"], paper: "B", date: "2022" },
    { actor: "C", issues: ["Water -"], paper: "B", date: "2022" },
  ];
  const library = libraryOf(some);
  const timeline = timelineOf(library, rowsIn(library), TimelineOptions.parse({}));
  const room = { entries: 1, columns: 1, others: (count: number) => `${count} others` };
  const { analysis } = busiestOf({ kind: "timeline", timeline }, room);
  if (analysis.kind !== "timeline") throw new Error("a timeline was asked for");
  const picture = timelineChart(library, analysis.timeline, "Time", 700);
  const bars = squares(picture).filter(({ marks }) => marks !== undefined);
  expect(bars.map(({ title }) => title)).toEqual([
    "A, 2021: 2 + supports",
    "A, 2021: 1 − opposes",
    "A, 2021: 1 ○ neutral",
  ]);
  expect(bars[0]?.height).toBeCloseTo(2 * (bars[1]?.height ?? 0));
  const numbers = picture.shapes.filter(
    (shape): shape is Extract<Shape, { kind: "text" }> => shape.kind === "text" && shape.size === 10,
  );
  expect(numbers.map(({ text }) => text)).toEqual(["2", "1", "1", "1"]);
  const others = picture.shapes.find((shape) => shape.kind === "text" && shape.text === "2 others");
  expect(others?.marks).toEqual([named.actor("B"), named.actor("C")].map((actor) => ({ actor, alone: true })));
});

const family: readonly Statement[] = [
  { actor: "A", issues: ["Water -"] },
  { actor: "A", issues: ["Water/Fares +"] },
];

// Names take 90, all 50 and the means 150 of 720: five columns have 86 each, with their middles from 133 on. The axis
// of the means goes from 584 to 674.
test("a matrix of stances, shape by shape", () => {
  const axis = (y: number): string[] => [
    `line line 584,${y} → 674,${y}`,
    `line line 584,${y - 3} → 584,${y + 3}`,
    `line line 629,${y - 6} → 629,${y + 6}`,
    `line line 674,${y - 3} → 674,${y + 3}`,
  ];
  const picture = draw(family, {}, 720);
  expect(drawnShapes(picture)).toEqual([
    'text supports 133,26 middle bold: + supports "+ supports"',
    'text opposes 219,26 middle bold: − opposes "− opposes"',
    'text neutral 305,26 middle bold: ○ neutral "○ neutral"',
    'text mixed 391,26 middle bold: ± mixed "± mixed"',
    'text unclear 477,26 middle bold: ? unclear "? unclear"',
    "text soft 544,26 middle: all",
    "text opposes 584,26 middle: −1",
    "text soft 629,26 middle: mean",
    "text supports 674,26 middle: +1",
    "line line 0,34 → 720,34",
    'text ink 4,55 start bold: Water "Water"',
    'text soft 133,55 middle: (1) "Water, + supports: 1 in sub-issues"',
    'rect opposes 194,39 24×24 "Water, − opposes: 1"',
    'text ink 225,55 start: 1 "Water, − opposes: 1"',
    "text soft 544,55 middle: 2",
    ...axis(51),
    "line mixed 629,51 → 629,51",
    'circle mixed 629,51 ○5 "Water: mean 0.00"',
    "line line 0,68 → 720,68",
    'text ink 18,89 start: Fares "Water › Fares"',
    'rect supports 108,73 24×24 "Water › Fares, + supports: 1"',
    'text ink 139,89 start: 1 "Water › Fares, + supports: 1"',
    "text ink 544,89 middle: 1",
    ...axis(85),
    "line supports 629,85 → 674,85",
    'circle supports 674,85 ○5 "Water › Fares: mean 1.00"',
    "line soft 0,102 → 720,102",
    "text soft 4,123 start: all",
    'text ink 133,123 middle: 1 "+ supports: 1"',
    'text ink 219,123 middle: 1 "− opposes: 1"',
    "text ink 544,123 middle bold: 2",
  ]);
  expect([picture.width, picture.height]).toEqual([720, 138]);
});

test("a matrix of other things: heads are turned, the mean is in paint and sign", () => {
  const picture = draw(family, { rows: "actor", columns: "issue" }, 300);
  expect(drawnShapes(picture)).toEqual([
    'text ink 127,32 start: Water "Water"',
    'text ink 201,32 start: Fares "Water › Fares"',
    "text soft 262,32 middle: all",
    "line line 0,40 → 300,40",
    'text ink 4,61 start: A "A"',
    'rect opposes 102,45 24×24 "A, Water: 1, mean −1.00"',
    'text ink 133,61 start: − 1 "A, Water: 1, mean −1.00"',
    'rect supports 176,45 24×24 "A, Water › Fares: 1, mean 1.00"',
    'text ink 207,61 start: + 1 "A, Water › Fares: 1, mean 1.00"',
    "text ink 262,61 middle: 2",
    "line soft 0,74 → 300,74",
    "text soft 4,95 start: all",
    'text ink 127,95 middle: 1 "Water: 1"',
    'text ink 201,95 middle: 1 "Water › Fares: 1"',
    "text ink 262,95 middle bold: 2",
  ]);
  const heads = picture.shapes.slice(0, 2).map((shape) => (shape.kind === "text" ? shape.turned : null));
  expect(heads).toEqual([-45, -45]);
});

test("two issues of one name show their paths", () => {
  const twins: readonly Statement[] = [{ actor: "A", issues: ["Water/Price +", "Rail/Price -"] }];
  expect(texts(draw(twins, { rows: "actor", columns: "issue" })).slice(0, 2)).toEqual([
    "Water › Price",
    "Rail › Price",
  ]);
});

test("an issue that shares its name with one outside the chart shows its path too", () => {
  const some: readonly Statement[] = [
    { actor: "A", issues: ["Water/Price +", "Water/Price +", "Rail/Speed +", "Rail/Speed -"] },
    { actor: "A", issues: ["Rail/Price -"] },
  ];
  const heads = texts(draw(some, { rows: "actor", columns: "issue" }, 1000, 2)).slice(0, 2);
  expect(heads).toContain("Speed");
  expect(heads).toContain("Water › Price");
});

test("in narrow columns sign and number are one word", () => {
  const many: readonly Statement[] = [
    { actor: "A", issues: ["A", "B", "C", "D", "E", "F"].map((name) => `${name} +`) },
  ];
  const picture = draw(many, { rows: "actor", columns: "issue" }, 300);
  expect(texts(picture)).toContain("+1");
  // Six columns of 34 and what is beside them are wider than what was asked for.
  expect(picture.width).toBe(90 + 6 * 34 + 50);
});
