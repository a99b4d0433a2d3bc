import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { libraryOf, named } from "../../../../shared/analysis/library.cases.ts";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { type ClaimRow, claimRows } from "../../../../shared/claims/rows.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import { reportXlsx, sheetsOf } from "./xlsx-report.ts";

const library = libraryOf([
  { actor: "Board", issues: ["Water/Fares +", "Water -"], quote: "one", strength: 2, certainty: 4 },
  { actor: "Council", issues: ["Water/Fares ."], quote: "two", paper: "B paper" },
  { actor: null, issues: [], quote: "three" },
]);
const coded = allCoded(library);
const rows = claimRows(library, coded, new Map());
const [first] = rows;
if (first === undefined) throw new Error("there is no claim");

const factsOf = (name: string, own: readonly ClaimRow[] = rows): readonly (readonly unknown[])[] =>
  sheetsOf({ library, coded, rows: own, words: englishWords }).find((sheet) => sheet.name === name)?.facts ?? [];
/** Lines of a sheet by their heads. */
const linesOf = (name: string, own?: readonly ClaimRow[]): Record<string, unknown>[] => {
  const [heads = [], ...lines] = factsOf(name, own);
  return lines.map((line) => Object.fromEntries(heads.map((head, index) => [String(head), line[index]])));
};

/** The XML of a sheet, numbered from 1, and the texts of its cells by their references. */
async function sheet(number: number, own: readonly ClaimRow[] = rows) {
  const parts = unzipSync(await reportXlsx({ library, coded, rows: own, words: englishWords }));
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const strings = [...read("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = ""]) =>
    inner.replace(/<[^>]*>/g, ""),
  );
  const xml = read(`xl/worksheets/sheet${number}.xml`);
  const cells = new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, at = "", look = "", inner = ""]) => {
      const value = inner.replace(/<[^>]*>/g, "");
      return [at, look.includes('t="s"') ? (strings[Number(value)] ?? "") : value];
    }),
  );
  return { xml, cells };
}

test("the sheets are in this order, each with its heads first", () => {
  const sheets = sheetsOf({ library, coded, rows, words: englishWords });
  expect(sheets.map(({ name }) => name)).toEqual(["Claims", "Matrix", "Actors", "Papers", "Codebook"]);
  for (const { facts } of sheets) {
    const [heads = []] = facts;
    expect(heads.length).toBeGreaterThan(1);
    for (const line of facts) expect(line).toHaveLength(heads.length);
  }
});

test("claims have a line for each position, with the path as people read it", () => {
  const lines = linesOf("Claims").map(({ quote, issue }) => `${quote}: ${issue}`);
  expect(lines.sort()).toEqual(["one: Water", "one: Water › Fares", "three: ", "two: Water › Fares"]);
});

test("papers have a line each, with how many of the rows given are theirs", () => {
  expect(linesOf("Papers").map((line) => [line.title, line["claims and notes"]])).toEqual([
    ["A paper", 2],
    ["B paper", 1],
  ]);
  expect(
    linesOf(
      "Papers",
      rows.filter(({ quote }) => quote !== "two"),
    ).map(({ title }) => title),
  ).toEqual(["A paper"]);
  expect(linesOf("Papers", [{ ...first, paper: named.paper("gone") }])).toEqual([]);
});

test("the codebook has all issues with their paths, the scale and the actors by name", () => {
  const lines = linesOf("Codebook");
  const namesOf = (kind: string): unknown[] => lines.filter((line) => line.kind === kind).map(({ name }) => name);
  expect(namesOf("issue")).toEqual(["Water", "Water › Fares"]);
  expect(namesOf("actor")).toEqual(["Board", "Council"]);
  expect(lines.filter(({ kind }) => kind === "stance").map(({ polarity }) => polarity)).toContain(1);
});

test("words are words: nothing is a formula, and what XML has no place for is a space", async () => {
  const quote = "=1+1\u0000\u000b\uffff\ufffe<b>&\ttab\nline";
  const { xml, cells } = await sheet(1, [{ ...first, quote }]);
  expect(xml).not.toContain("<f>");
  expect([...cells.values()]).toContain("=1+1    &lt;b&gt;&amp;\ttab\nline");
});

test("a cell holds no more than a spreadsheet takes, and whole characters", async () => {
  const { cells } = await sheet(1, [{ ...first, quote: `${"x".repeat(31_999)}😀 and more` }]);
  const longest = [...cells.values()].sort((a, b) => b.length - a.length)[0];
  expect(longest).toBe("x".repeat(31_999));
});

test("numbers are numbers, and nothing is an empty cell", async () => {
  const { xml, cells } = await sheet(4);
  const heads = [...cells].filter(([at]) => /^[A-Z]+1$/.test(at));
  const column = heads.find(([, text]) => text === "claims and notes")?.[0].replace("1", "") ?? "";
  expect([cells.get(`${column}2`), cells.get(`${column}3`)]).toEqual(["2", "1"]);
  expect(xml).toMatch(new RegExp(`<c r="${column}2"(?![^>]*t="s")`));
});

// ISO/IEC 29500-1, 18.3.1.2: the filter reaches over the whole table; 18.3.1.66: the heads stay in view.
test("each sheet is filtered over all its columns and lines, and its heads stay in view", async () => {
  for (const [index, { facts }] of sheetsOf({ library, coded, rows, words: englishWords }).entries()) {
    const { xml } = await sheet(index + 1);
    const [, last, lines] = /<autoFilter ref="A1:([A-Z]+)(\d+)"\/>/.exec(xml) ?? [];
    const number = [...(last ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    expect([number, Number(lines)]).toEqual([facts[0]?.length, facts.length]);
    expect(xml).toContain('ySplit="1"');
    expect(xml).toContain('fitToHeight="0"');
  }
});

test("columns are as wide as their words, between 8 and 60 characters, those of numbers 14 at most", async () => {
  const { xml } = await sheet(1, [{ ...first, quote: "x".repeat(500) }]);
  const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(Math.max(...widths)).toBe(60);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(8);
});
