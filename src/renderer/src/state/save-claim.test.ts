import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRanges } from "./save-claim.ts";

const range = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));

test("joined ranges hold the same words, in order and apart", () => {
  const held = (ranges: readonly { start: number; end: number }[]): number[] => {
    const words = ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
    return [...new Set(words)].sort((a, b) => a - b);
  };
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
      const joined = joinRanges(ranges);
      expect(held(joined)).toEqual(held(ranges));
      for (const [index, { start }] of joined.entries()) expect(start).toBeGreaterThan(joined[index - 1]?.end ?? -1);
      expect(joinRanges(joined)).toEqual(joined);
    }),
  );
});
