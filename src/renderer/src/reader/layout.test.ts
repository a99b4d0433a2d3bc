import fc from "fast-check";
import { expect, test } from "vitest";
import { stack } from "./layout.ts";

const cards = fc.array(
  fc.record({ wanted: fc.integer({ min: -50, max: 4000 }), height: fc.integer({ min: 1, max: 200 }) }),
  { maxLength: 40 },
);

test("cards with room stand at their passages", () => {
  expect(
    stack(
      [
        { wanted: 10, height: 20 },
        { wanted: 100, height: 20 },
      ],
      6,
    ),
  ).toEqual([10, 100]);
});

test("a card without room goes below the one before, and only as far as it must", () => {
  const crowded = [
    { wanted: 10, height: 20 },
    { wanted: 12, height: 30 },
    { wanted: 14, height: 5 },
  ];
  expect(stack(crowded, 6)).toEqual([10, 36, 72]);
});

test("no card covers another and none rises above its passage", () => {
  fc.assert(
    fc.property(cards, fc.integer({ min: 0, max: 12 }), (given, gap) => {
      const tops = stack(given, gap);
      given.forEach((card, index) => {
        const top = tops[index] ?? Number.NaN;
        expect(top).toBeGreaterThanOrEqual(card.wanted);
        const before = tops[index - 1];
        if (before !== undefined) expect(top).toBeGreaterThanOrEqual(before + (given[index - 1]?.height ?? 0) + gap);
      });
    }),
  );
});
