import fc from "fast-check";
import { expect, test } from "vitest";
import { failEach, live, sessionOf, troubles } from "./crash.cases.ts";
import { chances } from "./memory-disk.cases.ts";

test.each([
  ["killed at any call, with or without a power cut", "kill", 60],
  ["failing in any call with any error", "fail", 60],
] as const)("%s, nothing acknowledged is lost and nothing is half done", async (_what, kind, numRuns) => {
  let faults = 0;
  await fc.assert(
    fc.asyncProperty(chances, async (chance) => {
      const sessions = Array.from({ length: 4 }, () => sessionOf(kind, chance));
      faults += (await live(sessions, chance)).faults;
    }),
    { numRuns },
  );
  expect(faults).toBeGreaterThanOrEqual(100);
});

test.each(troubles)(
  "at one call after the other, %s, everything acknowledged is there and verified",
  async (_what, faultAt) => {
    const { faults } = await failEach(faultAt, 9);
    expect(faults).toBeGreaterThan(6);
  },
);

test("without a fault everything is acknowledged", async () => {
  const steps = [0, 5, 9, 2, 3, 4, 6, 7, 8, 1];
  const { acknowledged } = await live([{ steps, fault: null, power: false }], () => 0);
  expect(acknowledged.length).toBeGreaterThanOrEqual(12);
});
