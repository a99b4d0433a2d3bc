import fc from "fast-check";
import { expect, test } from "vitest";
import { isDay } from "./day.ts";

test.each([
  ["2021", true],
  ["2021-12", true],
  ["2024-02-29", true],
  ["0001-01-01", true],
  ["9999-12-31", true],
  ["2023-02-29", false],
  ["1900-02-29", false],
  ["2021-04-31", false],
  ["2021-13", false],
  ["2021-00", false],
  ["2021-1-1", false],
  ["0000", false],
  ["12021", false],
  ["2021-03-09T00:00", false],
  ["undefined", false],
  ["", false],
])("%j is a day, month or year: %s", (date, is) => {
  expect(isDay(date)).toBe(is);
});

test("every day of the calendar is one, and so are its month and its year", () => {
  const span = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(span), (date) => {
      for (const length of [10, 7, 4]) expect(isDay(date.toISOString().slice(0, length))).toBe(true);
    }),
  );
});
