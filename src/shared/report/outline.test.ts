import { expect, test } from "vitest";
import { libraryOf, named, type Statement } from "../analysis/library.cases.ts";
import { apply } from "../change/change.ts";
import { allCoded } from "../claims/claims.ts";
import { type ClaimRow, claimRows } from "../claims/rows.ts";
import { blankIssue } from "../model/codebook.ts";
import type { Library } from "../model/library.ts";
import {
  claimPlace,
  codedAs,
  detailsOf,
  issueOrder,
  nameOfClaim,
  pageName,
  printPositions,
  reportOf,
  strengthName,
} from "./outline.ts";

const made = "2026-01-02T03:04:05Z";
const rowsOf = (library: Library): ClaimRow[] => claimRows(library, allCoded(library), new Map());
const outlineOf = (statements: readonly Statement[]) => {
  const library = libraryOf(statements);
  return reportOf(library, rowsOf(library), made);
};

const statements: readonly Statement[] = [
  { actor: "Board", issues: ["Water/Fares +", "Roads -"], paper: "First", date: "2020", strength: 3 },
  { actor: "Town", issues: ["Water -"], paper: "First", date: "2020", at: [5, 9] },
  { actor: "Town", issues: ["Water/Fares ."], paper: "Second", date: null },
  { actor: null, issues: [], paper: "Second", date: null, at: [5, 9] },
];

test("issues are in the order of the codebook with their claims; a claim with two is under both", () => {
  const { issues, table, totals, stances } = outlineOf(statements);
  expect(issues.map(({ issue, claims }) => [issue, claims.map(({ stance, strength }) => [stance, strength])])).toEqual([
    ["Water", [["opposes", null]]],
    [
      "Water › Fares",
      [
        ["supports", 3],
        [null, null],
      ],
    ],
    ["Roads", [["opposes", 3]]],
  ]);
  expect(stances.map(({ name }) => name)).toEqual(["supports", "opposes", "neutral", "mixed", "unclear", "no stance"]);
  expect(table.map(({ counts, total }) => [counts.join(""), total])).toEqual([
    ["010000", 1],
    ["100001", 2],
    ["010000", 1],
  ]);
  expect(totals).toEqual([1, 2, 0, 0, 0, 1]);
});

test("no stance has a column only where a claim has none", () => {
  expect(outlineOf(statements.slice(0, 2)).stances).toHaveLength(5);
});

test("papers are counted with their claims and notes; of one paper the title says which", () => {
  const all = outlineOf(statements);
  expect(all.title).toBe("Claims by issue");
  expect(all.papers).toEqual([
    { title: "First", authors: ["Ann Author"], date: "2020", claims: 2 },
    { title: "Second", authors: ["Ann Author"], date: null, claims: 2 },
  ]);
  expect(outlineOf(statements.slice(0, 2)).title).toBe("Claims in “First”");
  expect(outlineOf([]).title).toBe("Claims by issue");
});

test("notes are apart, and in no table", () => {
  const { notes, table } = outlineOf(statements);
  expect(notes.map(({ id }) => id)).toEqual([named.claim(3)]);
  expect(table.reduce((sum, { total }) => sum + total, 0)).toBe(4);
});

test("claims of a paper that is gone are counted, and no paper is named for them", () => {
  const library = libraryOf(statements);
  const { papers, table } = reportOf({ ...library, papers: {} }, rowsOf(library), made);
  expect([papers, table.length]).toEqual([[], 3]);
});

test("the order of issues: parents before children, siblings by rank, then by name", () => {
  const library = libraryOf([]);
  const edit = (name: string, rank: number, parent: string | null = null) => ({
    table: "issues" as const,
    from: null,
    to: {
      ...blankIssue,
      ...{ id: named.issue(name), name, rank, colour: "#000000" },
      parent: parent === null ? null : named.issue(parent),
    },
  });
  const edits = [edit("B/C", 2), edit("A", 2), edit("Z", 1), edit("Under", 1, "B/C"), edit("First", 0, "B/C")];
  expect([...issueOrder(apply(library, { edits }))]).toEqual([
    ["Z", 0],
    ["A", 1],
    ["B\\/C", 2],
    ["B\\/C/First", 3],
    ["B\\/C/Under", 4],
  ]);
});

test.each([
  ["12", "p. 12"],
  ["iv", "p. iv"],
  ["§3", "§3"],
  ["A-§", "p. A-§"],
])("the page %s is cited as %s", (label, name) => {
  expect(pageName(label)).toBe(name);
});

test.each([
  [1, "weak"],
  [2, "medium"],
  [3, "strong"],
  [0, ""],
  [4, ""],
])("strength %i is %j", (strength, word) => {
  expect(strengthName(strength)).toBe(word);
});

test.each([
  [{ stance: "supports", glyph: "+", strength: null }, "+\u00a0supports"],
  [{ stance: "opposes", glyph: "−", strength: 1 }, "−\u00a0opposes (weak)"],
  [{ stance: null, glyph: "◌", strength: 3 }, "◌\u00a0no stance (strong)"],
  [{ stance: "note", glyph: "", strength: null }, "note"],
])("the position %j is printed %j", (position, text) => {
  expect(printPositions(position)).toBe(text);
});

const [bare] = rowsOf(libraryOf([{ actor: null, issues: [] }]));
if (bare === undefined) throw new Error("there is one note");
const row: ClaimRow = { ...bare, page: "7" };

test("how a claim was coded: what is not known is left out, a name from right to left is isolated", () => {
  const name = nameOfClaim(row.id);
  expect(name).toBe(`#${row.id.slice(-8)}`);
  expect(codedAs(row)).toEqual(["Ada, 2026-01-02", name]);
  expect(codedAs({ ...row, coder: "" })[0]).toBe("unnamed coder, 2026-01-02");
  expect(
    codedAs({ ...row, certainty: 1, grade: "B2", coder: "عائشہ", relations: ["supports “x”", "contradicts “y”"] }),
  ).toEqual([
    "certainty 1 of 5",
    "source B2",
    "\u2068عائشہ\u2069, 2026-01-02",
    name,
    "supports “x”",
    "contradicts “y”",
  ]);
});

test("the place of a note, and the details of a claim by somebody and by nobody", () => {
  const rest = `Ada, 2026-01-02 · ${nameOfClaim(row.id)}`;
  expect(claimPlace(row)).toBe(`A paper, p. 7 · ${rest}`);
  const held = { stanceId: null, stance: "supports", glyph: "+", look: "supports", strength: 2 } as const;
  expect(detailsOf({ row, ...held })).toBe(`+\u00a0supports (medium) · no actor named · A paper, p. 7 · ${rest}`);
  expect(detailsOf({ row: { ...row, actor: "Board", page: "§2" }, ...held })).toBe(
    `+\u00a0supports (medium) · Board · A paper, §2 · ${rest}`,
  );
});
