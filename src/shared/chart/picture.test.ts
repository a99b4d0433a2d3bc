import fc from "fast-check";
import { expect, test } from "vitest";
import { cellPlan, fitted, highest, signOf, textWidth } from "./picture.ts";

test.each([
  [null, "soft", ""],
  [1, "supports", "+"],
  [1 / 3, "supports", "+"],
  [0.333, "mixed", "±"],
  [0, "mixed", "±"],
  [-0.333, "mixed", "±"],
  [-1 / 3, "opposes", "−"],
  [-1, "opposes", "−"],
])("a mean of %j is painted %s and signed %j: a third and more takes a side", (mean, paint, glyph) => {
  expect(signOf(mean)).toEqual({ paint, glyph });
});

test.each([
  ["", 12, 0],
  ["abc", 10, 16.8],
  ["水水", 10, 20],
  ["한글", 10, 20],
  ["ｆ", 10, 10],
  ["پانی", 10, 22.4],
  ["😀", 10, 5.6],
])("%j at size %i is about %d wide", (text, size, width) => {
  expect(textWidth(text, size)).toBeCloseTo(width, 9);
});

test.each([
  ["Water", 100, "Water"],
  // Ten letters of 5.6 are 56 wide.
  ["0123456789", 56.1, "0123456789"],
  ["0123456789", 55.9, "01234567…"],
  ["Water board", 40, "Water…"],
  ["Water", 0, "W…"],
  ["水水水", 25, "水…"],
  // Of a path the beginnings are cut first; a last name that is longer than three fifths is cut as well.
  ["Access for all › Timing", 200, "Access for all › Timing"],
  ["Access for all › Timing", 110, "Access fo… › Timing"],
  ["Access for all › Cost", 100, "Access fo… › Cost"],
  ["Access for all › Night boat › Cost", 120, "Access for al… › Cost"],
  ["Pilots › Whether it should be decided", 150, "Pilots › Whether it shoul…"],
  ["Pilots for all ports › Whether it should be decided", 150, "Pilots f… › Whether it sh…"],
])("%j cut to %d is %j", (text, width, cut) => {
  expect(fitted(text, 10, width)).toBe(cut);
});

test("two paths under one parent stay apart by their last names", () => {
  const named = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(named, named, fc.integer({ min: 130, max: 300 }), (a, b, width) => {
      const [one, other] = [a, b].map((name) => fitted(`Access for people with disabilities › ${name}`, 10, width));
      expect(one === other).toBe(a === b);
      expect(textWidth(one ?? "", 10)).toBeLessThanOrEqual(width);
    }),
  );
});

test("what is cut fits, unless a single letter does not, and is the beginning of the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.integer({ min: 12, max: 200 }), (text, width) => {
      const cut = fitted(text, 10, width);
      if ([...cut].length > 2) expect(textWidth(cut, 10)).toBeLessThanOrEqual(width);
      expect(text.startsWith(cut.replace(/…$/, "").trimEnd())).toBe(true);
    }),
  );
});

test("in a wide cell square and words stand apart; in a narrow one they share it from its left edge", () => {
  expect(cellPlan(58)).toEqual({ edge: 24, square: -13, words: 6, size: 12 });
  expect(cellPlan(57)).toEqual({ edge: 57 * 0.42, square: 57 * 0.21 - 28.5, words: 57 * 0.42 - 25.5, size: 10 });
  expect(cellPlan(34).square - cellPlan(34).edge / 2).toBe(-17);
});

test("the highest of numbers, and of none the floor", () => {
  expect([highest(80, []), highest(80, [79]), highest(80, [79, 90, 85]), highest(-5, [-9])]).toEqual([80, 80, 90, -5]);
});
