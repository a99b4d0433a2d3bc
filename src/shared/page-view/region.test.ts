import fc from "fast-check";
import { expect, test } from "vitest";
import type { Region } from "../model/annotation.ts";
import { clipRegion, leastRegion, rectOfRegion, regionBetween, shiftRegion, userBox } from "./region.ts";
import { rectOn, sheetOf } from "./sheet.ts";

/** A4, whose sides are no whole hundredths of a point. */
const a4 = { width: 595.276, height: 841.89 };

type Sides = readonly [x: number, y: number, width: number, height: number];

function regionOf([x, y, width, height]: Sides, page = 2): Region {
  return { page, x, y, width, height, quote: "words" };
}

function sidesOf(region: Region | null): Sides | null {
  return region === null ? null : [region.x, region.y, region.width, region.height];
}

test.each<[string, Sides, Sides | null]>([
  ["inside its page", [10, 20, 30, 40], [10, 20, 30, 40]],
  ["over the left edge", [-10, 20, 30, 40], [0, 20, 20, 40]],
  ["over the upper edge", [10, -15, 30, 40], [10, 0, 30, 25]],
  ["over the lower right corner", [90, 180, 30, 40], [90, 180, 10, 20]],
  ["around its page", [-5, -5, 200, 300], [0, 0, 100, 200]],
  ["with lengths finer than a hundredth", [10.004, 20.006, 30.001, 40.001], [10, 20.01, 30.01, 40]],
  ["as small as is meant", [10, 20, leastRegion, leastRegion], [10, 20, leastRegion, leastRegion]],
  ["too narrow", [10, 20, leastRegion - 0.01, 40], null],
  ["too low", [10, 20, 40, leastRegion - 0.01], null],
  ["with too little of it on the page", [98, 20, 30, 40], null],
  ["beside its page", [150, 20, 30, 40], null],
  ["without a place", [Number.NaN, 20, 30, 40], null],
])("a rectangle %s is cut at the edges", (_name, sides, cut) => {
  expect(sidesOf(clipRegion(regionOf(sides), { width: 100, height: 200 }))).toEqual(cut);
});

test("a page whose sides are no whole hundredths of a point is cut at the last one on it", () => {
  expect(sidesOf(clipRegion(regionOf([580, 830, 40, 40]), { ...a4, height: 841.899 }))).toEqual([
    580, 830, 15.27, 11.89,
  ]);
});

test("cutting keeps page and words", () => {
  expect(clipRegion(regionOf([-10, 0, 50, 50]), a4)).toMatchObject({ page: 2, quote: "words" });
});

test.each<[string, Sides]>([
  ["right", [0, 0, 20, 20]],
  ["left", [20, 0, -20, 20]],
  ["up", [20, 20, -20, -20]],
])("drawn to the %s, a rectangle is the same", (_way, [x, y, width, height]) => {
  const region = regionBetween(3, { x, y }, { x: x + width, y: y + height });
  expect(region).toEqual({ page: 3, x: 0, y: 0, width: 20, height: 20, quote: "" });
});

const length = fc.double({ min: -900, max: 900, noNaN: true });
const point = fc.record({ x: length, y: length });
const pageSize = fc.record({
  width: fc.double({ min: 10, max: 900, noNaN: true }),
  height: fc.double({ min: 10, max: 900, noNaN: true }),
});

test("what is cut once is on its page, within what was drawn, and is not cut again", () => {
  fc.assert(
    fc.property(pageSize, point, point, (page, a, b) => {
      const drawn = regionBetween(0, a, b);
      const cut = clipRegion(drawn, page);
      if (cut === null) return;
      const [inner, outer] = [rectOfRegion(cut), rectOfRegion(drawn)];
      expect(Math.min(cut.x, cut.y)).toBeGreaterThanOrEqual(0);
      expect(inner.x1).toBeLessThanOrEqual(page.width + 1e-6);
      expect(inner.y1).toBeLessThanOrEqual(page.height + 1e-6);
      expect(Math.min(inner.x0 - outer.x0, inner.y0 - outer.y0)).toBeGreaterThan(-0.01);
      expect(Math.max(inner.x1 - outer.x1, inner.y1 - outer.y1)).toBeLessThan(0.01);
      expect(clipRegion(cut, page)).toEqual(cut);
    }),
  );
});

test.each<["move" | "size", Sides, { x: number; y: number }, Sides]>([
  ["move", [10, 20, 30, 40], { x: 5, y: -6 }, [15, 14, 30, 40]],
  ["move", [10, 20, 30, 40], { x: -50, y: -50 }, [0, 0, 30, 40]],
  ["move", [10, 20, 30, 40], { x: 5000, y: 5000 }, [565.27, 801.89, 30, 40]],
  ["move", [0, 0, 700, 900], { x: 5, y: 5 }, [0, 0, 700, 900]],
  ["size", [10, 20, 30, 40], { x: 5, y: -6 }, [10, 20, 35, 34]],
  ["size", [10, 20, 30, 40], { x: -50, y: -50 }, [10, 20, leastRegion, leastRegion]],
  ["size", [10, 20, 30, 40], { x: 5000, y: 5000 }, [10, 20, 585.27, 821.89]],
])("to %s %j by %j gives %j", (how, sides, by, shifted) => {
  expect(shiftRegion(regionOf(sides), how, by, a4)).toEqual(regionOf(shifted));
});

test("however a rectangle of a page is moved and resized, it can be saved as it is", () => {
  const step = fc.record({ how: fc.constantFrom("move", "size"), by: point });
  fc.assert(
    fc.property(pageSize, fc.array(step, { minLength: 1, maxLength: 6 }), (page, steps) => {
      let region = clipRegion(regionOf([0, 0, 9, 9]), page);
      for (const { how, by } of steps) region = region && shiftRegion(region, how, by, page);
      expect(region).not.toBeNull();
      expect(region && clipRegion(region, page)).toEqual(region);
    }),
  );
});

test("the smallest rectangle at the lower right corner of an A4 page can be saved", () => {
  const smallest = shiftRegion(regionOf([10, 20, 30, 40]), "size", { x: -100, y: -100 }, a4);
  const cornered = shiftRegion(smallest, "move", { x: 1000, y: 1000 }, a4);
  expect(clipRegion(cornered, a4)).toEqual(cornered);
});

test.each([0, 90, 180, 270] as const)("a page turned by %i degrees shows the user space box where it was", (turn) => {
  const [width, height] = turn % 180 === 0 ? [200, 300] : [300, 200];
  const sheet = sheetOf([40, 100, 240, 400], turn, { width, height });
  const region = regionOf([12, 34, 50, 20]);
  const box = userBox(sheet, region);
  expect([box[0] < box[2], box[1] < box[3]]).toEqual([true, true]);
  expect([box[2] - box[0], box[3] - box[1]]).toEqual(turn % 180 === 0 ? [50, 20] : [20, 50]);
  expect(rectOn(sheet, box)).toEqual(rectOfRegion(region));
});

test("on an upright page user space counts from the lower left corner", () => {
  const sheet = sheetOf([0, 0, 200, 300], 0, { width: 200, height: 300 });
  expect(userBox(sheet, regionOf([10, 20, 30, 40]))).toEqual([10, 240, 40, 280]);
});
