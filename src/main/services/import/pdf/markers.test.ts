import fc from "fast-check";
import { expect, test } from "vitest";
import { linesFrom } from "./fixtures/lines.ts";
import { bareLabel, itemMarker, noteMarker } from "./markers.ts";

test.each([
  ["1. The first", "1.", "The first"],
  ["(b) The second", "(b)", "The second"],
  ["iv) The fourth", "iv)", "The fourth"],
  ["[12] Smith, A.", "[12]", "Smith, A."],
  ["– The ministry", "•", "The ministry"],
  ["•The union", "•", "The union"],
  ["\uf0b7 The port", "•", "The port"],
  ["一、总则", "一、", "总则"],
  ["۳۔ تیسرا", "۳۔", "تیسرا"],
] as const)("%s begins with a mark", (text, marker, rest) => {
  const found = itemMarker(text);
  expect([found?.marker, text.slice(found?.skip)]).toEqual([marker, rest]);
});

test.each([
  "34.8% of the students",
  "3.5 million people",
  "–2.4 percentage points",
  "-5% growth",
  "– 2.4 points",
  "i.e. the committee",
  "e.g. the ministry",
  "z. B. die Kommission",
  "p. 12 of the report",
  "3. Mai 2020 trat sie in Kraft",
  "1308.22 Excluded substances",
  "4.1 New recommendations",
  "2007 estimates",
  "—————— a rule",
  "*p < 0.05",
  "(s)he agreed",
  "- and -",
  "- and –",
  "- - - - - - - -",
  "* * *",
])("%s begins with words", (text) => {
  expect(itemMarker(text)).toBeNull();
});

test("a note's mark is raised, or set apart where a raised sign points to it", () => {
  const [line] = linesFrom([{ text: "30 countries answered", x: 50, y: 100, size: 8 }]);
  if (line === undefined) throw new Error("A print is a line");
  expect(noteMarker(line, line.text, new Set())).toBeNull();
  expect(noteMarker(line, line.text, new Set(["30"]))).toEqual({ skip: 3, marker: "30" });
  expect(noteMarker(line, "30.5% of them", new Set(["30"]))).toBeNull();
  expect(noteMarker(line, "2007 estimates", new Set(["200"]))).toBeNull();
  expect(noteMarker({ ...line, lead: 2 }, "12See the letter", new Set())).toEqual({ skip: 2, marker: "12" });
  expect(bareLabel("[4]")).toBe("4");
});

test("nothing is lost and nothing doubled: the mark and the rest are the line, but for the space between", () => {
  const start = fc.constantFrom(
    "1.",
    "(a)",
    "iv)",
    "•",
    "–",
    "-",
    "12",
    "3.5",
    "[3]",
    "i.e.",
    "2007",
    "*",
    "A.",
    "10.2",
    "",
  );
  const signs = fc
    .array(fc.constantFrom("", " ", ".", "%", "5", "m", "، "), { maxLength: 3 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(start, signs, fc.string({ maxLength: 12 }), (first, between, rest) => {
      const text = first + between + rest;
      const found = itemMarker(text);
      if (found === null) return;
      const taken = text.slice(0, found.skip).trim();
      expect(found.marker === "•" ? [...taken].length : taken).toBe(found.marker === "•" ? 1 : found.marker);
      // No figure is on both sides of where the mark ends.
      expect(/[\d.,]$/.test(text.slice(0, found.skip)) && /^\d/.test(text.slice(found.skip))).toBe(false);
    }),
  );
});
