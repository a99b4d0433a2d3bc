import { expect, test } from "vitest";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { type ClaimRow, claimRows } from "../../../../shared/claims/rows.ts";
import { libraryWith } from "../../../../shared/codebook/codebook.cases.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { reportOf } from "../../../../shared/report/outline.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import { reading } from "../../pdfium/page.cases.ts";
import { samplePaper } from "./pdf.cases.ts";
import { linkScheme, summaryMarkup, summaryPages } from "./summary.ts";

const library = libraryWith(
  ["Water", "Water/Fares"],
  [["Water supports 2"], ["Water/Fares opposes", "Water none"], []],
);
const rows = claimRows(library, allCoded(library), new Map());
const made = "2026-01-02T03:04:05Z";
const a4 = { width: 595, height: 842 };
type Part = Readonly<{ rows?: readonly ClaimRow[]; paper?: Partial<Paper>; size?: { width: number; height: number } }>;
const summary = ({ rows: own = rows, paper = {}, size = a4 }: Part = {}) => ({
  library,
  paper: { ...samplePaper, ...paper },
  report: reportOf(library, own, made),
  rows: own,
  colours: "stance" as const,
  size,
  words: englishWords,
});
const markup = (part?: Part): string => summaryMarkup(summary(part));

/** The words of the pages made, those of a line together. */
async function textOf(part?: Part): Promise<string> {
  return reading(summaryPages(summary(part)), (reader) => {
    const pages = Array.from({ length: reader.pageCount }, (_, index) => reader.page(index).chars);
    return pages.map((chars) => Array.from({ length: chars.length }, (_, k) => chars.text(k)).join("")).join("\n");
  });
}

test("every claim is in the index once for each of its positions, with a link to its place", () => {
  const links = [...markup().matchAll(new RegExp(`"${linkScheme}([^"]+)"`, "g"))].map(([, id]) => id);
  const wanted = rows.flatMap((row) =>
    Array.from({ length: Math.max(1, row.positions.length) }, () => row.id as string),
  );
  expect(links.sort()).toEqual(wanted.sort());
});

test("counts are of claims, issues, actors and notes, each by its own word", async () => {
  const text = (await textOf()).replace(/\s+/g, " ");
  for (const count of ["2 claims", "2 issues", "1 actor", "1 note"]) expect(text).toContain(count);
});

test("an entry says stance and strength, actor, certainty, grade, coder, day and links, as far as they are known", () => {
  const [row] = rows.filter(({ positions }) => positions.length === 1);
  if (row === undefined) throw new Error("there is no claim of one position");
  const detailsOf = (part: Partial<ClaimRow>): string =>
    /#item\([^\n]*?, "([^"]* · [^"]*)", (?:none|emph)/.exec(markup({ rows: [{ ...row, ...part }] }))?.[1] ?? "";
  expect(detailsOf({})).toBe("supports (medium) · Harbour Board · Ada, 2026-01-01");
  expect(detailsOf({ actor: null, certainty: 4, grade: "B2", relations: ["contradicts “x”"] })).toBe(
    "supports (medium) · no actor named · certainty 4 of 5 · source B2 · Ada, 2026-01-01 · contradicts “x”",
  );
});

test("a paper that has notes alone has no chart and no legend", () => {
  const notes = rows.filter(({ positions }) => positions.length === 0);
  const made = markup({ rows: notes });
  expect(made).not.toContain("Issues and stances");
  expect(made).not.toContain("Claims by issue");
  expect(made).toContain("Notes");
  expect(markup({ rows: rows.filter(({ positions }) => positions.length > 0) })).not.toMatch(/^= #"Notes"/m);
});

const hostile = 'x"] #panic("no") $y$ \\ `z` <a> @b // c\n= d';

test("no word of a paper or a claim is mark-up", async () => {
  const own = rows.map((row) => ({ ...row, quote: hostile, note: hostile, actor: hostile, coder: hostile }));
  const text = (await textOf({ rows: own, paper: { title: hostile, authors: [hostile], date: "2021" } })).replace(
    /\s+/g,
    "",
  );
  expect(text).toContain('#panic("no")$y$');
  expect(text.match(/x"\]#panic/g)?.length).toBeGreaterThan(4);
});

test("authors and the day of a paper are on its first page, nothing where there are none", async () => {
  const text = (await textOf({ paper: { authors: ["Ada Lind", "Ben Ray"], date: "2021-03" } })).replace(/\s+/g, " ");
  expect(text).toContain("Ada Lind, Ben Ray · 2021-03");
  expect(await textOf({ paper: { authors: [], date: null } })).not.toContain("·  ·");
});

test.each([
  ["A4", a4],
  ["a slide", { width: 720, height: 405 }],
  ["a small page", { width: 300, height: 420 }],
  ["a large page", { width: 1190, height: 1684 }],
])("pages have the size of the paper's: %s", async (_, size) => {
  const boxes = await reading(summaryPages(summary({ size })), (reader) => {
    const pages = Array.from({ length: reader.pageCount }, (_unit, index) => reader.page(index).visible);
    return pages.map(([x0, y0, x1, y1]) => [Math.round(x1 - x0), Math.round(y1 - y0)]);
  });
  expect(boxes.length).toBeGreaterThan(0);
  for (const box of boxes) expect(box).toEqual([size.width, size.height]);
});

test("a wide page has two columns, a high one has one", () => {
  expect(markup({ size: { width: 720, height: 405 } })).toContain("columns: 2");
  expect(markup({ size: { width: 400, height: 350 } })).not.toContain("columns: 2");
  expect(markup()).not.toContain("columns: 2");
});

test("a quote from right to left is turned, one from left to right is not", () => {
  const turned = (quote: string): boolean =>
    /#item\([^\n]*turned\(/.test(markup({ rows: rows.slice(0, 1).map((row) => ({ ...row, quote })) }));
  expect([turned("پانی سب کا ہے"), turned("Water for all")]).toEqual([true, false]);
});
