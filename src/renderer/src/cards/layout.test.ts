import fc from "fast-check";
import { expect, test } from "vitest";
import { arrangeCards, type CardRequest, glyphSize } from "./layout.ts";

const card = (wanted: number, height: number, open = false): CardRequest => ({ wanted, height, open });
const cards = fc.array(
  fc.record({
    wanted: fc.integer({ min: -50, max: 4000 }),
    height: fc.integer({ min: 1, max: 200 }),
    open: fc.boolean(),
  }),
  { maxLength: 40 },
);
const sorted = (given: readonly CardRequest[]): CardRequest[] => [...given].sort((a, b) => a.wanted - b.wanted);

test("cards with enough room are level with their passages", () => {
  expect(arrangeCards([card(10, 20), card(100, 20)], 6, false)).toEqual([
    { top: 10, column: 0, glyph: false },
    { top: 100, column: 0, glyph: false },
  ]);
});

test("a card without room goes below the one before, and only as far as it must", () => {
  const crowded = [card(10, 20), card(12, 30), card(14, 5)];
  expect(arrangeCards(crowded, 6, false).map((card) => card.top)).toEqual([10, 36, 72]);
});

test("what would be too far from its words becomes a glyph, side by side with others; the open one stays a card", () => {
  const crowded = [card(0, 60), card(0, 60), card(0, 60), card(2, 60), card(4, 60), card(6, 60, true)];
  expect(arrangeCards(crowded, 2, false).map(({ glyph, column }) => (glyph ? column : "card"))).toEqual([
    "card",
    "card",
    0,
    1,
    0,
    "card",
  ]);
});

test("in a narrow lane all are glyphs but the open one", () => {
  const stands = arrangeCards([card(0, 60), card(300, 60, true), card(600, 60)], 1, true);
  expect(stands.map((stand) => stand.glyph)).toEqual([true, false, true]);
});

test("the open card is level with its passage; as few as possible of those before it move up", () => {
  const lane = [card(0, 60), card(300, 60), card(310, 60), card(320, 60, true), card(330, 60)];
  expect(arrangeCards(lane, 6, false).map(({ top }) => top)).toEqual([0, 188, 254, 320, 386]);
});

test("at the top of the lane the open card is as high as those before it allow", () => {
  const lane = [card(0, 60), card(4, 60), card(8, 60, true)];
  expect(arrangeCards(lane, 6, false).map(({ top }) => top)).toEqual([0, 66, 132]);
});

test("nothing covers anything, and nothing is above its passage but to make room for an open card", () => {
  fc.assert(
    fc.property(cards, fc.integer({ min: 1, max: 8 }), fc.boolean(), (given, columns, narrow) => {
      const wishes = sorted(given);
      const lastOpen = wishes.findLastIndex((wish) => wish.open);
      const boxes = arrangeCards(wishes, columns, narrow).map((stand, index) => ({
        ...stand,
        bottom: stand.top + (stand.glyph ? glyphSize : (wishes[index]?.height ?? 0)),
        wanted: wishes[index]?.wanted ?? 0,
      }));
      const room = boxes.slice(0, lastOpen).reduce((sum, box) => sum + box.bottom - box.top + 6, 0);
      boxes.forEach((box, index) => {
        expect(box.top).toBeGreaterThanOrEqual(0);
        if (!box.glyph && index > lastOpen) expect(box.top).toBeGreaterThanOrEqual(box.wanted);
        if (index === lastOpen) expect(box.top).toBeLessThanOrEqual(Math.max(box.wanted, room));
        for (const other of boxes.slice(index + 1)) {
          const sideBySide = box.glyph && other.glyph && box.top === other.top && box.column !== other.column;
          if (!sideBySide) expect(other.top).toBeGreaterThanOrEqual(box.bottom);
        }
      });
    }),
  );
});
