import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOfDay, dayNumber, periodOf, weekOf } from "./period.ts";

test.each([
  ["2021-03-09", "year", "2021"],
  ["2021-03-09", "quarter", "2021-Q1"],
  ["2021-04-01", "quarter", "2021-Q2"],
  ["2021-12-31", "quarter", "2021-Q4"],
  ["2021-03-09", "month", "2021-03"],
  ["2021-03-09", "day", "2021-03-09"],
  ["2021", "day", "2021"],
  ["2021", "month", "2021"],
  ["2021-03", "day", "2021-03"],
  [null, "year", ""],
] as const)("%s by the %s is %s: nothing is dated more exactly than its paper", (date, unit, expected) => {
  expect(periodOf(date, unit)).toBe(expected);
});

/** Dates around the turn of years, with the weeks that ISO 8601 and calendars in print give them. */
test.each([
  ["2005-01-01", "2004-W53"],
  ["2005-01-02", "2004-W53"],
  ["2005-12-31", "2005-W52"],
  ["2007-01-01", "2007-W01"],
  ["2008-12-29", "2009-W01"],
  ["2010-01-03", "2009-W53"],
  ["2021-03-09", "2021-W10"],
  ["1969-12-29", "1970-W01"],
] as const)("%s lies in %s", (date, week) => {
  expect(weekOf(date)).toBe(week);
});

const anyDay = fc.integer({ min: -20_000, max: 40_000 });

test("days are counted from 1970 and back, and a week is seven days that begin on a Monday", () => {
  expect([dayNumber("1970-01-01"), dayNumber("2021"), dateOfDay(dayNumber("2021-03"))]).toEqual([
    0,
    18_628,
    "2021-03-01",
  ]);
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayNumber(dateOfDay(day))).toBe(day);
      const monday = day - new Date(day * 86_400_000 + 6 * 86_400_000).getUTCDay();
      const weeks = Array.from({ length: 7 }, (_, index) => weekOf(dateOfDay(monday + index)));
      expect(new Set(weeks).size).toBe(1);
      expect(weekOf(dateOfDay(monday + 7))).not.toBe(weeks[0]);
    }),
  );
});

test("periods come in the order of their days", () => {
  fc.assert(
    fc.property(
      anyDay,
      anyDay,
      fc.constantFrom("year" as const, "quarter" as const, "month" as const),
      (a, b, unit) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((day) => periodOf(dateOfDay(day), unit));
        expect((first ?? "") <= (second ?? "")).toBe(true);
      },
    ),
  );
});
