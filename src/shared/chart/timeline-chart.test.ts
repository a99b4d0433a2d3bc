import { expect, test } from "vitest";
import { libraryOf, named, rowsIn, type Statement } from "../analysis/library.cases.ts";
import { TimelineOptions, timelineOf } from "../analysis/timeline.ts";
import { drawnShapes, wordsIn } from "./picture.cases.ts";
import type { Picture } from "./picture.ts";
import { timelineChart } from "./timeline-chart.ts";

function draw(statements: readonly Statement[], options: object = {}, width = 280): Picture {
  const library = libraryOf(statements);
  const timeline = timelineOf(library, rowsIn(library), TimelineOptions.parse(options));
  return timelineChart(library, timeline, "Time", width);
}

const statements: readonly Statement[] = [
  { actor: "A", issues: ["W +", "W +", "W -", "W ?"], paper: "First", date: "2020" },
  { actor: "A", issues: ["W -"], paper: "Second", date: "2021" },
];

// Names take 60 of 280 units, two periods 100 each: their middles are at 110 and 210. The line of the lane is at 38;
// two positions are 22 high, so that each is 11.
test("support stands on the line of its lane, opposition hangs from it, the rest is beside it in the middle", () => {
  expect(drawnShapes(draw(statements))).toEqual([
    "line line 0,0 → 280,0",
    "line soft 60,38 → 272,38",
    'text ink 4,42 start: A "A: 5"',
    'rect supports 97,16 26×22 "A, 2020: 2 + supports"',
    'rect opposes 97,38 26×11 "A, 2020: 1 − opposes"',
    'rect unclear 125,32.5 8×11 "A, 2020: 1 ? unclear"',
    "text soft 110,12 middle: 2",
    "text soft 110,61 middle: 1",
    'rect opposes 197,38 26×11 "A, 2021: 1 − opposes"',
    "text soft 210,61 middle: 1",
    "text soft 110,93 middle: 2020",
    "text soft 210,93 middle: 2021",
    "rect supports 4,106 12×12",
    "text soft 22,116 start: + supports",
    "rect opposes 111.2,106 12×12",
    "text soft 129.2,116 start: − opposes",
    // The third would end at 290, so that it begins a line of its own.
    "rect unclear 4,140 12×12",
    "text soft 22,150 start: ? unclear",
  ]);
});

test("a lane for each, one under the other, on the scale of the tallest column of all", () => {
  const two = draw([...statements, { actor: "B", issues: ["W +"], paper: "First", date: "2020" }]);
  const lines = drawnShapes(two, ["rect"]).filter((line) => line.includes("B, "));
  expect(lines).toEqual(['rect supports 97,103 26×11 "B, 2020: 1 + supports"']);
  expect(two.height).toBe(2 * 76 + 26 + 24 + 34);
});

test("a mark opens its positions: those of its lane, period and stance", () => {
  const facet = (picture: Picture, title: string) => picture.shapes.find((shape) => shape.title === title)?.marks;
  const against = { period: "2021", stance: "00000000-0000-7000-8000-000000000002" };
  const actor = { actor: named.actor("A"), alone: true };
  expect(facet(draw(statements), "A: 5")).toEqual([actor]);
  expect(facet(draw(statements), "A, 2021: 1 − opposes")).toEqual([{ ...actor, ...against }]);
  expect(facet(draw(statements, { lanes: "all" }), "All, 2021: 1 − opposes")).toEqual([against]);
  expect(facet(draw(statements, { lanes: "issue" }), "W, 2021: 1 − opposes")).toEqual([
    { issue: named.issue("W"), alone: true, ...against },
  ]);
});

const years = (count: number): Statement[] =>
  Array.from({ length: count }, (_, index) => ({
    actor: "A",
    issues: ["W +"],
    paper: `P${index}`,
    date: `${2000 + index}`,
  }));

test("where columns are narrow they have no numbers, and only every so many periods are named", () => {
  const words = wordsIn(draw(years(20)));
  // (280 - 60 - 20) / 20 is 10, so columns are 12 wide; a year takes 4 × 6.72 and 10, which is four columns.
  expect(words).toEqual(["A", "2000", "2004", "2008", "2012", "2016", "+ supports"]);
  expect(draw(years(20)).width).toBe(60 + 20 * 12 + 12 + 8);
  expect(wordsIn(draw(years(9))).filter((word) => word === "1")).toHaveLength(9);
});

test("a column is at least 2 high, and one of few periods no wider than 160", () => {
  const many = Array.from({ length: 60 }, (): Statement => ({ actor: "A", issues: ["W +"] }));
  const heights = draw([...many, { actor: "A", issues: ["W -"] }], {}, 900).shapes.flatMap((shape) =>
    shape.kind === "rect" && shape.marks !== undefined ? [[shape.height, shape.x + shape.width / 2]] : [],
  );
  expect(heights).toEqual([
    [22, 140],
    [2, 140],
  ]);
});

test("without dated positions there is nothing to draw", () => {
  expect(draw([{ actor: "A", issues: ["W +"], date: null }])).toEqual({
    ...{ title: "Time", width: 280, height: 0, shapes: [] },
  });
});
