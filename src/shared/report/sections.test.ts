import { expect, test } from "vitest";
import { Ach } from "../analysis/ach.ts";
import { wordsOfData } from "../analysis/facts.ts";
import { libraryOf, named, type Statement } from "../analysis/library.cases.ts";
import { positionRows } from "../analysis/table.ts";
import { allCoded } from "../claims/claims.ts";
import { claimRows } from "../claims/rows.ts";
import { citationsOf, pagePlace, uncited } from "./cite.ts";
import type { ReportContext } from "./context.ts";
import { nameOfClaim, reportOf } from "./outline.ts";
import { sectionBlocks, sectionTable } from "./sections.ts";
import { ReportSection, SectionKind } from "./template.ts";
import { lettersOf, notesOf, plain, type ReportBlock } from "./tree.ts";
import { englishWords } from "./words.ts";

const made = "2026-01-02T03:04:05Z";

function contextOf(statements: readonly Statement[], part: Partial<ReportContext> = {}): ReportContext {
  const library = libraryOf(statements);
  const coded = allCoded(library);
  const rows = claimRows(library, coded, new Map());
  return {
    ...{
      library,
      rows,
      made,
      filter: "",
      hypotheses: [],
      noted: new Set<string>(),
      moved: new Set(),
      words: englishWords,
    },
    positions: positionRows(library, coded),
    outline: reportOf(library, rows, made),
    citations: citationsOf(uncited),
    ...part,
  };
}

/** Blocks in short: what each is and what it says first. */
function outlined(blocks: readonly ReportBlock[]): string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case "heading":
        return `${"#".repeat(block.level)} ${block.text}`;
      case "paragraph":
        return lettersOf(block.runs);
      case "quote":
        return `> ${block.quote.words} (${block.quote.source})`;
      case "pair":
        return `${block.title}: ${block.sides.map(({ words, look }) => `${words} ${look}`).join(" | ")}`;
      case "table":
      case "chart":
        return `${block.kind} ${block.caption}`;
      default:
        return block.kind;
    }
  });
}

const section = (kind: string, part: object = {}): ReportSection => ReportSection.parse({ kind, ...part });
const shown = (statements: readonly Statement[], kind: string, part: object = {}): string[] =>
  outlined(sectionBlocks(contextOf(statements), section(kind, part)).blocks);

const statements: readonly Statement[] = [
  { actor: "Board", issues: ["Water +"], paper: "First", date: "2020", at: [0, 4], strength: 3, quote: "Pay" },
  { actor: "Town", issues: ["Water -"], paper: "First", date: "2020", at: [5, 9], quote: "Never" },
  { actor: "Board", issues: ["Roads +"], paper: "Second", date: "2022", at: [0, 4], quote: "Build" },
  { actor: null, issues: [], paper: "Second", date: "2022", at: [5, 9], quote: "A note" },
];

test.each(SectionKind.options.filter((kind) => kind !== "text" && kind !== "method" && kind !== "codebook"))(
  "of an empty library the section %s says nothing but what is always there",
  (kind) => {
    const always: Readonly<Record<string, string[]>> = {
      contents: ["contents"],
      summary: ["0 claims · 0 positions on 0 issues · 0 actors · 0 papers"],
    };
    expect(shown([], kind)).toEqual(always[kind] ?? []);
  },
);

test("issues come with their quotes, each with stance, actor and page", () => {
  expect(shown(statements, "issues")).toEqual([
    "## Water",
    "> Pay (+\u00a0supports (strong) · Board · p.\u00a0)",
    "> Never (−\u00a0opposes · Town · p.\u00a0)",
    "## Roads",
    "> Build (+\u00a0supports · Board · p.\u00a0)",
  ]);
  expect(shown([{ actor: null, issues: ["Water ."], quote: "Who" }], "issues")[1]).toBe(
    "> Who (◌\u00a0no stance · no actor named · p.\u00a0)",
  );
});

test("notes are quoted with their page alone", () => {
  expect(shown(statements, "notes")).toEqual(["> A note (p.\u00a0)"]);
});

test("the matrix with its chart, or without", () => {
  const caption = "Positions by issue and stance (3)";
  expect(shown(statements, "matrix")).toEqual([`chart ${caption}`, `table ${caption}`]);
  expect(shown(statements, "matrix", { chart: false })).toEqual([`table ${caption}`]);
});

test.each([
  ["more issues than actors", ["Water +", "Roads -"], "issue and actor"],
  ["as many issues as actors", ["Water +"], "actor and issue"],
])("the longer list goes down the page: %s", (_, issues, by) => {
  expect(shown([{ actor: "Board", issues }], "actors")).toEqual([
    `chart Positions by ${by}; + and − where the mean takes a side`,
    "table Positions by actor and stance",
  ]);
  expect(shown([{ actor: "Board", issues }], "actors", { chart: false })).toHaveLength(1);
});

test("contradictions: a dispute, and an actor on both sides; both sides in one paper are not said again", () => {
  const turned: readonly Statement[] = [
    ...statements,
    { actor: "Board", issues: ["Roads -"], paper: "First", date: "2020", at: [10, 14], quote: "Stop" },
  ];
  expect(shown(turned, "contradictions")).toEqual([
    "Water: Board against Town (1 for, 1 against): Pay supports | Never opposes",
    "Roads: Board on both sides (1 for, 1 against): Build supports | Stop opposes",
  ]);
  expect(shown(turned, "contradictions", { most: 1 })).toHaveLength(1);
});

test("a claim that supports and opposes one issue is shown with the stance of its side", () => {
  const [pair] = sectionBlocks(
    contextOf([{ actor: "Board", issues: ["Water +", "Water -"], quote: "Both" }]),
    section("contradictions"),
  ).blocks;
  expect(pair?.kind === "pair" ? pair.sides.map(({ look, source }) => [look, source]) : []).toEqual([
    ["supports", "+\u00a0supports · Board · p.\u00a0"],
    ["opposes", "−\u00a0opposes · Board · p.\u00a0"],
  ]);
});

test.each([
  [[], undefined],
  [[null], "1 position has no date."],
  [[null, null], "2 positions have no date."],
])("undated positions %j: %s", (dates, words) => {
  const undated = dates.map((date): Statement => ({ actor: "X", issues: ["Water +"], paper: "Third", date }));
  const blocks = shown([...statements, ...undated], "timeline");
  expect(blocks.slice(0, 2)).toEqual([
    "chart Positions by the date of their paper",
    "table Positions by the date of their paper",
  ]);
  expect(blocks[2]).toBe(words);
});

test("of a single period there is no line through time; periods without positions are in no line of the table", () => {
  expect(shown(statements.slice(0, 2), "timeline")).toEqual(["table Positions by the date of their paper"]);
  const table = sectionBlocks(contextOf(statements), section("timeline", { lanes: "all" })).blocks[1];
  expect(table?.kind === "table" ? table.lines.map((line) => line.slice(0, 4)) : []).toEqual([
    ["All", "2020", 1, 1],
    ["All", "2022", 1, 0],
  ]);
  expect(table?.kind === "table" ? table.heads.slice(0, 3) : []).toEqual(["All", "Period", "+\u00a0supports"]);
});

test("a network has its measures in the caption, and none is drawn where nobody is tied", () => {
  expect(shown(statements, "network")).toEqual([
    "chart Agreement less conflict between actors; dashed where conflict prevails. " +
      "Two camps explain 100 % of the ties; polarisation 0.00 (0 none, 1 full)",
    "table Agreement less conflict between actors; dashed where conflict prevails",
  ]);
  expect(shown(statements, "network", { tie: "affiliation" })[1]).toBe(
    "table Actors and the issues they speak about; dashed lines oppose",
  );
  expect(shown(statements, "network", { tie: "congruence" })).toEqual([]);
});

test("ties of affiliation are counts, not averages", () => {
  const blocks = sectionBlocks(
    contextOf([...statements, ...statements]),
    section("network", { tie: "affiliation" }),
  ).blocks;
  const table = blocks[1];
  expect(table?.kind === "table" ? table.lines : []).toEqual([
    ["Board", "Water", "2.00"],
    ["Board", "Roads", "2.00"],
    ["Town", "Water", "−2.00"],
  ]);
});

const ach = (id: string): Ach =>
  Ach.parse({
    id,
    question: `Why ${id}?`,
    hypotheses: [
      { id: "h1", name: "Money", issue: null },
      { id: "h2", name: "Sand", issue: null },
    ],
    evidence: [{ id: "e1", text: "Grant", claims: [], credibility: "medium", relevance: "medium" }],
    marks: { "e1:h1": "II" },
  });

test("competing hypotheses: all of them, or the one that is asked for", () => {
  const context = contextOf([], { hypotheses: [ach("a"), ach("b")] });
  const textsOf = (id: string): string[] =>
    outlined(sectionBlocks(context, section("ach", { id })).blocks).filter((line) => line.startsWith("##"));
  expect([textsOf(""), textsOf("b"), textsOf("c")]).toEqual([["## Why a?", "## Why b?"], ["## Why b?"], []]);
  const table = sectionBlocks(context, section("ach", { id: "a" })).blocks.at(-1);
  expect(table).toMatchObject({
    heads: ["Evidence", "Money", "Sand", "Weight", "Diagnosticity", "Decisive"],
    lines: [["Grant", "II", "N", "1.00", "1.00", "yes"]],
    foot: ["Inconsistency", -2, 0, null, null, null],
  });
});

test("measures have two decimals and a minus sign, and their 0 is shown; counts stay as they are", () => {
  const facts = [
    ["actor", "+ for", "mean", "weight", "diagnosticity"],
    ["A", 0, -0.126, 0, null],
    ["all", 3, 1, 2, 0.5],
  ];
  expect(sectionTable("C", facts, true, wordsOfData)).toEqual({
    kind: "table",
    caption: "C",
    heads: ["Actor", "+\u00a0for", "Mean", "Weight", "Diagnosticity"],
    lines: [["A", 0, "−0.13", "0.00", null]],
    foot: ["all", 3, "1.00", "2.00", "0.50"],
  });
  expect(sectionTable("C", facts, false, wordsOfData).lines.map(([name]) => name)).toEqual(["A", "all"]);
  expect(sectionTable("C", [], true, wordsOfData)).toEqual({
    kind: "table",
    caption: "C",
    heads: [],
    lines: [],
    foot: null,
  });
});

test("a paper is cited in full by its first note and in short by those after it", () => {
  const cited = { full: [plain(`Ann, Weir, ${pagePlace}.`)], again: [plain(`Ann, ${pagePlace}`)], short: "Ann" };
  const context = contextOf(statements, {
    citations: citationsOf({ papers: { [named.paper("First")]: cited }, entries: [] }),
  });
  const [pay, never] = [named.claim(0), named.claim(1)];
  const text = `They pay.[@${pay}] Others never.[@${never}] It is noted.[@${named.claim(3)}]`;
  const { blocks, flags } = sectionBlocks(context, section("text", { text }));
  expect(flags).toEqual([]);
  const notes = notesOf({ title: "", byline: "", made, blocks, flags, words: englishWords }).map(lettersOf);
  expect(notes).toEqual([
    `Board: “Pay” Ann, Weir, p.\u00a0. Water: +\u00a0supports (strong) · Ada, 2026-01-02 · ${nameOfClaim(pay)}`,
    `Town: “Never” Ann, p.\u00a0 · Water: −\u00a0opposes · Ada, 2026-01-02 · ${nameOfClaim(never)}`,
    `“A note” p.\u00a0 · Ada, 2026-01-02 · ${nameOfClaim(named.claim(3))}`,
  ]);
});
