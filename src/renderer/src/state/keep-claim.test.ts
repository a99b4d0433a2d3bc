import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRanges, trimRange } from "./keep-claim.ts";

const ranges = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })),
  { minLength: 1, maxLength: 8 },
);

test("ranges that touch become one, and every unit of the text stays as it was, in or out", () => {
  expect(
    joinRanges([
      { start: 9, end: 12 },
      { start: 1, end: 4 },
      { start: 4, end: 6 },
    ]),
  ).toEqual([
    { start: 1, end: 6 },
    { start: 9, end: 12 },
  ]);
  fc.assert(
    fc.property(ranges, (given) => {
      const covered = (list: typeof given, at: number): boolean =>
        list.some(({ start, end }) => start <= at && at < end);
      const joined = joinRanges(given);
      for (let at = 0; at < 90; at++) expect(covered(joined, at)).toBe(covered(given, at));
      joined.slice(1).forEach(({ start }, index) => {
        expect(start).toBeGreaterThan(joined[index]?.end ?? 0);
      });
    }),
  );
});

test("a claim has no white space at its ends, and never loses a letter", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["  the fare \n", "the fare"],
    ["fare", "fare"],
    ["\n\n", "\n\n"],
    ["\u00a0رسوم ", "رسوم"],
  ];
  for (const [selected, kept] of cases) {
    const text = `before${selected}after`;
    const { start, end } = trimRange(text, { start: 6, end: 6 + selected.length });
    expect(text.slice(start, end)).toBe(kept);
  }
});
