import { expect, test } from "vitest";
import { cooccurrenceOf } from "../analysis/cooccurrence.ts";
import { libraryOf, named, rowsIn, type Statement } from "../analysis/library.cases.ts";
import { cooccurrenceChart } from "./cooccurrence-chart.ts";
import { drawnShapes, wordsIn } from "./picture.cases.ts";
import type { Picture } from "./picture.ts";

function draw(statements: readonly Statement[], width = 300): Picture {
  const library = libraryOf(statements);
  return cooccurrenceChart(cooccurrenceOf(library, rowsIn(library), { unit: "claim" }), "Together", width);
}

const statements: readonly Statement[] = [
  ...["1", "2", "3", "4"].map((): Statement => ({ actor: "A", issues: ["Air +", "Bus +"] })),
  { actor: "A", issues: ["Bus +", "Sea -"] },
  { actor: "A", issues: ["Land +"] },
];

// Names take 90, three columns have 190/3 = 63.3 each, wide enough for 24 units at four claims and 12 at one.
test("half of a square table: each pair once, its area its count; issues that are never together are left out", () => {
  const picture = draw(statements);
  expect(drawnShapes(picture, ["rect"])).toEqual([
    'rect soft 96.7,33 24×24 "Air + Bus: 4"',
    'rect soft 166,69 12×12 "Bus + Sea: 1"',
  ]);
  expect(wordsIn(picture)).toEqual(["Air", "Air", "Bus", "Bus", "Sea", "4", "1"]);
  expect([picture.width, picture.height]).toEqual([300, 98]);
});

test("an issue is named before its line and again where its own column begins, with the number of its claims", () => {
  expect(drawnShapes(draw(statements), ["text"]).slice(0, 5)).toEqual([
    'text ink 4,19 start: Air "Air: 4"',
    'text soft 100,19 start: Air "Air: 4"',
    'text ink 4,49 start: Bus "Bus: 5"',
    'text soft 163.3,49 start: Bus "Bus: 5"',
    'text ink 4,79 start: Sea "Sea: 1"',
  ]);
});

test("a name opens its issue alone, a square both issues", () => {
  const { shapes } = draw(statements);
  const issue = (name: string) => ({ issue: named.issue(name), alone: true });
  expect(shapes.find(({ title }) => title === "Air: 4")?.marks).toEqual([issue("Air")]);
  expect(shapes.find(({ title }) => title === "Bus + Sea: 1")?.marks).toEqual([issue("Bus"), issue("Sea")]);
});

test("where columns would be narrower than 34 the picture grows wider", () => {
  const many = ["A", "B", "C", "D", "E", "F", "G", "H"].map(
    (name): Statement => ({ actor: "A", issues: [`${name} +`, "Z +"] }),
  );
  expect(draw(many)).toMatchObject({ width: 90 + 9 * 34, height: 9 * 30 + 8 });
});

test("where nothing occurs together there is nothing to draw", () => {
  expect(draw([{ actor: "A", issues: ["Air +"] }])).toEqual({ title: "Together", width: 300, height: 0, shapes: [] });
});
