import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { newId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { blankPaper, type Paper } from "../model/paper.ts";
import { addLabel, fieldText, paperEdits, paperFields, readField, removeLabel } from "./edits.ts";
import { filterPapers, labelsOf, paperFacts, paperSortings, sortPapers } from "./table.ts";

const base = sampleLibrary();
const [sample] = Object.values(base.papers);
if (sample === undefined) throw new Error("The sample has no paper.");

const made = (title: string, part: Partial<Paper> = {}): Paper => ({
  ...sample,
  ...blankPaper,
  id: newId(PaperId),
  title,
  authors: [],
  date: null,
  added: "2026-01-01T00:00:00.000Z",
  ...part,
});
const papers = [
  made("Paper 10", { authors: ["Zed"], date: "2021", tags: ["Urgent"], added: "2026-01-03T00:00:00.000Z" }),
  made("paper 9", {
    authors: ["Abe", "Zed"],
    date: "2021-03",
    collections: ["North"],
    note: "Read before Élise comes",
  }),
  made("Über", { tags: ["urgent", "late"], identifiers: ["doi:10.1000/182"], added: "2026-01-02T00:00:00.000Z" }),
];
const library: Library = { ...base, papers: Object.fromEntries(papers.map((paper) => [paper.id, paper])) };

test.each([
  ["title", false, "paper 9, Paper 10, Über"],
  ["title", true, "Über, Paper 10, paper 9"],
  ["author", false, "paper 9, Paper 10, Über"],
  ["author", true, "Paper 10, paper 9, Über"],
  ["date", false, "Paper 10, paper 9, Über"],
  ["date", true, "paper 9, Paper 10, Über"],
  ["added", true, "Paper 10, Über, paper 9"],
  ["claims", false, "paper 9, Paper 10, Über"],
] as const)("papers by %s, down %s", (by, down, order) => {
  expect(sortPapers(library, papers, by, down).map((paper) => paper.title)).toEqual(order.split(", "));
});

test("every sorting is an order of the same papers, whichever order they come in", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...paperSortings),
      fc.boolean(),
      fc.shuffledSubarray(papers, { minLength: 3 }),
      (by, down, some) => {
        expect(sortPapers(library, some, by, down)).toEqual(sortPapers(library, papers, by, down));
      },
    ),
  );
});

test.each([
  [{}, 3],
  [{ words: "zed" }, 2],
  [{ words: "elise before" }, 1],
  [{ words: "10.1000" }, 1],
  [{ tag: "URGENT" }, 2],
  [{ tag: "urgent", words: "uber" }, 1],
  [{ collection: "north" }, 1],
  [{ collection: "north", tag: "urgent" }, 0],
] as const)("the filter %j leaves %i papers", (filter, count) => {
  expect(filterPapers(papers, filter)).toHaveLength(count);
});

test("a filter without words reads no word of a record, since a window lists all papers at its start", () => {
  const [paper] = papers;
  const unread = Object.defineProperty({ ...paper }, "title", {
    get: () => {
      throw new Error("The title was read.");
    },
  }) as Paper;
  expect(filterPapers([unread], { words: " " })).toEqual([unread]);
  expect(() => filterPapers([unread], { words: "zed" })).toThrow("The title was read.");
});

test("labels are counted in the order of the alphabet", () => {
  expect(labelsOf(papers, "tags")).toEqual([
    ["late", 1],
    ["Urgent", 1],
    ["urgent", 1],
  ]);
});

test("the facts of a paper are those of its annotations, and asked twice are the same", () => {
  const facts = paperFacts(base, sample);
  expect(facts).toMatchObject({ claims: expect.any(Number), coverage: expect.any(Number) });
  expect(facts.claims).toBeGreaterThan(0);
  expect(facts.coverage).toBeGreaterThan(0);
  expect([...facts.stances.values()].reduce((sum, stance) => sum + stance, 0)).toBe(facts.positions);
  expect(paperFacts(base, sample)).toBe(facts);
  expect(paperFacts(library, papers[0] ?? sample)).toMatchObject({
    claims: 0,
    coverage: 0,
    changed: "2026-01-03T00:00:00.000Z",
  });
});

test("a tag is written as the library writes it already, and taken off whichever way it is written", () => {
  const [first, , third] = papers;
  if (first === undefined || third === undefined) throw new Error("No papers.");
  const ids = papers.map((paper) => paper.id);
  const tagged = paperEdits(library, ids, (paper) => addLabel(library, paper, "tags", " LATE "));
  expect(tagged.map((edit) => edit.table === "papers" && edit.to?.tags)).toEqual([["Urgent", "late"], ["late"]]);
  expect(paperEdits(library, ids, (paper) => addLabel(library, paper, "tags", "  "))).toEqual([]);
  expect(removeLabel(third, "tags", "Urgent")).toEqual({ tags: ["late"] });
  expect(paperEdits(library, [newId(PaperId)], () => ({ title: "x" }))).toEqual([]);
});

test.each([
  ["title", "  ", { problem: "empty" }],
  ["title", "x".repeat(2001), { problem: "long" }],
  ["authors", "Ann Author;  Lee, Bo ;; Ann Author", { part: { authors: ["Ann Author", "Lee, Bo"] } }],
  ["date", "", { part: { date: null } }],
  ["date", "2021-03", { part: { date: "2021-03" } }],
  ["date", "2024-02-29", { part: { date: "2024-02-29" } }],
  ["date", "March 2021", { problem: "date" }],
  ["date", "2021-3", { problem: "date" }],
  ["date", "2021-13", { problem: "date" }],
  ["date", "2023-02-29", { problem: "date" }],
  ["date", "0000", { problem: "date" }],
  ["language", "zh-Hans", { part: { language: "zh-Hans" } }],
  ["language", "in English", { problem: "language" }],
  ["link", "example.org", { problem: "link" }],
  ["link", "https://example.org/a", { part: { link: "https://example.org/a" } }],
  ["identifiers", "doi:10.1000/182", { part: { identifiers: ["doi:10.1000/182"] } }],
  ["note", "two\nlines \n", { part: { note: "two\nlines" } }],
] as const)("%s written %j is read as %j", (field, text, expected) => {
  expect(readField(field, text)).toEqual(expected);
});

test("every part that is written can be read again", () => {
  for (const paper of [...papers, sample])
    for (const field of paperFields)
      expect(readField(field, fieldText(paper, field))).toEqual({ part: { [field]: paper[field] } });
});
