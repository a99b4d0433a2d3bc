import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Quad } from "../../../../shared/model/annotation.ts";
import { openDrawing } from "../../page-images/drawing.ts";
import { isArray } from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { rgbOf, tint } from "./colour.ts";
import { Highlighter } from "./highlight.ts";
import { handMade } from "./pdf.cases.ts";

const blank = handMade([
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>",
  "<</Type/Page/Parent 2 0 R>>",
]);
const stances = ["#0072b2", "#d55e00", "#6f747c", "#cc79a7", "#8a7f5c"];

/**
 * Colours of the page at points of user space, ten pixels a point, with a highlight of each stance over each place
 * given.
 */
async function colours(
  quads: readonly (readonly Quad[])[],
  points: readonly (readonly [number, number])[],
  others: readonly string[] = [],
) {
  const update = new PdfUpdate(new PdfSource(blank));
  const highlighter = new Highlighter(update, null);
  for (const [lane, own] of quads.entries()) {
    const colour = stances[lane] ?? "";
    const words = { author: "", subject: "", contents: "", created: "2026-01-02", modified: "2026-01-02" };
    highlighter.add({
      name: `n${lane}`,
      page: 0,
      quads: own,
      colour: tint(colour),
      line: rgbOf(colour),
      also: others.map((other) => ({ colour: tint(other), line: rgbOf(other) })),
      lane,
      ...words,
    });
  }
  highlighter.finish();
  const drawing = await openDrawing(update.finish(), null);
  const whole = { width: 2000, height: 1000 };
  const file = Buffer.from(drawing.picture(0, whole, { x: 0, y: 0, ...whole }));
  drawing.close();
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  return points.map(([x, y]) => {
    const code = Math.round(1000 - y * 10) * 6001 + 1 + Math.round(x * 10) * 3;
    return [...rows.subarray(code, code + 3)];
  });
}

const upright: Quad = [20, 70, 180, 70, 20, 40, 180, 40];
const inks = (colour: string): number[] => rgbOf(colour).map((part) => Math.round(part * 255));
const near = (found: readonly number[] | undefined, wanted: readonly number[]): void => {
  for (const [index, part] of wanted.entries()) expect(Math.abs((found?.[index] ?? -99) - part)).toBeLessThan(4);
};

test("five highlights over each other are nowhere darker than one of them is, and each has a line in its own colour", async () => {
  const points = [60, 41, 43.3, 45.7, 68.8, 66.4].map((y) => [100, y] as const);
  const [fill, ...lines] = await colours(
    stances.map(() => [upright]),
    points,
  );
  const tints = stances.map((colour) => tint(colour).map((part) => Math.round(part * 255)));
  near(
    fill,
    [0, 1, 2].map((part) => Math.min(...tints.map((tint) => tint[part] ?? 0))),
  );
  for (const [lane, line] of lines.entries()) {
    const own = inks(stances[lane] ?? "");
    near(
      line,
      own.map((part, index) => Math.min(part, fill?.[index] ?? 0)),
    );
  }
});

test.each([
  ["an upright line", upright, [100, 41], [100, 60]],
  ["a line that runs up the page", [20, 10, 20, 90, 50, 10, 50, 90], [49, 50], [30, 50]],
  ["a line that runs down it", [50, 90, 50, 10, 20, 90, 20, 10], [21, 50], [40, 50]],
  ["a line on its head", [180, 40, 20, 40, 180, 70, 20, 70], [100, 69], [100, 50]],
] as const)("%s has its stroke under its own words", async (_name, quad, under, within) => {
  for (const quads of [[quad], [quad, [185, 20, 190, 20, 185, 10, 190, 10] as Quad]]) {
    const [line, fill] = await colours([quads], [under, within]);
    near(line, inks("#0072b2"));
    near(
      fill,
      tint("#0072b2").map((part) => Math.round(part * 255)),
    );
  }
});

test.each([
  [
    1,
    [
      [100, 62],
      [100, 48],
    ],
  ],
  [
    2,
    [
      [100, 66],
      [100, 56],
      [100, 47],
    ],
  ],
] as const)("a claim with %i more stances has a band in the tint of each, from the top down", async (count, points) => {
  const others = stances.slice(1, count + 1);
  for (const quads of [[upright], [upright, [185, 20, 190, 20, 185, 10, 190, 10] as Quad]]) {
    const found = await colours([quads], points, others);
    for (const [index, colour] of [stances[0] ?? "", ...others].entries())
      near(
        found[index],
        tint(colour).map((part) => Math.round(part * 255)),
      );
  }
});

const offset = handMade([
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[50 20 650 420]>>",
  "<</Type/Page/Parent 2 0 R>>",
]);

test.each([
  ["in the middle of the page", [200, 300], [268, 210, 468, 300]],
  ["at its right edge", [580, 300], [450, 210, 650, 300]],
  ["at its foot", [200, 40], [268, 20, 468, 110]],
  ["in its lower right corner", [590, 30], [450, 20, 650, 110]],
  ["outside on the left", [-200, 300], [50, 210, 250, 300]],
] as const)("the note of a passage %s stands beside it, inside the visible page", (_name, [left, top], wanted) => {
  const quad: Quad = [left, top, left + 60, top, left, top - 12, left + 60, top - 12];
  const update = new PdfUpdate(new PdfSource(offset));
  const words = { author: "", subject: "", contents: "", created: "2026-01-02", modified: "2026-01-02" };
  const highlighter = new Highlighter(update, null);
  highlighter.add({ name: "n", page: 0, quads: [quad], colour: [1, 1, 0], line: [1, 0, 0], lane: 0, ...words });
  highlighter.finish();
  const { source, pages } = new PdfUpdate(new PdfSource(update.finish()));
  const annotations = source.resolve(pages.at(0)?.own.get("Annots"));
  const [, popup] = isArray(annotations) ? annotations : [];
  expect(source.dict(popup).get("Rect")).toEqual(wanted);
});
