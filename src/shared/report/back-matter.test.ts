import { expect, test } from "vitest";
import { libraryOf, named, type Statement } from "../analysis/library.cases.ts";
import { positionRows } from "../analysis/table.ts";
import { apply } from "../change/change.ts";
import { allCoded } from "../claims/claims.ts";
import { claimRows } from "../claims/rows.ts";
import { ActorId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { appendixBlocks, codebookBlocks, methodBlocks, summaryBlocks } from "./back-matter.ts";
import { citationsOf, uncited } from "./cite.ts";
import type { ReportContext } from "./context.ts";
import { nameOfClaim, reportOf } from "./outline.ts";
import { lettersOf, plain, type ReportBlock } from "./tree.ts";
import { englishWords } from "./words.ts";

const made = "2026-01-02T03:04:05Z";

function contextOf(library: Library, part: Partial<ReportContext> = {}): ReportContext {
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
    citations: citationsOf({ ...uncited, entries: [[plain("Ann. Weir.")]] }),
    ...part,
  };
}

/** Blocks as a person would write them down: a table as its caption, heads and lines. */
function written(blocks: readonly ReportBlock[]): unknown[] {
  return blocks.flatMap((block): unknown[] => {
    if (block.kind === "paragraph") return [lettersOf(block.runs)];
    if (block.kind === "list") return block.items.map((item) => `• ${lettersOf(item)}`);
    return block.kind === "table" ? [block.caption, block.heads, ...block.lines] : [block.kind];
  });
}

const statements: readonly Statement[] = [
  {
    actor: "Board",
    issues: ["Water +", "Roads -"],
    paper: "First",
    date: "2020",
    at: [0, 25],
    strength: 3,
    certainty: 4,
  },
  { actor: "Town", issues: ["Water ."], paper: "First", date: "2020", at: [20, 30] },
  { actor: null, issues: ["Water +"], paper: "Second", date: null, at: [0, 1] },
  { actor: null, issues: [], paper: "Second", date: null, at: [50, 100], quote: "A note" },
];

test("the summary counts claims, positions, issues, actors and papers, the stances that occur, and each paper", () => {
  expect(written(summaryBlocks(contextOf(libraryOf(statements))))).toEqual([
    "3 claims · 4 positions on 2 issues · 2 actors · 2 papers",
    "+ supports 2 · − opposes 1 · ◌ no stance 1",
    "Papers",
    ["Paper", "Authors", "Date", "Claims and notes", "Coverage"],
    ["First", "Ann Author", "2020", 2, "30 %"],
    ["Second", "Ann Author", null, 2, "1 %"],
  ]);
});

test("one of each is said in the singular, none in the plural; without papers cited there is no table of them", () => {
  const context = contextOf(libraryOf([{ actor: "Board", issues: ["Water +"] }]), { citations: citationsOf(uncited) });
  expect(written(summaryBlocks(context))).toEqual([
    "1 claim · 1 position on 1 issue · 1 actor · 1 paper",
    "+ supports 1",
  ]);
  expect(written(summaryBlocks(contextOf(libraryOf([]), { citations: citationsOf(uncited) })))).toEqual([
    "0 claims · 0 positions on 0 issues · 0 actors · 0 papers",
  ]);
});

test("the appendix has a line for each position, and one for a note", () => {
  const library = libraryOf(statements);
  const [table] = appendixBlocks(contextOf(library));
  const name = (index: number): string => nameOfClaim(named.claim(index));
  expect(written(table === undefined ? [] : [table])).toEqual([
    "All claims and notes",
    ["Id", "Quote", "Issue and stance", "Actor", "Page", "Coder (certainty)"],
    // Positions are in the order of their identifiers.
    [name(0), `“${"x".repeat(25)}”`, "Roads: −\u00a0opposes (strong)", "Board", "p.\u00a0", "Ada (4)"],
    [name(0), `“${"x".repeat(25)}”`, "Water: +\u00a0supports (strong)", "Board", "p.\u00a0", "Ada (4)"],
    [name(1), `“${"x".repeat(10)}”`, "Water: ◌\u00a0no stance", "Town", "p.\u00a0", "Ada"],
    [name(2), "“x”", "Water: +\u00a0supports", null, "p.\u00a0", "Ada"],
    [name(3), "“A note”", "note", null, "p.\u00a0", "Ada"],
  ]);
  expect(appendixBlocks(contextOf(libraryOf([])))).toEqual([]);
});

const actor = (name: string, part: object = {}) => ({
  table: "actors" as const,
  from: null,
  to: { id: named.actor(name), name, kind: null, aliases: [], parent: null, ...part },
});

test("the codebook: columns that nobody filled in are left out", () => {
  const library = libraryOf([{ actor: null, issues: ["Water/Fares +"] }]);
  const water = library.issues[named.issue("Water")];
  if (water === undefined) throw new Error("there is such an issue");
  const board = actor("Board", { kind: "organisation", aliases: ["HB", "The Board"] });
  const edits = [
    { table: "issues" as const, from: water, to: { ...water, definition: "What it costs", exclude: "Rain" } },
    actor("Ann", { parent: ActorId.parse(named.actor("Board")) }),
  ];
  expect(written(codebookBlocks(contextOf(apply(library, { edits: [board, ...edits] }))))).toEqual([
    "Issues",
    ["Issue", "Definition", "Exclude"],
    ["Water", "What it costs", "Rain"],
    ["Water › Fares", "", ""],
    "Stances",
    ["Stance", "Polarity"],
    ["+ supports", "for"],
    ["− opposes", "against"],
    ["○ neutral", "between"],
    ["± mixed", "between"],
    ["? unclear", "none"],
    "Actors",
    ["Actor", "Kind", "Other names", "Belongs to"],
    ["Ann", null, "", "Board"],
    ["Board", "organisation", "HB; The Board", null],
  ]);
});

test("names alone are running text: a list of roots with what is under them, or one line", () => {
  const library = libraryOf([{ actor: null, issues: ["Water/Fares/Low +", "Water/Rain +", "Roads +"] }]);
  const blocks = codebookBlocks(contextOf(apply(library, { edits: [actor("Cid"), actor("Bea")] })));
  expect(written(blocks).filter((line) => typeof line === "string")).toEqual([
    "Issues",
    "• Water: Fares · Low · Rain",
    "• Roads",
    "Stances",
    "Actors",
    "Bea · Cid",
  ]);
  expect(codebookBlocks(contextOf(libraryOf([]))).map(({ kind }) => kind)).toEqual(["table"]);
});

const methodOf = (statements: readonly Statement[], part: Partial<ReportContext> = {}): string[] =>
  written(methodBlocks(contextOf(libraryOf(statements), part))).map(String);

test("the method says who coded how much and when, what was filtered, and when the report was made", () => {
  const [coder, filter, ...rules] = methodOf(statements);
  expect(coder).toBe("• 4 claims and notes by Ada, 2026-01-02");
  expect(filter).toBe("• The report covers the whole library.");
  expect(rules).toHaveLength(4);
  expect(rules.at(-1)).toBe(
    "• Created with Stancemark on 2026-01-02; each claim shows the end of its identifier, as in #1a2b3c4d.",
  );
  expect(methodOf(statements.slice(0, 1), { filter: "actor:Board" }).slice(0, 2)).toEqual([
    "• 1 claim or note by Ada, 2026-01-02",
    "• The report covers the claims and notes that match this filter: actor:Board.",
  ]);
});

test("several coders are named each with the days of their first and last claim", () => {
  const { rows } = contextOf(libraryOf(statements));
  const own = rows.map((row, index) => ({
    ...row,
    coder: index === 1 ? "" : "Bea",
    created: `2026-01-${String(20 - index).padStart(2, "0")}T00:00:00Z`,
  }));
  expect(methodOf(statements, { rows: own }).slice(0, 2)).toEqual([
    "• 3 claims and notes by Bea, 2026-01-17 to 2026-01-20",
    "• 1 claim or note by an unnamed coder, 2026-01-19",
  ]);
});

test.each([
  [0, undefined],
  [1, "• 1 quote can no longer be found word for word at the original place in the paper."],
  [2, "• 2 quotes can no longer be found word for word at the original place in the paper."],
])("%i quotes that are gone from their place: %s", (count, line) => {
  const moved = new Set(Array.from({ length: count }, (_, index) => named.claim(index)));
  expect(methodOf(statements, { moved }).find((text) => text.includes("no longer"))).toBe(line);
});
