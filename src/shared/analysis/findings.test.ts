import fc from "fast-check";
import { expect, test } from "vitest";
import type { PaperContent } from "../model/content.ts";
import { contradictionsOf } from "./contradictions.ts";
import { cooccurrenceOf } from "./cooccurrence.ts";
import { paperCoverage } from "./coverage.ts";
import { libraryOf, named, rowsIn, type Statement } from "./library.cases.ts";
import { periodOf, weekOf } from "./period.ts";
import { inside, type Nearness, near, overlaps, placesOf } from "./places.ts";
import { TimelineOptions, timelineOf } from "./timeline.ts";

test.each([
  ["2021-03-09", "year", "2021"],
  ["2021-03-09", "quarter", "2021-Q1"],
  ["2021-10", "quarter", "2021-Q4"],
  ["2021-03-09", "month", "2021-03"],
  ["2021", "month", "2021"],
  ["2021-03", "day", "2021-03"],
  ["2021-03-09", "day", "2021-03-09"],
] as const)("%s by %s is %s: never more exact than the date", (date, unit, period) => {
  expect(periodOf(date, unit)).toBe(period);
});

/** From ISO 8601 itself and its well-known edges. */
test.each([
  ["2005-01-01", "2004-W53"],
  ["2007-01-01", "2007-W01"],
  ["2008-12-29", "2009-W01"],
  ["2010-01-03", "2009-W53"],
  ["2021-03-09", "2021-W10"],
])("%s lies in week %s", (date, week) => {
  expect(weekOf(date)).toBe(week);
});

test("the timeline keeps empty years and lists what has no date", () => {
  const library = libraryOf([
    { actor: "A", issues: ["W +"], paper: "One", date: "2019-05" },
    { actor: "A", issues: ["W -", "W -"], paper: "Two", date: "2021" },
    { actor: "B", issues: ["R ?"], paper: "Two", date: "2021" },
    { actor: "B", issues: ["R +"], paper: "Three", date: null },
  ]);
  const timeline = timelineOf(library, rowsIn(library), TimelineOptions.parse({}));
  expect(timeline.periods).toEqual(["2019", "2020", "2021"]);
  expect(timeline.undated).toBe(1);
  expect(timeline.lanes.map(({ name, means, total }) => [name, means, total])).toEqual([
    ["A", [1, null, -1], 3],
    ["B", [null, null, null], 1],
  ]);
  expect(timeline.lanes[0]?.counts).toEqual([
    [1, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 2, 0, 0, 0],
  ]);
  const months = timelineOf(library, rowsIn(library), TimelineOptions.parse({ unit: "month", lanes: "all" }));
  expect(months.periods).toEqual(["2019-05", "2021"]);
  expect(months.lanes).toHaveLength(1);
});

test("coverage counts each character once", () => {
  const library = libraryOf([
    { actor: "A", issues: ["W +"], at: [0, 40] },
    { actor: "A", issues: ["W +", "R -"], at: [30, 50] },
    { actor: "B", issues: ["R +"], at: [90, 100] },
  ]);
  const [paper] = paperCoverage(library, rowsIn(library));
  expect(paper).toMatchObject({ characters: 100, marked: 60, share: 0.6, claims: 3 });
  expect(paper?.issues).toEqual({ [named.issue("W")]: 50, [named.issue("R")]: 30 });
});

const text = "One two. Three four.\nFive six seven.";
const block = { page: 0, continues: false, direction: "ltr" as const, marks: [], kind: "paragraph" as const };
const content: PaperContent = {
  text,
  blocks: [
    { ...block, start: 0, end: 20 },
    { ...block, start: 21, end: text.length },
  ],
  pages: [{ label: "1", width: 1, height: 1, rotation: 0 }],
  warnings: [],
};
const at = (words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

test("sentences, paragraphs and words of a paper have their places", () => {
  expect(placesOf(content)).toEqual({ sentences: [0, 9, 21], paragraphs: [0, 21], words: [0, 4, 9, 15, 21, 26, 30] });
});

test.each([
  ["One", "two", { unit: "sentence" }, true],
  ["One", "Three", { unit: "sentence" }, false],
  ["One", "Three", { unit: "paragraph" }, true],
  ["four", "Five", { unit: "paragraph" }, false],
  ["One two", "two", { unit: "overlap" }, true],
  ["One", "two", { unit: "overlap" }, false],
  ["One", "two", { unit: "words", words: 0 }, true],
  ["One", "Three", { unit: "words", words: 0 }, false],
  ["Three", "One", { unit: "words", words: 1 }, true],
  ["Three four", "seven", { unit: "words", words: 2 }, true],
  ["Three", "seven", { unit: "words", words: 2 }, false],
] as const)("%j and %j within %j: %j", (a, b, nearness, expected) => {
  expect(near(nearness, placesOf(content), at(a), at(b))).toBe(expected);
  expect(near(nearness, placesOf(content), at(b), at(a))).toBe(expected);
});

test("overlaps and inside are of half-open ranges", () => {
  expect([
    overlaps(at("One"), at("One two")),
    inside(at("One"), at("One two")),
    inside(at("One two"), at("One")),
  ]).toEqual([true, true, false]);
  expect(overlaps({ start: 0, end: 4 }, { start: 4, end: 5 })).toBe(false);
});

test.each([
  [{ unit: "claim" }, [["W", "R", 1]]],
  [{ unit: "overlap" }, [["W", "R", 2]]],
  [{ unit: "sentence" }, [["W", "R", 2]]],
  [
    { unit: "paragraph" },
    [
      ["W", "R", 2],
      ["W", "T", 1],
      ["R", "T", 1],
    ],
  ],
  [
    { unit: "words", words: 0 },
    [
      ["W", "R", 2],
      ["R", "T", 1],
    ],
  ],
] as const)("issues that occur together within %j", (nearness, expected) => {
  const span = (words: string): readonly [number, number] => [at(words).start, at(words).end];
  const library = libraryOf([
    { actor: "A", issues: ["W +", "R +"], at: span("Five six") },
    { actor: "A", issues: ["W +"], at: span("One") },
    { actor: "A", issues: ["R -"], at: span("One two") },
    { actor: "A", issues: ["T -"], at: span("Three") },
  ]);
  const places = new Map([[named.paper("A paper"), placesOf(content)]]);
  const found = cooccurrenceOf(library, rowsIn(library), nearness as Nearness, places);
  const names = new Map(found.issues.map(({ id, name }) => [id, name]));
  const order = found.pairs.map(({ a, b, count }) => [names.get(a), names.get(b), count]);
  expect(order).toHaveLength(expected.length);
  expect(order).toEqual(expect.arrayContaining(expected.map((row) => [...row])));
  if (nearness.unit === "claim") expect(found.pairs[0]?.coefficient).toBe(1 / 3);
});

const issueLetters = ["W", "R", "T", "V"] as const;
const anyClaims = fc.array(
  fc.record({
    issues: fc.uniqueArray(fc.constantFrom(...issueLetters), { maxLength: 3 }),
    paper: fc.constantFrom("One", "Two"),
    start: fc.nat({ max: 30 }),
    length: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 25 },
);

test("co-occurrences are those of comparing each two claims of a paper", () => {
  fc.assert(
    fc.property(anyClaims, fc.constantFrom(null, 0, 3), (claims, words) => {
      const nearness: Nearness = words === null ? { unit: "overlap" } : { unit: "words", words };
      const library = libraryOf(
        claims.map(({ issues, paper, start, length }): Statement => {
          return { actor: "A", issues: issues.map((issue) => `${issue} +`), paper, at: [start, start + length] };
        }),
      );
      const counts = new Map<string, number>();
      const add = (a: string, b: string): unknown =>
        counts.set([a, b].sort().join(), (counts.get([a, b].sort().join()) ?? 0) + 1);
      for (const [index, claim] of claims.entries()) {
        for (const a of claim.issues) for (const b of claim.issues) if (a < b) add(a, b);
        for (const other of claims.slice(index + 1)) {
          const [first, second] = claim.start <= other.start ? [claim, other] : [other, claim];
          const end = first.start + first.length;
          const isNear = words === null ? second.start < end : second.start <= end + words;
          if (!isNear || first.paper !== second.paper) continue;
          const both = new Set(claim.issues.flatMap((a) => other.issues.map((b) => [a, b].sort().join())));
          for (const pair of both) {
            const [a = "", b = ""] = pair.split(",");
            if (a !== b) add(a, b);
          }
        }
      }
      // A word at each offset, so that words are counted as units.
      const offsets = Array.from({ length: 60 }, (_, offset) => offset);
      const unitPlaces = { sentences: offsets, paragraphs: offsets, words: offsets };
      const places = new Map(["One", "Two"].map((paper) => [named.paper(paper), unitPlaces]));
      const { pairs, issues } = cooccurrenceOf(library, rowsIn(library), nearness, places);
      const names = new Map(issues.map(({ id, name }) => [id, name]));
      const found = pairs.map(({ a, b, count }): [string, number] => [
        [names.get(a) ?? "", names.get(b) ?? ""].sort().join(),
        count,
      ]);
      expect(new Map(found)).toEqual(counts);
    }),
  );
});

const statements: readonly Statement[] = [
  { actor: "Board", issues: ["W +"], paper: "One", date: "2019", strength: 1 },
  { actor: "Board", issues: ["W +"], paper: "One", date: "2019", strength: 3, certainty: 5 },
  { actor: "Board", issues: ["W -"], paper: "Two", date: "2021", strength: 3, certainty: 5 },
  { actor: "Town", issues: ["W -"], paper: "One", date: "2019" },
  { actor: "Town", issues: ["R +"], paper: "One", date: "2019" },
  { actor: null, issues: ["R -"], paper: "One", date: "2019" },
  { actor: "Town", issues: ["R ?", "R 0"], paper: "One", date: "2019" },
];

test("contradictions: one actor who turns, two who dispute, two sides in one paper; the weightiest quotes first", () => {
  const found = contradictionsOf(rowsIn(libraryOf(statements)));
  const place = (id: string): number => statements.findIndex((_, index) => named.claim(index) === id);
  expect(
    found.map((contradiction) => [
      contradiction.kind,
      place(contradiction.supports.claim),
      place(contradiction.opposes.claim),
      contradiction.for,
      contradiction.against,
      contradiction.score,
    ]),
  ).toEqual([
    ["turn", 1, 2, 2, 1, 1],
    ["dispute", 1, 3, 2, 1, 0.4],
    ["paper", 1, 3, 2, 1, 0.4],
    ["paper", 4, 5, 1, 1, expect.closeTo(0.16, 12)],
  ]);
  expect(contradictionsOf(rowsIn(libraryOf(statements)), 1).map(({ kind }) => kind)).toEqual([
    "turn",
    "dispute",
    "paper",
  ]);
});
