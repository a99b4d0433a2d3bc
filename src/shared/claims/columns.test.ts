import fc from "fast-check";
import { expect, test } from "vitest";
import { claimColumns, fitColumns, widthWithin } from "./columns.ts";

const usual = { room: 720, chosen: null, widths: {}, idle: [] } as const;
const names = (wish: Partial<Parameters<typeof fitColumns>[0]>): string =>
  fitColumns({ ...usual, ...wish })
    .map(([column]) => column)
    .join(" ");

test.each([
  [{ idle: ["paper"] as const }, "quote issue actor certainty place"],
  [{}, "quote issue actor certainty place"],
  [{ room: 1200 }, "quote issue actor certainty note place paper"],
  [{ room: 1000, idle: ["paper"] as const }, "quote issue actor certainty note place"],
  [{ room: 500 }, "quote issue actor"],
  [{ room: 10 }, "quote issue actor"],
  [{ chosen: ["coder", "grade"] as const }, "quote grade coder"],
  [{ chosen: [...claimColumns], room: 100 }, claimColumns.join(" ")],
])("%j shows %s", (wish, expected) => {
  expect(names(wish)).toBe(expected);
});

test("columns fill the room, and a given width is kept", () => {
  fc.assert(
    fc.property(fc.integer({ min: 602, max: 2400 }), fc.option(fc.integer({ min: 60, max: 200 })), (room, width) => {
      const widths = width === null ? {} : { issue: width };
      const fitted = fitColumns({ ...usual, room, widths });
      const sum = fitted.reduce((total, [, value]) => total + value, 0);
      expect(sum).toBeLessThanOrEqual(room);
      expect(sum).toBeGreaterThan(room - fitted.length);
      const issue = fitted.find(([column]) => column === "issue")?.[1];
      if (width !== null && issue !== undefined) expect(issue).toBe(width);
    }),
  );
});

test("a width is whole and neither too narrow nor too wide", () => {
  expect([3, 100.4, 5000].map(widthWithin)).toEqual([48, 100, 900]);
});
