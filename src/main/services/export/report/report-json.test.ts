import { expect, test } from "vitest";
import { libraryOf, named } from "../../../../shared/analysis/library.cases.ts";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { message } from "../../../../shared/messages/message.ts";
import type { ReportInput } from "../../../../shared/report/build.ts";
import { builtIn, ReportTemplate } from "../../../../shared/report/template.ts";
import type { ReportTree } from "../../../../shared/report/tree.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import { reportJson } from "./report-json.ts";

const library = libraryOf([
  { actor: "Board", issues: ["Water +", "Air -"], quote: "one" },
  { actor: null, issues: [], quote: 'two "and"\n\u2028more', paper: "B paper" },
  { actor: "Board", issues: ["Water +"], quote: "three" },
]);
const coded = allCoded(library);
const rows = claimRows(library, coded, new Map());
const made = "2026-01-02T03:04:05Z";
const input: ReportInput = {
  library,
  coded,
  rows,
  hypotheses: [],
  template: ReportTemplate.parse(builtIn[0]),
  cited: { papers: {}, entries: [] },
  moved: new Set(),
  made,
  filter: "actor:Board",
};
const tree: ReportTree = {
  words: englishWords,
  title: "Who pays",
  byline: "",
  made,
  blocks: [],
  flags: [message("export.noPlace", { quote: "one" })],
};
/** What any program reads. */
type Read = Readonly<{
  format: number;
  made: string;
  title: string;
  filter: string;
  table: readonly Readonly<{ total: number }>[];
  papers: readonly Readonly<{ title: string }>[];
  claims: readonly Readonly<{ quote: string; grade: string | null; relations: readonly string[] }>[];
  flags: readonly string[];
}>;
const read = (own: ReportInput = input): Read => JSON.parse(reportJson(tree, own)) as Read;

test("a report says what it is, when it was made, of which claims, and what to look at", () => {
  const report = read();
  expect(Object.keys(report)).toEqual(["format", "made", "title", "filter", "table", "papers", "claims", "flags"]);
  expect([report.format, report.made, report.title, report.filter]).toEqual([1, made, "Who pays", "actor:Board"]);
  expect(report.flags).toHaveLength(1);
  expect(report.flags[0]).toContain("one");
});

test("each paper is listed once, in the order of the claims, with its details and nothing else", () => {
  const { papers } = read();
  expect(papers.map(({ title }) => title).sort()).toEqual(["A paper", "B paper"]);
  expect(Object.keys(papers[0] ?? {})).toEqual([
    "id",
    "title",
    "authors",
    "date",
    "publisher",
    "link",
    "identifiers",
    "sha256",
  ]);
  expect(read({ ...input, rows: rows.filter(({ quote }) => quote === "one") }).papers).toHaveLength(1);
});

test("a paper that is no longer in the library is left out, its claims are not", () => {
  const gone = rows.map((row) => ({ ...row, paper: named.paper("gone") }));
  const report = read({ ...input, rows: gone });
  expect([report.papers.length, report.claims.length]).toEqual([0, 3]);
});

test("every claim is there with its words, whatever they hold, its grade and its links", () => {
  const { claims } = read({
    ...input,
    rows: rows.map((row, index) => ({ ...row, grade: index === 0 ? "B2" : null, relations: ["supports “x”"] })),
  });
  expect(claims.map(({ quote }) => quote)).toEqual(rows.map(({ quote }) => quote));
  expect(claims[0]?.grade).toBe("B2");
  expect(claims[1]?.relations).toEqual(["supports “x”"]);
});

test("counts are those of the rows given", () => {
  const total = (own: ReportInput): number => read(own).table.reduce((sum, line) => sum + line.total, 0);
  expect([total(input), total({ ...input, rows: [] })]).toEqual([3, 0]);
});

test("the file ends in a line feed", () => {
  expect(reportJson(tree, input).endsWith("}\n")).toBe(true);
});
