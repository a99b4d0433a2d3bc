import { expect, test } from "vitest";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { libraryWith } from "../../../../shared/codebook/codebook.cases.ts";
import { reportOf } from "../../../../shared/report/outline.ts";
import { nameValue, type PdfObject, refTo } from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { reading } from "../../pdfium/page.cases.ts";
import { addOutline, type Branch, claimsBranch } from "./outline.ts";
import { handMade } from "./pdf.cases.ts";

const there: PdfObject = [refTo(3), nameValue("Fit")];
const branch = (title: string, ...children: Branch[]): Branch => ({ title, destination: there, children });

/** A file of one page with these objects from number 4 on, and a branch added to the outline its catalog names. */
async function withBranch(added: Branch, outlines: string, objects: readonly string[] = []) {
  const file = handMade([
    `<</Type/Catalog/Pages 2 0 R${outlines}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>",
    "<</Type/Page/Parent 2 0 R>>",
    ...objects,
  ]);
  const update = new PdfUpdate(new PdfSource(file));
  const { ref, dict } = update.source.catalog();
  const root = addOutline(update, added, dict.get("Outlines") ?? null);
  update.set(ref, new Map([...dict, ["Outlines", root]]));
  const bytes = update.finish();
  const source = new PdfSource(bytes);
  const entries = await reading(bytes, (reader) => reader.outline());
  return { source, root: source.dict(source.catalog().dict.get("Outlines")), entries };
}

const tree = branch("Claims", branch("Water (2)", branch("+ Ada: one"), branch("− Ada: two")), branch("Air (0)"));
const titles = ["1 Claims 0", "2 Water (2) 0", "3 + Ada: one 0", "3 − Ada: two 0", "2 Air (0) 0"];
const lines = (entries: readonly { level: number; title: string; page: number | null }[]): string[] =>
  entries.map(({ level, title, page }) => `${level} ${title} ${page}`);

test("a file without an outline begins one, and every entry is found", async () => {
  const { root, entries } = await withBranch(tree, "");
  expect(lines(entries)).toEqual(titles);
  expect(root.get("Count")).toBe(1);
  expect(root.get("First")).toEqual(root.get("Last"));
});

test("a branch comes after the entries that are there, which stay as they were", async () => {
  const { source, root, entries } = await withBranch(tree, "/Outlines 4 0 R", [
    "<</Type/Outlines/First 5 0 R/Last 6 0 R/Count 2>>",
    "<</Title(One)/Parent 4 0 R/Next 6 0 R/Dest[3 0 R/Fit]/C[1 0 0]>>",
    "<</Title(Two)/Parent 4 0 R/Prev 5 0 R/Dest[3 0 R/Fit]/F 2>>",
  ]);
  expect(lines(entries)).toEqual(["1 One 0", "1 Two 0", ...titles]);
  expect([root.get("First"), root.get("Count")]).toEqual([refTo(5), 3]);
  expect(source.dict(refTo(6)).get("F")).toBe(2);
  const last = source.dict(root.get("Last"));
  expect([last.get("Prev"), last.get("Parent")]).toEqual([refTo(6), refTo(4)]);
  expect(source.dict(refTo(6)).get("Next")).toEqual(root.get("Last"));
});

test.each([
  ["/Count 5", 6],
  ["/Count -5", 1],
  ["", 1],
  ["/Count 6 0 R", 8],
])("an outline with %j counts its open entries: %d", async (count, wanted) => {
  const { root } = await withBranch(branch("Claims"), "/Outlines 4 0 R", [
    `<</First 5 0 R/Last 5 0 R${count}>>`,
    "<</Title(One)/Parent 4 0 R>>",
    "7",
  ]);
  expect(root.get("Count")).toBe(wanted);
});

test("an outline that is written in the catalog itself is taken along", async () => {
  const { entries } = await withBranch(branch("Claims"), "/Outlines<</First 4 0 R/Last 4 0 R/Count 1>>", [
    "<</Title(One)/Dest[3 0 R/Fit]>>",
  ]);
  expect(lines(entries)).toEqual(["1 One 0", "1 Claims 0"]);
});

// ISO 32000-1, table 153: entries of one level are linked both ways; a closed entry counts those under it as negative.
test("entries are linked both ways, closed, and only those with others under them count", async () => {
  const { source, root } = await withBranch(tree, "");
  const claims = source.dict(root.get("First"));
  expect(claims.get("Count")).toBe(-2);
  const [water, air] = [source.dict(claims.get("First")), source.dict(claims.get("Last"))];
  expect([water.get("Count"), air.has("Count"), air.has("First")]).toEqual([-2, false, false]);
  expect([water.get("Next"), air.get("Prev")]).toEqual([claims.get("Last"), claims.get("First")]);
  expect([water.has("Prev"), air.has("Next"), claims.has("Prev"), claims.has("Next")]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(water.get("Parent")).toEqual(root.get("First"));
});

test("an entry that leads nowhere has no destination", async () => {
  const { source, root } = await withBranch({ title: "Claims", destination: null, children: [] }, "");
  expect(source.dict(root.get("First")).has("Dest")).toBe(false);
});

const library = libraryWith(["Water", "Water/Price"], [["Water supports", "Water/Price opposes"], ["Water none"]]);
const rows = claimRows(library, allCoded(library), new Map());
const report = reportOf(
  library,
  rows.map((row, index) => (index === 0 ? { ...row, quote: `${"long words ".repeat(20)}` } : { ...row, actor: null })),
  "2026-01-02T03:04:05Z",
);

test("a branch has an entry for each issue with its claims, and leads to their places", () => {
  const made = claimsBranch(report, there, (id) => (id === rows[0]?.id ? [refTo(9)] : null));
  expect([made.title, made.destination]).toEqual(["Claims", there]);
  expect(made.children.map(({ title, children }) => [title, children.length])).toEqual(
    report.issues.map(({ issue, claims }) => [`${issue} (${claims.length})`, claims.length]),
  );
  const [first] = made.children.flatMap(({ children }) => children);
  expect(first?.destination).toEqual([refTo(9)]);
  expect(made.children[0]?.destination).toEqual(made.children[0]?.children[0]?.destination);
});

test("a claim's entry has stance, actor and quote; a long quote is cut between words", () => {
  const entries = claimsBranch(report, null, () => null).children.flatMap(({ children }) => children);
  const [long = "", ...others] = entries.map(({ title }) => title).sort((a, b) => b.length - a.length);
  expect(long).toMatch(/^\S Harbour Board: (long words )+(long )?…$/);
  expect(long.length).toBeLessThan(95);
  expect(others.at(-1)).toBe("◌ q");
});

test.each([
  ["seventy characters", "x".repeat(70), "x".repeat(70)],
  ["more, with a space", `${"x".repeat(40)} ${"y".repeat(40)}`, `${"x".repeat(40)} …`],
  ["more, without a space", "x".repeat(71), `${"x".repeat(70)} …`],
  ["a pair of units at the cut", `${"x".repeat(69)}😀😀`, `${"x".repeat(69)} …`],
  ["lines", "one\n  two\tthree ", "one two three"],
])("a quote of %s", (_, quote, shown) => {
  const [row] = rows;
  if (row === undefined) throw new Error("there is no claim");
  const report = reportOf(library, [{ ...row, quote, actor: null }], "2026-01-02T03:04:05Z");
  const [leaf] = claimsBranch(report, null, () => null).children.flatMap(({ children }) => children);
  expect(leaf?.title.slice(2)).toBe(shown);
});
