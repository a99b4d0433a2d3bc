import { expect, test } from "vitest";
import { allCoded } from "../claims/claims.ts";
import { inEnglish } from "../messages/message.ts";
import { inUrdu } from "../messages/urdu.ts";
import { shownLibrary } from "../model/shown-library.ts";
import {
  type Analysis,
  type AnalysisRequest,
  analyse,
  AnalysisRequest as Request,
  type TableRequest,
} from "./analyse.ts";
import { analysisFacts, type Facts, factWordsIn, isMeasure, wordsOfData } from "./facts.ts";
import { talliesOf } from "./found.ts";
import { libraryOf } from "./library.cases.ts";
import { shownAnalysis } from "./shown-analysis.ts";
import { positionRows } from "./table.ts";

const library = libraryOf([
  { actor: "بورڈ", issues: ["پانی/کرایہ +", "پانی ."], paper: "پہلا مقالہ", quote: "پانی" },
  { actor: null, issues: ["پانی/کرایہ -"], paper: "دوسرا مقالہ", quote: "کرایہ" },
]);
const rows = positionRows(library, allCoded(library));

function ask(request: Partial<AnalysisRequest> & { kind: AnalysisRequest["kind"] }): Analysis {
  const { data } = Request.safeParse({ options: {}, ...request });
  return analyse(library, rows, (data ?? request) as TableRequest);
}

const counted: Analysis = {
  kind: "passages",
  by: "stance",
  found: { total: 0, claims: 0, shown: [], tallies: talliesOf(library, allCoded(library), []) },
};
const listed: Analysis = {
  kind: "passages",
  by: null,
  found: {
    ...counted.found,
    shown: [{ paper: rows[0]?.paper ?? "", start: 0, end: 4, text: "پانی", page: "1", claims: [rows[0]?.claim ?? ""] }],
  } as never,
};

const analyses: readonly (readonly [string, Analysis])[] = [
  ["issues by stances", ask({ kind: "matrix", options: {} as never })],
  ["actors by issues", ask({ kind: "matrix", options: { rows: "actor", columns: "issue" } as never })],
  ["periods", ask({ kind: "matrix", options: { rows: "period", columns: "actor" } as never })],
  ["a timeline of all", ask({ kind: "timeline", options: { lanes: "all" } as never })],
  ["a timeline of actors", ask({ kind: "timeline", options: { lanes: "actor" } as never })],
  ["a network", ask({ kind: "network", options: {} as never })],
  ["windows of a network", ask({ kind: "network", options: {} as never, windows: { days: 300, step: 300 } })],
  ["issues of one claim", ask({ kind: "cooccurrence", nearness: { unit: "claim" } })],
  ["coverage", analyse(library, rows, { kind: "coverage" })],
  ["contradictions", analyse(library, rows, { kind: "contradictions", most: 10 })],
  ["passages counted", counted],
  ["passages", listed],
];

const words = (facts: Facts): readonly string[] => facts.flat().filter((cell) => typeof cell === "string");

test.each(analyses)(
  "%s: the table in Urdu has the shape and numbers of the data, and no English word",
  (_name, analysis) => {
    const data = analysisFacts(library, analysis);
    const shown = analysisFacts(shownLibrary(library, inUrdu), shownAnalysis(library, analysis, inUrdu), {
      word: factWordsIn(inUrdu),
    });
    expect(words(shown).filter((word) => /[A-Za-z]/.test(word))).toEqual([]);
    expect(shown.map((line) => line.map((cell) => typeof cell === "number" && cell))).toEqual(
      data.map((line) => line.map((cell) => typeof cell === "number" && cell)),
    );
  },
);

test("in English entries have the names that data have, and heads are those of people", () => {
  for (const [, analysis] of analyses) expect(shownAnalysis(library, analysis, inEnglish)).toEqual(analysis);
  const matrix = ask({ kind: "matrix", options: {} as never });
  const [heads = []] = analysisFacts(library, matrix, { word: factWordsIn(inEnglish) });
  expect(heads.slice(-3)).toEqual(["all", "incl. sub-issues", "mean"]);
  expect(analysisFacts(library, matrix)[0]?.slice(-3)).toEqual(["all", "with those under it", "mean"]);
});

test.each([
  ["mean", true],
  ["mean: Water", true],
  ["meaningful", false],
  ["share", true],
  ["all", false],
  [null, false],
  [3, false],
])("the column %j holds measures: %s", (head, expected) => {
  expect(isMeasure(head, wordsOfData)).toBe(expected);
});

test("what is measured is known in every language", () => {
  const word = factWordsIn(inUrdu);
  expect([word("mean"), `${word("mean")}: پانی`, word("claims")].map((head) => isMeasure(head, word))).toEqual([
    true,
    true,
    false,
  ]);
});
