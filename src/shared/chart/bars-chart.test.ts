import { expect, test } from "vitest";
import { libraryOf, named, rowsIn, type Statement } from "../analysis/library.cases.ts";
import { MatrixOptions, matrixOf } from "../analysis/matrix.ts";
import { barList, barsChart, type ChartBar, scoresChart } from "./bars-chart.ts";
import { drawnShapes, wordsIn } from "./picture.cases.ts";
import type { Picture } from "./picture.ts";

function barsOf(statements: readonly Statement[], options: object = {}, width = 430): Picture {
  const library = libraryOf(statements);
  return barsChart(library, matrixOf(library, rowsIn(library), MatrixOptions.parse(options)), "Bars", width);
}

const statements: readonly Statement[] = [
  { actor: "A", issues: ["Water +", "Water +", "Water -", "Water 0"] },
  { actor: "A", issues: ["Roads -", "Roads ?", "Roads ."] },
];

// Names take 80; of 430 units 150 are for the rest, so each side has 100 and the middle is at 180. The longest side,
// two positions, is 74 long.
test("support grows to the right of the middle, opposition to the left, the rest is in words beside them", () => {
  expect(drawnShapes(barsOf(statements))).toEqual([
    "text opposes 174,14 end: − opposes",
    "text supports 186,14 start: supports +",
    "text soft 300,14 start: other",
    'text ink 0,39 start: Water "Water"',
    'rect supports 180,26 74×17 "Water: 2 + supports"',
    'rect opposes 143,26 37×17 "Water: 1 − opposes"',
    "text ink 138,39 end: 1",
    "text ink 259,39 start: 2",
    "text soft 300,39 start: ○ 1",
    'text ink 0,65 start: Roads "Roads"',
    'rect opposes 143,52 37×17 "Roads: 1 − opposes"',
    "text ink 138,65 end: 1",
    "text soft 300,65 start: ? 1   ◌ 1",
    "line soft 180,20 → 180,78",
  ]);
});

test("the picture is as high as its lines, with a bar for each", () => {
  const { width, height, title } = barsOf(statements);
  expect([width, height, title]).toEqual([430, 82, "Bars"]);
  expect(barsOf([]).height).toBe(30);
});

test("parents without positions of their own are left out: nobody contradicts himself on another issue", () => {
  expect(wordsIn(barsOf([{ actor: "A", issues: ["Water/Fares +"] }]))).toContain("Water › Fares");
  expect(wordsIn(barsOf([{ actor: "A", issues: ["Water/Fares +"] }]))).not.toContain("Water");
});

test("a bar opens the positions of its stance, a name all of its line", () => {
  const marks = barsOf(statements).shapes.flatMap(({ title, marks: own }) => (own === undefined ? [] : [[title, own]]));
  const water = { issue: named.issue("Water"), alone: true };
  expect(marks.slice(0, 2)).toEqual([
    ["Water", [water]],
    ["Water: 2 + supports", [{ ...water, stance: "00000000-0000-7000-8000-000000000001" }]],
  ]);
  const actors = barsOf(statements, { rows: "actor" }).shapes.find(({ title }) => title === "A");
  expect(actors?.marks).toEqual([{ actor: named.actor("A"), alone: true }]);
});

test("long names are cut, and take no more than 280 units", () => {
  const picture = barsOf([{ actor: "A", issues: [`${"x".repeat(60)} +`] }], {}, 600);
  // (280 - 8) / (0.56 × 12) are 40 letters, the ellipsis one of them.
  expect(wordsIn(picture)).toContain(`${"x".repeat(39)}…`);
  expect(drawnShapes(picture, ["line"])).toEqual(["line soft 365,20 → 365,52"]);
});

const bar = (name: string, length: number): ChartBar => ({ name, length, text: `${length}`, paint: "soft" });

test("bars are as long as their share of the longest, and never less than 1", () => {
  expect(drawnShapes(barList([bar("One", 4), bar("Two", 1), bar("None", 0)], "B", 370))).toEqual([
    'text ink 0,17 start: One "One: 4"',
    'rect soft 80,4 200×17 "One: 4"',
    "text ink 286,17 start: 4",
    'text ink 0,43 start: Two "Two: 1"',
    'rect soft 80,30 50×17 "Two: 1"',
    "text ink 136,43 start: 1",
    'text ink 0,69 start: None "None: 0"',
    'rect soft 80,56 1×17 "None: 0"',
    "text ink 86,69 start: 0",
  ]);
});

test("with a full length bars are their share of it", () => {
  const lengths = (full: number): number[] =>
    barList([bar("One", 0.5)], "B", 370, full).shapes.flatMap((shape) => (shape.kind === "rect" ? [shape.width] : []));
  expect([lengths(1), lengths(0.25)]).toEqual([[100], [200]]);
  const { height, width } = barList([], "B", 370);
  expect([height, width]).toEqual([0, 370]);
  expect(barList([bar("One", 1)], "B").height).toBe(32);
});

test("a bar that opens passages opens them by its name too; one that opens none has no marks", () => {
  const open = barList([{ ...bar("One", 1), marks: [{ actor: "a" }] }], "B").shapes.map(({ marks }) => marks);
  expect(open).toEqual([[{ actor: "a" }], [{ actor: "a" }], undefined]);
  expect(barList([bar("One", 1)], "B").shapes.some((shape) => "marks" in shape)).toBe(false);
});

test("scores: what speaks against is a length, the leading hypothesis is marked and bold", () => {
  const scores = [
    { name: "Money", score: -2, leads: false },
    { name: "Sand", score: -0.5, leads: true },
  ];
  expect(drawnShapes(scoresChart(scores, "Scores", 370))).toEqual([
    'text ink 0,17 start: Money "Money: −2.00"',
    'rect opposes 80,4 200×17 "Money: −2.00"',
    "text ink 286,17 start: −2.00",
    'text ink 0,43 start bold: ▸ Sand "▸ Sand: −0.50"',
    'rect supports 80,30 50×17 "▸ Sand: −0.50"',
    "text ink 136,43 start: −0.50",
  ]);
});
