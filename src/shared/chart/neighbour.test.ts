import fc from "fast-check";
import { expect, test } from "vitest";
import { arrowSteps, neighbourOf, type Point } from "./neighbour.ts";

/** Marks of a small table: two full lines, and one mark far to the right in the first. */
const points: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 50, y: 0 },
  { x: 200, y: 0 },
  { x: 0, y: 34 },
  { x: 50, y: 34 },
];

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 1, 2],
  ["ArrowRight", 2, -1],
  ["ArrowLeft", 4, 3],
  ["ArrowDown", 1, 4],
  ["ArrowUp", 3, 0],
  ["ArrowUp", 0, -1],
  ["ArrowRight", 9, -1],
] as const)("%s from mark %d leads to %d", (key, from, to) => {
  const step = arrowSteps[key];
  expect(step && neighbourOf(points, from, step)).toBe(to);
});

test("an arrow never stays or goes back, and its opposite finds a way from where it led", () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) });
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 2, maxLength: 30 }),
      fc.constantFrom(...Object.keys(arrowSteps)),
      (all, key) => {
        const step = arrowSteps[key] ?? { x: 1, y: 0 };
        const to = neighbourOf(all, 0, step);
        if (to < 0) return;
        const [a, b] = [all[0], all[to]];
        if (a === undefined || b === undefined) throw new Error("no such mark");
        expect((b.x - a.x) * step.x + (b.y - a.y) * step.y).toBeGreaterThan(0);
        expect(neighbourOf(all, to, { x: -step.x, y: -step.y })).not.toBe(-1);
      },
    ),
  );
});
