import { expect, test } from "vitest";
import { libraryOf, named, type Statement } from "../analysis/library.cases.ts";
import { allCoded } from "../claims/claims.ts";
import { type ClaimRow, claimRows } from "../claims/rows.ts";
import { inWords } from "../fixtures/in-words.cases.ts";
import type { PaperContent } from "../model/content.ts";
import { bylineOf, movedClaims, reportTree } from "./build.ts";
import { uncited } from "./cite.ts";
import { nameOfClaim } from "./outline.ts";
import { ReportTemplate } from "./template.ts";
import { headingsOf, type ReportTree } from "./tree.ts";

const made = "2026-01-02T03:04:05Z";
const statements: readonly Statement[] = [
  { actor: "Board", issues: ["Water +"], at: [0, 70], quote: `${"Fares rise ".repeat(6)}each` },
  { actor: null, issues: [], at: [71, 75], quote: "Note" },
];

function treeOf(sections: readonly object[], part: object = {}, claims = statements): ReportTree {
  const library = libraryOf(claims);
  const coded = allCoded(library);
  return reportTree({
    ...{ library, coded, made, hypotheses: [], cited: uncited, moved: new Set(), filter: "" },
    rows: claimRows(library, coded, new Map()),
    template: ReportTemplate.parse({ name: "t", sections }),
    ...part,
  });
}

const headings = (tree: ReportTree): string[] =>
  tree.blocks.flatMap((block) => (block.kind === "heading" ? [`${block.id} ${block.text}`] : []));

test("sections have their usual headings, others, or none; those with nothing to say are left out", () => {
  const tree = treeOf([
    { kind: "summary" },
    { kind: "contradictions" },
    { kind: "issues", heading: "What is said" },
    { kind: "notes", heading: "" },
    { kind: "text", text: "**Free**" },
  ]);
  expect(headings(tree)).toEqual(["section-1 Summary", "section-2 What is said", "section-3 Water"]);
  expect(tree.blocks.map(({ kind }) => kind)).toEqual([
    ...["heading", "paragraph", "paragraph", "heading", "heading", "quote", "quote", "paragraph"],
  ]);
});

test("the contents are not listed in themselves; appendices begin a page of their own", () => {
  const tree = treeOf(["contents", "summary", "claims", "codebook", "method"].map((kind) => ({ kind })));
  expect(headingsOf(tree).map(({ text, apart }) => [text, apart])).toEqual([
    ["Summary", false],
    ["Appendix: all claims", true],
    ["Appendix: codebook", true],
    ["Method", false],
  ]);
  expect(tree.blocks[0]).toMatchObject({ text: "Contents", unlisted: true, id: "section-1" });
});

test("the title is the template's, else says what the report is about", () => {
  expect(treeOf([]).title).toBe("Claims in “A paper”");
  const template = ReportTemplate.parse({ name: "t", title: "Who pays", sections: [] });
  expect(treeOf([], { template })).toMatchObject({ title: "Who pays", made, flags: [], blocks: [] });
});

test("what is to be looked at: first quotes that are gone, by their first 60 letters, then sentences", () => {
  const tree = treeOf([{ kind: "text", text: "Boats sink." }], { moved: new Set([named.claim(0), "unknown"]) });
  expect(inWords(tree.flags)).toEqual([
    `The text of ${nameOfClaim(named.claim(0))} is no longer where it was coded: “${"Fares rise ".repeat(5)}Fares”`,
    "Cites no claim: “Boats sink.”",
  ]);
});

const [row] = claimRows(libraryOf(statements), allCoded(libraryOf(statements)), new Map());
if (row === undefined) throw new Error("there is a claim");
const codedBy = (...coders: readonly string[]): ClaimRow[] => coders.map((coder) => ({ ...row, coder }));

test.each([
  [[], "2 January 2026 · made with Stancemark"],
  [["", ""], "2 January 2026 · made with Stancemark"],
  [["Cid", "Ann", "Cid"], "2 January 2026 · coded by Ann, Cid · made with Stancemark"],
  [["A", "B", "C", "D"], "2 January 2026 · coded by A, B, C, D · made with Stancemark"],
  [["E", "B", "C", "D", "A"], "2 January 2026 · coded by A, B, C, 2 others · made with Stancemark"],
  [["عائشہ"], "2 January 2026 · coded by \u2068عائشہ\u2069 · made with Stancemark"],
])("the byline of a report by %j: %s", (coders, byline) => {
  expect(bylineOf(made, codedBy(...coders))).toBe(byline);
});

test.each([
  ["where the words are at their place", "Fares rise", [0, 5], "Fares", false],
  ["where others are there", "Tolls rise", [0, 5], "Fares", true],
  ["where the text is too short", "Far", [0, 5], "Fares", true],
  ["where the words are beside their place", " Fares", [0, 5], "Fares", true],
] as const)("a claim is gone from its place %s", (_, text, at, quote, gone) => {
  const coded = allCoded(libraryOf([{ actor: null, issues: [], at, quote }]));
  const content: PaperContent = { text, blocks: [], pages: [], warnings: [] };
  expect([...movedClaims(coded, new Map([[named.paper("A paper"), content]]))]).toEqual(gone ? [named.claim(0)] : []);
  expect([...movedClaims(coded, new Map())]).toEqual([]);
});

test("a claim of several stretches is gone when one of them is", () => {
  const [coded] = allCoded(libraryOf([{ actor: null, issues: [], at: [0, 5], quote: "Fares" }]));
  if (coded === undefined) throw new Error("there is a note");
  const { annotation } = coded;
  const range = { start: 6, end: 10, quote: "fall", prefix: "", suffix: "" };
  const ranges = [...annotation.passage.ranges, range];
  const two = { ...coded, annotation: { ...annotation, passage: { ...annotation.passage, ranges } } };
  const content: PaperContent = { text: "Fares rise", blocks: [], pages: [], warnings: [] };
  expect(movedClaims([two], new Map([[annotation.paper, content]])).size).toBe(1);
});
