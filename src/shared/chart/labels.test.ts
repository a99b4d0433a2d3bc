import fc from "fast-check";
import { expect, test } from "vitest";
import { crosses, giveWay, type LabelBox, type LabelTarget, type LineSegment, overlap, placeLabels } from "./labels.ts";

const page: LabelBox = { x: 0, y: 0, width: 200, height: 100 };
const mark = (x: number, y: number): LabelTarget => ({ x, y, radius: 10, width: 40, height: 16 });
const line = (x1: number, y1: number, x2: number, y2: number): LineSegment => ({ x1, y1, x2, y2 });
const corner = ({ x, y }: LabelBox): [number, number] => [x, y];
/** Where the words of one mark are. */
const placed = (x: number, y: number, lines: readonly LineSegment[] = [], within = page): [number, number] => {
  const [box] = placeLabels([mark(x, y)], lines, within);
  return corner(box ?? page);
};

// A mark in the middle is 10 to each side, words are 4 away from it: to the right they begin at 114, left at 46.
test.each([
  ["right, where all is free", 100, 50, [], [114, 42]],
  ["left, where a line runs right of it", 100, 50, [line(110, 50, 200, 50)], [46, 42]],
  ["above, where a line runs through it from side to side", 100, 50, [line(0, 50, 200, 50)], [80, 20]],
  ["below, where lines run to both sides and up", 100, 50, [line(0, 50, 200, 50), line(100, 0, 100, 50)], [80, 64]],
  ["left, where the page ends right of it", 180, 50, [], [126, 42]],
  ["right, where the page ends left of it", 20, 50, [], [34, 42]],
] as const)("words are %s", (_, x, y, lines, place) => {
  expect(placed(x, y, lines)).toEqual(place);
});

test("words go to a corner where lines run to all four sides", () => {
  const cross = [line(0, 50, 200, 50), line(100, 0, 100, 100)];
  // 0.7 of the radius and the gap are 11: lower edge at 50 - 11.
  expect(placed(100, 50, cross)).toEqual([111, 23]);
});

test("where nothing fits on the page the words are to the right all the same", () => {
  expect(placed(100, 50, [], { x: 0, y: 0, width: 20, height: 20 })).toEqual([114, 42]);
});

test("words keep off the marks and the words of others", () => {
  const boxes = placeLabels([mark(50, 50), mark(90, 50)], [], page);
  expect(boxes.map(corner)).toEqual([
    [30, 20],
    [104, 42],
  ]);
  expect(overlap(boxes[0] ?? page, boxes[1] ?? page)).toBe(false);
});

test.each([
  [{ x: 0, y: 0, width: 10, height: 10 }, true],
  [{ x: 9, y: 9, width: 10, height: 10 }, true],
  [{ x: 10, y: 0, width: 10, height: 10 }, false],
  [{ x: 0, y: 10, width: 10, height: 10 }, false],
  [{ x: -10, y: 0, width: 10, height: 10 }, false],
  [{ x: 0, y: -10, width: 10, height: 10 }, false],
  [{ x: 3, y: 3, width: 1, height: 1 }, true],
])("boxes that share more than an edge overlap: %j %j", (box, expected) => {
  const own = { x: 0, y: 0, width: 10, height: 10 };
  expect([overlap(own, box), overlap(box, own)]).toEqual([expected, expected]);
});

const box = { x: 10, y: 10, width: 10, height: 10 };

test.each([
  ["upright through it", line(15, 0, 15, 30), true],
  ["upright beside it", line(5, 0, 5, 30), false],
  ["upright above it", line(15, 0, 15, 9), false],
  ["level under it", line(0, 25, 30, 25), false],
  ["level, ending in it", line(0, 15, 12, 15), true],
  ["level, beginning right of it", line(21, 15, 30, 15), false],
  ["from corner to corner", line(10, 10, 20, 20), true],
  ["slanted, under its lower left corner", line(5, 12, 12, 25), false],
  ["along its edge", line(0, 10, 30, 10), true],
  ["a point in it", line(15, 15, 15, 15), true],
  ["a point outside", line(25, 15, 25, 15), false],
])("a line %s", (_, { x1, y1, x2, y2 }, expected) => {
  expect(crosses(box, line(x1, y1, x2, y2))).toBe(expected);
  expect(crosses(box, line(x2, y2, x1, y1))).toBe(expected);
});

test("a line that has a point in a box crosses it", () => {
  const number = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(number, number, number, number, fc.double({ min: 0, max: 1, noNaN: true }), (x1, y1, x2, y2, share) => {
      const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
      expect(crosses({ x: x - 1, y: y - 1, width: 2, height: 2 }, line(x1, y1, x2, y2))).toBe(true);
    }),
  );
});

test("every mark gets a box of its size, on the page where one fits at all, the same each time", () => {
  const place = fc.record({ x: fc.integer({ min: 60, max: 140 }), y: fc.integer({ min: 30, max: 70 }) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), (places) => {
      const marks = places.map(({ x, y }) => mark(x, y));
      const boxes = placeLabels(marks, [], page);
      expect(boxes).toHaveLength(marks.length);
      for (const box of boxes) {
        expect([box.width, box.height]).toEqual([40, 16]);
        expect(box.x >= 0 && box.x + 40 <= 200 && box.y >= 0 && box.y + 16 <= 100).toBe(true);
      }
      expect(placeLabels(marks, [], page)).toEqual(boxes);
    }),
  );
});

test("words give way to those of greater weight, and nothing that is drawn covers anything else that is", () => {
  const at = (x: number) => ({ x, y: 0, width: 10, height: 10 });
  expect([...giveWay([at(0), at(5), at(20)], [1, 2, 1])].sort()).toEqual([1, 2]);
  expect([...giveWay([at(0), at(5)], [1, 1])]).toEqual([0]);
  // Boxes that share an edge do not cover each other.
  expect(giveWay([at(0), at(10)], [1, 1]).size).toBe(2);
  const side = fc.integer({ min: 0, max: 60 });
  const anyBox = fc.record({ x: side, y: side, width: fc.constant(20), height: fc.constant(8) });
  fc.assert(
    fc.property(fc.array(fc.tuple(anyBox, fc.integer({ min: 1, max: 5 })), { maxLength: 20 }), (pairs) => {
      const [boxes, weights] = [pairs.map(([box]) => box), pairs.map(([, weight]) => weight)];
      const drawn = giveWay(boxes, weights);
      boxes.forEach((box, index) => {
        const covered = [...drawn].filter((other) => other !== index && overlap(box, boxes[other] ?? box));
        if (drawn.has(index)) expect(covered).toEqual([]);
        else expect(covered.some((other) => (weights[other] ?? 0) >= (weights[index] ?? 0))).toBe(true);
      });
    }),
  );
});
