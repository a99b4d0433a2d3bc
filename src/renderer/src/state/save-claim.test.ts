import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRanges, trimRange } from "./save-claim.ts";

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

test.each([
  ["spaces at both ends", "  a b ", { start: 0, end: 6 }, { start: 2, end: 5 }],
  ["nothing to cut", "ab", { start: 0, end: 2 }, { start: 0, end: 2 }],
  ["a part of a text", "x  a y", { start: 1, end: 5 }, { start: 3, end: 4 }],
  ["a sign of two units", " 👍 ", { start: 0, end: 4 }, { start: 1, end: 3 }],
  ["spaces of other kinds", "\u2003\u00a0a\u3000\n", { start: 0, end: 5 }, { start: 2, end: 3 }],
  ["white space alone", " \t\n\u3000", { start: 0, end: 4 }, null],
  ["signs that nobody sees alone", "\u200b\u2060\ufeff\u00ad", { start: 0, end: 4 }, null],
])("a range is cut to what is visible: %s", (_, text, range, wanted) => {
  expect(trimRange(text, range)).toEqual(wanted);
});
