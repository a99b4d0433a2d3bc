import fc from "fast-check";
import { expect, test } from "vitest";
import { belowTools, fitsBeside, placeMenu, placeToolbar } from "./place.ts";

const area = { left: 200, top: 40, right: 1000, bottom: 800 };
const size = { width: 500, height: 70 };

test.each([
  ["above the words", { left: 300, top: 400, right: 600, bottom: 430 }, { left: 300, top: 322 }],
  ["below them at the top of the view", { left: 300, top: 60, right: 600, bottom: 90 }, { left: 300, top: 98 }],
  ["inside the view at its right edge", { left: 900, top: 400, right: 990, bottom: 430 }, { left: 492, top: 322 }],
  ["at the edge of words that fill the view", { left: 300, top: 20, right: 900, bottom: 900 }, { left: 300, top: 722 }],
  ["nowhere when they are scrolled out above", { left: 300, top: 0, right: 600, bottom: 30 }, null],
  ["nowhere when they are scrolled out below", { left: 300, top: 810, right: 600, bottom: 830 }, null],
])("the toolbar is %s", (_, words, place) => {
  expect(placeToolbar(words, area, size)).toEqual(place);
});

test.each([
  ["in an area without tools", null, 40],
  ["below the tools at its top", { left: 200, top: 40, right: 1000, bottom: 76 }, 76],
  ["not above an area that begins below them", { left: 200, top: 0, right: 1000, bottom: 30 }, 40],
  ["in an area that the tools fill", { left: 200, top: 40, right: 1000, bottom: 900 }, 800],
])("free room is %s", (_, tools, top) => {
  expect(belowTools(area, tools)).toEqual({ ...area, top });
});

test("the toolbar of words near the top goes below them rather than over the tools", () => {
  const words = { left: 300, top: 125, right: 600, bottom: 145 };
  expect(placeToolbar(words, area, size)?.top).toBe(47);
  expect(placeToolbar(words, belowTools(area, { ...area, bottom: 76 }), size)?.top).toBe(153);
});

test("from right to left the toolbar ends where the words end", () => {
  expect(placeToolbar({ left: 300, top: 400, right: 900, bottom: 430 }, area, size, true)).toEqual({
    left: 400,
    top: 322,
  });
});

test("the toolbar never covers words that leave room for it above or below, and stays in the view", () => {
  const words = fc.record({
    left: fc.integer({ min: 200, max: 900 }),
    top: fc.integer({ min: -100, max: 900 }),
    width: fc.integer({ min: 1, max: 600 }),
    height: fc.integer({ min: 10, max: 600 }),
  });
  fc.assert(
    fc.property(words, ({ left, top, width, height }) => {
      const box = { left, top, right: left + width, bottom: top + height };
      const place = placeToolbar(box, area, size);
      if (place === null) return;
      const room = box.top - area.top >= size.height + 8 || area.bottom - box.bottom >= size.height + 8;
      if (room) expect(place.top + size.height <= box.top || place.top >= box.bottom).toBe(true);
      expect(place.top).toBeGreaterThanOrEqual(area.top);
      expect(place.top + size.height).toBeLessThanOrEqual(area.bottom);
      expect(place.left + size.width).toBeLessThanOrEqual(area.right);
    }),
  );
});

test("a menu is always inside the window", () => {
  const window = { width: 1000, height: 700 };
  const coordinate = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(coordinate, coordinate, fc.boolean(), (left, top, rightToLeft) => {
      const place = placeMenu({ left, top: Math.min(top, 700) }, { width: 260, height: 300 }, window, rightToLeft);
      expect(place.left >= 0 && place.left + 260 <= 1000 && place.top >= 0 && place.top + 300 <= 700).toBe(true);
    }),
  );
  expect(placeMenu({ left: 100, top: 100 }, { width: 260, height: 300 }, window)).toEqual({ left: 100, top: 100 });
  expect(placeMenu({ left: 100, top: 100 }, { width: 90, height: 300 }, window, true)).toEqual({ left: 10, top: 100 });
});

test.each([
  ["fits above words low in the window", { top: 500, bottom: 530 }, 500, true],
  ["fits below words high in it", { top: 90, bottom: 120 }, 480, true],
  ["fits on neither side of words in its middle", { top: 290, bottom: 320 }, 300, false],
  ["fits beside words that are scrolled away", { top: -40, bottom: -10 }, 600, true],
])("a form that %s", (_, words, height, expected) => {
  expect(fitsBeside(words, height, 600)).toBe(expected);
});
