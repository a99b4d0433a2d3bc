import { expect, test } from "vitest";
import { limits, rateLimit } from "./limits.ts";

test("a burst goes through, then so many a second", () => {
  let now = 0;
  const may = rateLimit({ burst: 3, perSecond: 2 }, () => now);
  const taken = (tries: number): number => Array.from({ length: tries }, may).filter(Boolean).length;
  expect(taken(10)).toBe(3);
  expect(taken(10)).toBe(0);
  now += 1000;
  expect(taken(10)).toBe(2);
  now += 3_600_000;
  expect(taken(10)).toBe(3);
});

test("the largest request fits into a string", () => {
  expect(limits.body).toBeLessThan(2 ** 29 - 24);
});
