import fc from "fast-check";
import { expect, test } from "vitest";
import { roman } from "../../../../shared/text/roman.ts";
import { isPageNumber, numberOf, printedIn } from "./page-numbers.ts";

test.each([
  "1",
  "12",
  "99999",
  "xii",
  "XII",
  "– 12 –",
  "- 12 -",
  "[12]",
  "(12)",
  "| 12 |",
  "Page 3",
  "page 3 of 9",
  "Seite 3 von 9",
  "p. 3",
  "3/9",
  "Página 3 de 9",
  "صفحہ 3",
  "  7  ",
])("%j is a page's number alone", (text) => {
  expect(isPageNumber(text)).toBe(true);
});

test.each([
  "",
  "123456",
  "12 Fares",
  "Fares 12",
  "3.5",
  "12%",
  "iiii",
  "vix",
  "cccc",
  "lix lix",
  "Page",
  "of 9",
  "Chapter 3",
  "-",
  "mix",
])("%j is none", (text) => {
  expect(isPageNumber(text)).toBe(false);
});

test.each<[string, readonly (readonly [string, number, boolean, boolean])[]]>([
  ["12", [["12", 12, false, true]]],
  ["– xii –", [["xii", 12, true, true]]],
  ["Page 3 of 9", [["3", 3, false, true]]],
  ["12 Fares and costs", [["12", 12, false, false]]],
  ["Fares and costs 12", [["12", 12, false, false]]],
  [
    "12 Fares 2021",
    [
      ["12", 12, false, false],
      ["2021", 2021, false, false],
    ],
  ],
  ["iv | Fares", [["iv", 4, true, false]]],
  ["Fares [12]", [["12", 12, false, false]]],
  ["Fares, 12.", [["12", 12, false, false]]],
  ["Fares 3.5", []],
  ["Fares and costs", []],
  ["the 12 fares", []],
  ["", []],
])("the numbers at the ends of %j", (line, wanted) => {
  expect(printedIn(line).map(({ text, value, roman: small, alone }) => [text, value, small, alone])).toEqual(wanted);
});

test.each([
  ["0", 0],
  ["007", 7],
  ["i", 1],
  ["iv", 4],
  ["ix", 9],
  ["xl", 40],
  ["xc", 90],
  ["xcix", 99],
  ["ccclxxxviii", 388],
  ["MCM", null],
  ["ic", null],
  ["vv", null],
  ["iiv", null],
  ["", null],
  ["1a", null],
  ["-1", null],
])("%j counts %s", (text, value) => {
  expect(numberOf(text)).toBe(value);
});

test("every number is read back from its Roman form, in either case", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 399 }), (value) => {
      expect(numberOf(roman(value))).toBe(value);
      expect(numberOf(roman(value).toUpperCase())).toBe(value);
      expect(printedIn(`– ${roman(value)} –`)[0]?.value).toBe(roman(value).length > 8 ? undefined : value);
    }),
  );
});
