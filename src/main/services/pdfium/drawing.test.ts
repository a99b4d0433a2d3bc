import fc from "fast-check";
import { expect, test } from "vitest";
import type { Drawing } from "./drawing.ts";
import type { Box } from "./module.ts";
import { onePage, reading } from "./page.cases.ts";

/** What is drawn, rounded to tenths of a point: PDFium has places in 32 bits. */
async function drawingOf(drawn: string, more: readonly string[] = [], page = ""): Promise<Drawing> {
  const { shapes, rules } = await reading(onePage({ drawn, more, page }), (reader) => reader.page(0).drawing);
  return { shapes: shapes.map(rounded), rules: rules.map(rounded) };
}

const rounded = (box: Box): Box => {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box.map((value) => Math.round(value * 10) / 10);
  return [x0, y0, x1, y1];
};

const sidesOf = (x0: number, y0: number, x1: number, y1: number): Box[] => [
  [x0, y0, x1, y0],
  [x0, y1, x1, y1],
  [x0, y0, x0, y1],
  [x1, y0, x1, y1],
];

const sorted = (boxes: readonly Box[]): string[] => boxes.map((box) => box.join(" ")).sort();

const circle = (x: number, y: number, r: number): string =>
  `${x + r} ${y} m ${x + r} ${y + r} ${x - r} ${y + r} ${x - r} ${y} c ${x - r} ${y - r} ${x + r} ${y - r} ${x + r} ${y} c f`;

test.each<[string, string, Box[]]>([
  ["a stroke across", "0 w 50 300 m 250 300 l S", [[49.5, 300, 250.5, 300]]],
  ["a stroke down", "0 w 50 300 m 50 400 l S", [[50, 299.5, 50, 400.5]]],
  ["a box that is thin, by its middle line", "50 300 200 2 re f", [[50, 301, 250, 301]]],
  ["a box that is narrow", "50 300 2 100 re f", [[51, 300, 51, 400]]],
  ["a stroke of the greatest thickness", "2.1 w 50 300 m 250 300 l S", [[50, 300, 250, 300]]],
  ["a stroke that is too thick", "2.3 w 50 300 m 250 300 l S", []],
  ["a thin box that is too short", "50 300 4 1 re f", []],
  ["a stroke that is neither across nor down", "50 300 m 250 400 l S", []],
  ["a box", "50 300 200 100 re f", sidesOf(50, 300, 250, 400)],
  ["a box that is drawn line by line", "50 300 m 250 300 l 250 400 l 50 400 l h f", sidesOf(50, 300, 250, 400)],
  ["a box whose last side is left to the fill", "50 300 m 250 300 l 250 400 l 50 400 l f", sidesOf(50, 300, 250, 400)],
  ["a box under a scale and a shift", "q 2 0 0 3 10 20 cm 20 30 100 50 re f Q", sidesOf(50, 110, 250, 260)],
  ["a box on its corner", "150 300 m 250 400 l 150 500 l 50 400 l h f", []],
  ["a triangle, which has one level side", "50 300 m 250 300 l 150 400 l h f", [[50, 300, 250, 300]]],
  [
    "two lines in one path, which are no box",
    "0 w 50 300 m 250 300 l 50 400 m 250 400 l S",
    [
      [50, 300, 250, 300],
      [50, 400, 250, 400],
    ],
  ],
  [
    "a corner",
    "0 w 50 400 m 50 300 l 250 300 l S",
    [
      [50, 300, 50, 400],
      [50, 300, 250, 300],
    ],
  ],
  [
    "two boxes in one path",
    "50 300 100 50 re 150 300 100 50 re f",
    [...sidesOf(50, 300, 150, 350), ...sidesOf(150, 300, 250, 350)],
  ],
  [
    "lines in one path on a page turned by its matrix",
    "q 0 1 -1 0 400 0 cm 0 w 100 50 m 300 50 l 100 90 m 300 90 l 100 130 m 300 130 l S Q",
    [
      [350, 100, 350, 300],
      [310, 100, 310, 300],
      [270, 100, 270, 300],
    ],
  ],
  ["a large circle", circle(150, 300, 60), []],
  ["a box with a round corner", "50 300 m 250 300 l 250 400 l 100 400 l 50 400 50 400 50 350 c h f", []],
  ["letters", "BT /F 40 Tf 50 400 Td (III) Tj ET", []],
])("the rules of %s", async (_, drawn, rules) => {
  const found = await drawingOf(drawn);
  expect(sorted(found.rules)).toEqual(sorted(rules));
  expect(found.shapes).toEqual([]);
});

test.each<[string, string, Box[]]>([
  ["a disc", circle(100, 200, 4), [[96, 196, 104, 204]]],
  ["a square", "100 200 6 6 re f", [[100, 200, 106, 206]]],
  ["the largest", "100 200 11.9 11.9 re f", [[100, 200, 111.9, 211.9]]],
  ["one that is larger", "100 200 12.2 12.2 re f", []],
  ["a speck", "100 200 0.9 0.9 re f", []],
  ["twice as wide as high", "100 200 8 4.1 re f", [[100, 200, 108, 204.1]]],
  ["wider than that", "100 200 10 4 re f", []],
  ["higher than that", "100 200 4 10 re f", []],
  ["a letter", "BT /F 8 Tf 50 400 Td (o) Tj ET", []],
])("a small shape may be a bullet: %s", async (_, drawn, shapes) => {
  expect((await drawingOf(drawn)).shapes).toEqual(shapes);
});

const image = `<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream`;
test("a small picture is a shape, a large or a thin one is nothing", async () => {
  const place = (a: number, d: number): string => `q ${a} 0 0 ${d} 60 70 cm /I Do Q`;
  const resources = "/Resources<</XObject<</I 7 0 R>>>>";
  expect(await drawingOf(place(8, 9), [image], resources)).toEqual({ shapes: [[60, 70, 68, 79]], rules: [] });
  expect(await drawingOf(`${place(100, 90)} ${place(100, 1)}`, [image], resources)).toEqual({ shapes: [], rules: [] });
});

const repeated = (count: number, drawn: string): string => `${drawn}\n`.repeat(count);
test.each([
  [400, 400],
  [401, 0],
])("of %s shapes on a page, %s are read: many are a drawing", async (drawn, kept) => {
  const found = await drawingOf(`${repeated(drawn, "100 200 6 6 re f")} 50 300 200 1 re f`);
  expect([found.shapes.length, found.rules.length]).toEqual([kept, 1]);
});

test("of four thousand rules all are read, of more none", async () => {
  const rows = repeated(1000, "50 300 200 100 re f");
  expect((await drawingOf(rows)).rules).toHaveLength(4000);
  expect((await drawingOf(`${rows} 50 300 200 1 re f`)).rules).toEqual([]);
});

test("a path of two thousand points is read, a longer one is a drawing", async () => {
  const path = (points: number): string =>
    `0 w ${Array.from({ length: points / 2 }, (_, n) => `50 ${20 + n / 5} m 250 ${20 + n / 5} l`).join(" ")} S`;
  expect((await drawingOf(path(2000))).rules).toHaveLength(1000);
  expect((await drawingOf(path(2002))).rules).toEqual([]);
});

const rectangle = fc.record({
  x: fc.integer({ min: 0, max: 150 }),
  y: fc.integer({ min: 0, max: 150 }),
  width: fc.integer({ min: 13, max: 200 }),
  height: fc.integer({ min: 13, max: 200 }),
});

test("boxes have the same rules in one path as in one each, whichever way round they are drawn", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rectangle, { minLength: 1, maxLength: 4 }), async (boxes) => {
      const forward = boxes.map(({ x, y, width, height }) => `${x} ${y} ${width} ${height} re`);
      const backward = boxes.map(({ x, y, width, height }) => `${x + width} ${y + height} ${-width} ${-height} re`);
      const wanted = sorted(boxes.flatMap(({ x, y, width, height }) => sidesOf(x, y, x + width, y + height)));
      for (const drawn of [`${forward.join(" f ")} f`, `${forward.join(" ")} f`, `${backward.join(" ")} f`])
        expect(sorted((await drawingOf(drawn)).rules)).toEqual(wanted);
    }),
    { numRuns: 8 },
  );
});

const form = (drawn: string, more = ""): string =>
  `<</Type/XObject/Subtype/Form/BBox[-500 -500 900 900]${more}/Length ${drawn.length}>>stream\n${drawn}\nendstream`;
const boxed = (box: readonly number[], drawn: string, more = ""): string =>
  `<</Type/XObject/Subtype/Form/BBox[${box.join(" ")}]${more}/Length ${drawn.length}>>stream\n${drawn}\nendstream`;
const drawsForm = (name: string, number: number): string => `/Resources<</XObject<</${name} ${number} 0 R>>>>`;

test.each<[string, string, readonly string[], Box[]]>([
  ["a form", "/F1 Do", [form("50 300 200 2 re f")], [[50, 301, 250, 301]]],
  ["a form under a scale and a shift", "q 2 0 0 2 10 20 cm /F1 Do Q", [form("20 30 100 1 re f")], [[50, 81, 250, 81]]],
  ["a form with a matrix", "/F1 Do", [form("20 30 100 50 re f", "/Matrix[2 0 0 3 10 20]")], sidesOf(50, 110, 250, 260)],
  ["a form that is turned", "q 0 1 -1 0 400 0 cm /F1 Do Q", [form("100 50 200 1 re f")], [[349.5, 100, 349.5, 300]]],
  [
    "a form within a form",
    "q 1 0 0 1 10 20 cm /F1 Do Q",
    [form("q 2 0 0 2 0 0 cm /F2 Do Q", drawsForm("F2", 8)), form("20 30 100 1 re f")],
    [[50, 81, 250, 81]],
  ],
])("the rules of %s are those of the page", async (_, drawn, forms, rules) => {
  const found = await drawingOf(drawn, forms, drawsForm("F1", 7));
  expect(sorted(found.rules)).toEqual(sorted(rules));
});

test.each<[string, string, readonly string[], Box[]]>([
  ["a box around them", "q 40 290 220 40 re W n 50 300 200 2 re f Q", [], [[50, 301, 250, 301]]],
  ["a box that they reach out of", "q 100 290 100 40 re W n 50 300 200 2 re f Q", [], [[100, 301, 200, 301]]],
  ["a box elsewhere", "q 40 400 220 40 re W n 50 300 200 2 re f Q", [], []],
  [
    "two boxes that have little in common",
    "q 50 290 90 40 re W n 130 200 90 200 re W n 50 300 200 2 re f Q",
    [],
    [[130, 301, 140, 301]],
  ],
  ["a box under a scale", "q 2 0 0 2 0 0 cm 50 145 50 20 re W n 25 150 100 1 re f Q", [], [[100, 301, 200, 301]]],
  [
    "a box that ends at the edge they are drawn along",
    "q 40 300 220 40 re W n 50 299 200 2 re f Q",
    [],
    [[50, 300, 250, 300]],
  ],
  [
    "a box around another rule",
    "q 40 400 220 40 re W n 50 410 200 2 re f Q 50 300 200 2 re f",
    [],
    [
      [50, 411, 250, 411],
      [50, 301, 250, 301],
    ],
  ],
  [
    "the box of their form",
    "/F1 Do",
    [boxed([100, 290, 200, 330], "50 300 200 2 re f 50 400 200 2 re f")],
    [[100, 301, 200, 301]],
  ],
  [
    "the box of their form, which is moved and twice as large",
    "q 2 0 0 2 10 20 cm /F1 Do Q",
    [boxed([0, 0, 60, 60], "20 30 100 1 re f 20 70 100 1 re f")],
    [[50, 81, 130, 81]],
  ],
  [
    "the box of their form, which has a matrix",
    "/F1 Do",
    [boxed([0, 0, 60, 60], "20 30 100 1 re f 20 70 100 1 re f", "/Matrix[2 0 0 2 10 20]")],
    [[50, 81, 130, 81]],
  ],
  [
    "a box around their form",
    "q 40 290 100 40 re W n /F1 Do Q",
    [form("50 300 200 2 re f 50 400 200 2 re f")],
    [[50, 301, 140, 301]],
  ],
])("rules are cut by %s", async (_, drawn, forms, rules) => {
  const found = await drawingOf(drawn, forms, forms.length === 0 ? "" : drawsForm("F1", 7));
  expect(sorted(found.rules)).toEqual(sorted(rules));
});

test("shapes that a box cuts away are no bullets", async () => {
  const found = await drawingOf("q 0 0 90 500 re W n 50 200 6 6 re f 150 200 6 6 re f Q");
  expect(found.shapes).toEqual([[50, 200, 56, 206]]);
});

test("a form with less text than there is around it is an ornament", async () => {
  const text = "BT /F 9 Tf 50 500 Td (The council) Tj ET";
  const ornament = [form("50 300 200 2 re f")];
  expect((await drawingOf(`${text} /F1 Do`, ornament, drawsForm("F1", 7))).rules).toEqual([]);
  expect((await drawingOf("/F1 Do", ornament, drawsForm("F1", 7))).rules).toHaveLength(1);
});

test("small shapes in a form may be bullets", async () => {
  const found = await drawingOf("q 2 0 0 2 10 20 cm /F1 Do Q", [form("20 30 3 3 re f")], drawsForm("F1", 7));
  expect(found).toEqual({ shapes: [[50, 80, 56, 86]], rules: [] });
});

test("a form that is used within itself ends", async () => {
  const self = form("50 300 200 2 re f /F1 Do", drawsForm("F1", 7));
  expect((await drawingOf("/F1 Do", [self], drawsForm("F1", 7))).rules.length).toBeGreaterThan(0);
});
