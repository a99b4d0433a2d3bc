import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLanguage } from "../../../../shared/messages/languages.ts";
import type { TableBlock } from "../../../../shared/report/tree.ts";
import { englishWords, reportWordsIn } from "../../../../shared/report/words.ts";
import { installedFonts } from "../../typst/fonts.ts";
import { reportMarkup } from "./typst-report.ts";

const compiler = NodeCompiler.create({ fontArgs: [...installedFonts().args] });
const urdu = reportWordsIn(await loadLanguage("ur"));

function markupOf(table: TableBlock, words = englishWords): string {
  return reportMarkup({ title: "", byline: "", made: "2026-01-02T03:04:05Z", blocks: [table], flags: [], words });
}

/** The pages as drawings, places to a hundredth of a point: sums of the same widths may differ in their last digit. */
function pagesOf(markup: string): string {
  const drawing = compiler.plainSvg({ mainFileContent: markup });
  const rounded = drawing.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
  return rounded.replace(/ transform="matrix\(1 0 0 1 -?0 -?0\)"/g, "");
}

/** The same, with every width and height found by Typst. */
function leftToTypst(markup: string): string {
  return markup
    .replace(/#let wide\(.*$/m, "#let wide(..cells) = auto")
    .replace(/, rows: [^:]*, align: /g, ", rows: auto, align: ");
}

const line = fc.constantFrom(
  "Water belongs to all",
  "Вода общая",
  "پانی سب کا حق ہے",
  "水是大家的",
  "AVATAR Tiffany’s",
  "",
);
const letters =
  "Issue 0 › Part 3: + supports (strong); the fare, well-known and/or 45 % of what “a crossing” costs, – AVATAR";
/** Words of all kinds on one to some lines, with every kind of place to break. */
const words = fc
  .array(fc.constantFrom(...letters.split(" ")), { minLength: 3, maxLength: 25 })
  .map((all) => all.join(" "));
const word = fc.constantFrom(
  "Actor 12",
  "Ann Author",
  "2012",
  "#0b7b79be",
  "○ neutral",
  "ff",
  "Rindfleischetikettierungsüberwachungsgesetz",
);
const figure = fc.oneof(
  fc.integer({ min: -3, max: 20_000 }),
  fc.constant(null),
  fc.double({ min: -1, max: 1, noNaN: true }),
);
const cell = { line, words, word, figure };
const table = fc
  .array(fc.constantFrom(...(["line", "words", "words", "word", "figure"] as const)), { minLength: 1, maxLength: 7 })
  .chain((kinds) =>
    fc.record({
      heads: fc.tuple(...kinds.map(() => fc.constantFrom("Issue", "− opposes", "○ neutral", "Claims and notes"))),
      lines: fc.array(fc.tuple(...kinds.map((kind, index) => (index === 0 && kind === "figure" ? word : cell[kind]))), {
        minLength: 1,
        maxLength: 60,
      }),
      foot: fc.option(fc.tuple(...kinds.map(() => figure))),
    }),
  )
  .map((made): TableBlock => ({ kind: "table", caption: "All", tree: false, ...made }));

test.each([
  ["English", englishWords],
  ["Urdu", urdu],
] as const)("a table in %s looks as if Typst had found all widths and heights", (_, words) => {
  fc.assert(
    fc.property(table, (table) => {
      const markup = markupOf(table, words);
      expect(pagesOf(markup) === pagesOf(leftToTypst(markup))).toBe(true);
    }),
    { numRuns: 25, seed: 7 },
  );
});

test("a tree of issues looks the same too", () => {
  const lines = [
    ["Water", 3],
    ["Water › Fares", 2],
    ["Water › Fares › Night", 1],
    ["Air", 0],
  ];
  const markup = markupOf({
    kind: "table",
    caption: "All",
    tree: true,
    heads: ["Issue", "All"],
    lines,
    foot: ["all", 6],
  });
  expect(pagesOf(markup)).toBe(pagesOf(leftToTypst(markup)));
});

test("rows of one line and columns of short words are not left to Typst", () => {
  const lines = Array.from({ length: 40 }, (_, index) => [`Issue ${index % 9}`, index, "2012"]);
  const markup = markupOf({ kind: "table", caption: "All", heads: ["Issue", "All", "Date"], lines, foot: null });
  expect(markup).toMatch(
    /columns: \(1fr, wide\([^a]*\), wide\(.*\),\), rows: \(auto,\) \* 1 \+ \(15\.06\d*pt,\) \* 40, align/,
  );
  expect(markup).not.toMatch(/table\(columns: [^:]*auto/);
});
