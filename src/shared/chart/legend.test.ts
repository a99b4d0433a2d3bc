import fc from "fast-check";
import { expect, test } from "vitest";
import { type LegendItem, placeLegend } from "./legend.ts";
import { drawnShapes } from "./picture.cases.ts";

const item = (text: string, width: number): LegendItem => ({
  width,
  draw: (x, y) => [{ kind: "text", x, y, text, size: 12, anchor: "start", paint: "ink" }],
});

test.each([
  ["in one line where there is room", 200, ["text ink 10,50 start: a", "text ink 62,50 start: b"], 0],
  ["up to the edge itself", 92, ["text ink 10,50 start: a", "text ink 62,50 start: b"], 0],
  ["in two lines where there is none", 91, ["text ink 10,50 start: a", "text ink 10,84 start: b"], 34],
  ["one by one where none fits", 5, ["text ink 10,50 start: a", "text ink 10,84 start: b"], 34],
])("entries stand %s", (_, right, drawn, below) => {
  const legend = placeLegend([item("a", 30), item("b", 30)], { left: 10, right, y: 50 });
  expect(drawnShapes(legend)).toEqual(drawn);
  expect(legend.below).toBe(below);
});

test("of nothing there is no legend", () => {
  expect(placeLegend([], { left: 10, right: 100, y: 50 })).toEqual({ shapes: [], below: 0 });
});

test("no entry that fits crosses the edge, and none begins before the one above it has ended", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 12 }), (widths) => {
      const { shapes } = placeLegend(
        widths.map((width) => item(String(width), width)),
        { left: 0, right: 100, y: 0 },
      );
      const ends = shapes.map((shape) => (shape.kind === "text" ? shape.x + Number(shape.text) : 0));
      expect(Math.max(0, ...ends)).toBeLessThanOrEqual(100);
      expect(shapes).toHaveLength(widths.length);
    }),
  );
});
