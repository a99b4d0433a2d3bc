import fc from "fast-check";
import { expect, test } from "vitest";
import { type Heading, levelsOf, Outline } from "./headings.ts";

const heading = (size: number, text = "Fares", part: Partial<Heading> = {}): Heading => ({
  size,
  bold: false,
  text,
  given: null,
  ...part,
});

test.each<[string, readonly Heading[], readonly number[]]>([
  ["no headings", [], []],
  ["one size", [heading(14), heading(14)], [1, 1]],
  ["three sizes", [heading(20), heading(14), heading(12), heading(14)], [1, 2, 3, 2]],
  ["sizes that differ by less than a quarter point", [heading(14), heading(14.2)], [1, 1]],
  ["bold before plain of one size", [heading(14, "A"), heading(14, "B", { bold: true })], [2, 1]],
  [
    "many sizes, of which the nearest count as one",
    [20, 18, 16, 14, 12, 11, 10].map((size) => heading(size)),
    [1, 1, 2, 2, 3, 3, 4],
  ],
  [
    "a size that occurs once among usual ones",
    [24, 20, 18, 14, 14, 12, 12, 11, 11, 11].map((size) => heading(size)),
    [1, 1, 1, 2, 2, 3, 3, 4, 4, 4],
  ],
  ["levels that the file gives", [heading(14, "A", { given: 3 }), heading(20, "B", { given: 1 })], [3, 1]],
  ["a look that the file gives a level", [heading(14, "A", { given: 2 }), heading(14), heading(12)], [2, 2, 3]],
  [
    "numbers under the first",
    [heading(16, "1 One"), heading(16, "1.1 Two"), heading(16, "1.1.1 Three"), heading(16, "2 Four")],
    [1, 2, 3, 1],
  ],
  [
    "numbers under a title",
    [heading(24, "Title"), heading(16, "1. One"), heading(12, "1.2 Two"), heading(12, "Words")],
    [1, 2, 3, 3],
  ],
  ["a number whose parents are not in the paper", [heading(16, "1 One"), heading(16, "1.1.1.1.1.1.1 Deep")], [1, 2]],
  [
    "an extract that begins within a chapter",
    [heading(16, "5.2 One"), heading(14, "5.2.1 Two"), heading(16, "5.3 Three")],
    [1, 2, 1],
  ],
  [
    "parts over numbered chapters",
    [
      heading(20, "Part A"),
      heading(16, "1 One"),
      heading(20, "Part B"),
      heading(16, "2 Two"),
      heading(14, "2.1 Three"),
    ],
    [1, 2, 1, 2, 3],
  ],
  [
    "headings without a number that look like numbered ones",
    [heading(16, "Summary"), heading(16, "1 One"), heading(14, "1.1 Two"), heading(14, "Box"), heading(16, "2 Three")],
    [1, 1, 2, 2, 1],
  ],
  ["a year", [heading(16, "1 One"), heading(16, "2021 Report"), heading(16, "2 Two")], [1, 1, 1]],
])("levels of %s", (_, headings, levels) => {
  expect(levelsOf(headings)).toEqual(levels);
});

test.each<[string, readonly Heading[], string | null, readonly number[]]>([
  [
    "set like its sections",
    [
      heading(16, "The Grid"),
      heading(16, "1 One"),
      heading(16, "2 Two"),
      heading(16, "3 Three"),
      heading(16, "References"),
    ],
    "The Grid",
    [1, 2, 2, 2, 2],
  ],
  ["set smaller than its sections", [heading(14, "The Grid"), heading(16), heading(16)], "The Grid", [1, 2, 2]],
  [
    "on one level with its sections by the file",
    [heading(20, "The Grid", { given: 1 }), heading(16, "A", { given: 1 }), heading(14, "B", { given: 2 })],
    "The Grid",
    [1, 2, 3],
  ],
  ["over several looks", [heading(24, "The Grid"), heading(16), heading(12)], "The Grid", [1, 2, 3]],
  ["that is the first of its sections", [heading(16, "Summary"), heading(16), heading(14)], "Summary", [1, 1, 2]],
  ["that is a numbered section", [heading(16, "1 The Grid"), heading(16, "2 Two")], "1 The Grid", [1, 1]],
  ["that is not printed", [heading(16), heading(14)], "The Grid", [1, 2]],
])("levels under a title %s", (_, headings, title, levels) => {
  expect(levelsOf(headings, title)).toEqual(levels);
});

test("every heading has a level of one to six, those of one look that say no more have the same", () => {
  const any = fc.record({
    size: fc.integer({ min: 16, max: 60 }).map((half) => half / 2),
    bold: fc.boolean(),
    text: fc.constantFrom("Fares", "1 One", "1.2 Two", "2021"),
    given: fc.option(fc.integer({ min: 1, max: 6 })),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (headings) => {
      const levels = levelsOf(headings);
      expect(levels).toHaveLength(headings.length);
      for (const [index, level] of levels.entries()) {
        expect(level >= 1 && level <= 6).toBe(true);
        if (headings[index]?.given !== null) expect(level).toBe(headings[index]?.given);
      }
      const plain = headings.flatMap((heading, index) =>
        heading.given === null && heading.text === "Fares"
          ? [[`${heading.size} ${heading.bold}`, levels[index]] as const]
          : [],
      );
      for (const [look, level] of plain) expect(plain.find(([other]) => other === look)?.[1]).toBe(level);
    }),
  );
});

const outline = new Outline([
  { title: "1 Introduction", level: 1, page: 0 },
  { title: "Fares & costs", level: 2, page: 3 },
  { title: "Summary", level: 2, page: 1 },
  { title: "Summary", level: 4, page: 9 },
  { title: "Deep", level: 9, page: 2 },
  { title: "Anywhere", level: 3, page: null },
  { title: "—", level: 1, page: 0 },
  { title: "Chapter IV: The port", level: 1, page: 4 },
]);

test.each([
  ["Introduction", 0, 1],
  ["1. Introduction", 0, 1],
  ["1   INTRODUCTION", 0, 1],
  ["2 Introduction", 0, 1],
  ["Introduction", 1, null],
  ["Fares and costs", 3, null],
  ["Fares & Costs", 3, 2],
  ["Fares &costs", 3, 2],
  ["Summary", 1, 2],
  ["Summary", 9, 4],
  ["Summary", 2, null],
  ["Deep", 2, 6],
  ["Anywhere", 77, 3],
  ["Something else", 0, null],
  ["—", 0, null],
  ["", 0, null],
])("%j on page %d has the level %s", (text, page, level) => {
  expect(outline.levelOf(text, page)).toBe(level);
});
