import fc from "fast-check";
import { expect, test } from "vitest";
import { live, sessionOf } from "./crash.cases.ts";
import type { Chance } from "./memory-disk.cases.ts";

/** Chance out of numbers that fast-check can shrink, the same from the beginning when they are used up. */
function chanceOf(numbers: readonly number[]): Chance {
  let at = 0;
  return (below) => Math.floor((numbers[at++ % numbers.length] ?? 0) * below);
}

const numbers = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 60, maxLength: 200 });

test.each([
  ["killed at any call, with or without a power cut", "kill", 40],
  ["failing in any call with any error", "fail", 30],
] as const)("%s, nothing acknowledged is lost and nothing is half done", async (_what, kind, numRuns) => {
  let faults = 0;
  await fc.assert(
    fc.asyncProperty(numbers, async (some) => {
      const chance = chanceOf(some);
      const sessions = Array.from({ length: 4 }, () => sessionOf(kind, chance));
      faults += (await live(sessions, chance)).faults;
    }),
    { numRuns },
  );
  expect(faults).toBeGreaterThan(numRuns);
});

test("without a fault everything is acknowledged", async () => {
  const steps = [0, 5, 9, 2, 3, 4, 6, 7, 8, 1];
  const { acknowledged } = await live([{ steps, fault: null, power: false }], () => 0);
  expect(acknowledged.length).toBeGreaterThanOrEqual(12);
});
