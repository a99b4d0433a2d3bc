import fc from "fast-check";
import { expect, test } from "vitest";
import type { Point } from "./neighbour.ts";
import { largestScale, middleOf, panBy, reveal, viewBoxOf, wholePicture, zoomAbout } from "./picture-window.ts";

const size = { width: 800, height: 400 };
const anyPoint = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 400 }) });
const anyStep = fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), point: anyPoint, by: anyPoint });

test("a point stays where it is on screen while the picture gets larger about it", () => {
  const onScreen = (shown: typeof wholePicture, { x, y }: Point): Point => ({
    x: (x - shown.x) * shown.scale,
    y: (y - shown.y) * shown.scale,
  });
  fc.assert(
    fc.property(anyPoint, (point) => {
      const shown = zoomAbout(wholePicture, size, 2, point);
      expect(onScreen(shown, point).x).toBeCloseTo(point.x);
      expect(onScreen(shown, point).y).toBeCloseTo(point.y);
      const more = zoomAbout(shown, size, 3, point);
      expect(onScreen(more, point).x).toBeCloseTo(point.x);
    }),
  );
});

test("whatever is done, only the picture is shown, between its whole and its largest", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
      let shown = wholePicture;
      for (const { factor, point, by } of steps) {
        shown = panBy(zoomAbout(shown, size, factor, point), size, { x: by.x - 400, y: by.y - 200 });
        expect(shown.scale).toBeGreaterThanOrEqual(1);
        expect(shown.scale).toBeLessThanOrEqual(largestScale);
        expect(Math.min(shown.x, shown.y)).toBeGreaterThanOrEqual(0);
        expect(shown.x + size.width / shown.scale).toBeLessThanOrEqual(size.width + 1e-6);
        expect(shown.y + size.height / shown.scale).toBeLessThanOrEqual(size.height + 1e-6);
      }
      expect(zoomAbout(shown, size, 0.001, { x: 0, y: 0 })).toEqual(wholePicture);
    }),
  );
});

test("a point that is not in sight comes to the middle, or as near to it as the picture goes", () => {
  const shown = zoomAbout(wholePicture, size, 4, { x: 0, y: 0 });
  expect(reveal(shown, size, { x: 200, y: 100 })).toBe(shown);
  expect(middleOf(reveal(shown, size, { x: 400, y: 300 }), size)).toEqual({ x: 400, y: 300 });
  expect(reveal(shown, size, { x: 790, y: 20 })).toEqual({ scale: 4, x: 600, y: 0 });
});

test("the part shown is a viewBox, and has a middle", () => {
  expect(viewBoxOf(wholePicture, size)).toBe("0 0 800 400");
  const shown = zoomAbout(wholePicture, size, 4, { x: 800, y: 400 });
  expect(viewBoxOf(shown, size)).toBe("600 300 200 100");
  expect(middleOf(shown, size)).toEqual({ x: 700, y: 350 });
  expect(viewBoxOf(panBy(shown, size, { x: -100, y: 9 }), size)).toBe("500 300 200 100");
});
