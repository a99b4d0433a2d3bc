import fc from "fast-check";
import { expect, test } from "vitest";
import { Duplicates, timeWindows, withoutDuplicates } from "./duplicates.ts";
import { libraryOf, rowsIn, type Statement } from "./library.cases.ts";
import { dateOf, dayNumber } from "./period.ts";

const statements: readonly Statement[] = [
  { actor: "A", issues: ["Water +"], paper: "One", date: "2021-03-08" },
  { actor: "A", issues: ["Water +"], paper: "One", date: "2021-03-08" },
  { actor: "A", issues: ["Water +"], paper: "Two", date: "2021-03-10" },
  { actor: "A", issues: ["Water +"], paper: "Three", date: "2021-03-20" },
  { actor: "A", issues: ["Water +"], paper: "Four", date: "2021-09-01" },
  { actor: "A", issues: ["Water +"], paper: "Five", date: "2022-09-01" },
  { actor: "A", issues: ["Water -"], paper: "One", date: "2021-03-08" },
  { actor: "B", issues: ["Water +"], paper: "One", date: "2021-03-08" },
  { actor: "A", issues: ["Water +"], paper: "Six", date: null },
  { actor: "A", issues: ["Water +"], paper: "Seven", date: null },
];
const rows = rowsIn(libraryOf(statements));

/** Worked by hand: A for water counts once in its scope, A against and B for water always once. */
test.each([
  ["include", 10],
  ["paper", 9],
  ["week", 7],
  ["month", 6],
  ["year", 5],
  ["all", 3],
] as const)("once within %s leaves %d", (duplicates, left) => {
  expect(withoutDuplicates(rows, duplicates)).toHaveLength(left);
});

test("with polarity ignored, for and against are one", () => {
  expect(withoutDuplicates(rows, "all", { ignorePolarity: true })).toHaveLength(2);
});

test("by the date of the coding all of this lies in one week", () => {
  expect(withoutDuplicates(rows, "week", { clock: "claim" })).toHaveLength(3);
});

const anyDated = fc.array(
  fc.record({
    actor: fc.constantFrom("A", "B"),
    issues: fc.constantFrom(["Water +"], ["Water -"], ["Roads +", "Water +"]),
    paper: fc.constantFrom("One", "Two", "Three"),
  }),
  { maxLength: 12 },
);
const dates: Readonly<Record<string, string>> = { One: "2021-03-08", Two: "2021-03-29", Three: "2022-01-01" };

test("what is left keeps the order of the table, and a second pass removes nothing; wider scopes leave no more", () => {
  fc.assert(
    fc.property(anyDated, (some) => {
      const all = rowsIn(libraryOf(some.map((claim) => ({ ...claim, date: dates[claim.paper] ?? null }))));
      const left = Duplicates.options.map((duplicates) => {
        const once = withoutDuplicates(all, duplicates);
        expect(withoutDuplicates(once, duplicates)).toEqual(once);
        expect(all.filter((row) => once.includes(row))).toEqual(once);
        return once.length;
      });
      const [include = 0, , week = 0, month = 0, year = 0, across = 0] = left;
      expect(include).toBe(all.length);
      expect([week, month, year, across]).toEqual([week, month, year, across].toSorted((a, b) => b - a));
    }),
  );
});

test("windows: every dated position lies in one where they follow each other, and each holds those of its days", () => {
  fc.assert(
    fc.property(anyDated, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (some, days, step) => {
      const all = rowsIn(libraryOf(some.map((claim) => ({ ...claim, date: dates[claim.paper] ?? null }))));
      const windows = timeWindows(all, days, step, "paper");
      for (const { first, last, rows: own } of windows) {
        expect(last - first).toBe(days - 1);
        const inside = all.filter((row) => {
          const day = dayNumber(dateOf(row, "paper") ?? "");
          return day >= first && day <= last;
        });
        expect(new Set(own)).toEqual(new Set(inside));
      }
      const side = timeWindows(all, days, days, "paper");
      expect(side.reduce((sum, { rows: own }) => sum + own.length, 0)).toBe(all.length);
    }),
  );
});

test("positions without a date are in no window", () => {
  const windows = timeWindows(rows, 10_000, 10_000, "paper");
  expect(windows.map(({ rows: own }) => own.length)).toEqual([8]);
  expect(timeWindows([], 7, 7, "paper")).toEqual([]);
});
