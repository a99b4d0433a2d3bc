import { expect, test } from "vitest";
import { allCoded } from "../claims/claims.ts";
import { type ClaimRow, claimRows } from "../claims/rows.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { PaperContent } from "../model/content.ts";
import { reportTree } from "./build.ts";
import { uncited } from "./cite.ts";
import { escapeHtml, reportHtml } from "./html.ts";
import { escapeMarkdown, reportMarkdown } from "./markdown.ts";
import { detailsOf, nameOfClaim, pageName, reportOf } from "./outline.ts";
import { templateNamed } from "./template.ts";
import type { ReportTree } from "./tree.ts";

const library = sampleLibrary();
const content: PaperContent = {
  text: "Ever words",
  blocks: [],
  pages: [{ label: "iii", width: 1, height: 1, rotation: 0 }],
  warnings: [],
};
const rows = claimRows(library, allCoded(library), new Map([[ids.paper, content]]));
const made = "2026-01-02T03:04:05Z";
const report = reportOf(library, rows, made);

function treeOf(some: readonly ClaimRow[], name: string): ReportTree {
  const template = templateNamed(library, name);
  if (template === null) throw new Error("the template is built in");
  const coded = some.length === 0 ? [] : allCoded(library);
  return reportTree({
    library,
    coded,
    rows: some,
    template,
    hypotheses: [],
    cited: uncited,
    moved: new Set(),
    made,
    filter: "",
  });
}

test("the report counts each position once, in the order of the codebook", () => {
  expect(report.table).toEqual([{ issue: "Water › Quality/taste", counts: [0, 1, 0, 0, 0, 0], total: 1 }]);
  expect(report.stances[1]).toMatchObject({ name: "supports", glyph: "+" });
  expect(report.totals).toEqual([0, 1, 0, 0, 0, 0]);
  expect(report.papers).toMatchObject([{ title: "A paper", claims: 2 }]);
  expect(report.notes.map((row) => row.quote)).toEqual(["words"]);
});

test("under a quote are stance, strength, actor, printed page, certainty, coder, date and relations", () => {
  const [claim] = report.issues[0]?.claims ?? [];
  expect(claim === undefined ? "" : detailsOf(claim)).toBe(
    `+\u00a0supports (medium) · Harbour Board · A paper, p. iii · certainty 4 of 5 · Ada, 2026-01-02 · ${nameOfClaim(claim?.row.id ?? ids.claim)} · supports “words”`,
  );
  expect([pageName("§2"), pageName("12")]).toEqual(["§2", "p. 12"]);
});

test.each([
  ["a|b *c* _d_ <e> [f](g) `h`", "a\\|b \\*c\\* \\_d\\_ \\<e\\> \\[f\\](g) \\`h\\`"],
  ["1. one", "1\\. one"],
  ["- one", "\\- one"],
  ["+ one", "\\+ one"],
  ["# head", "\\# head"],
  ["two\n\nlines ", "two lines"],
  ["1.5 million & more", "1.5 million \\& more"],
])("Markdown shows %j as it is", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test("nothing in a value is read as HTML", () => {
  expect(escapeHtml(`<a href="x">'&`)).not.toMatch(/[<>"']/);
  const hostile = rows.map((row) => ({ ...row, quote: "<script>x</script>", note: "<b>", coder: "</title>" }));
  const page = reportHtml(treeOf(hostile, "Everything"));
  expect(page).not.toMatch(/<script|<b>/);
  expect(page.match(/<\/title>\s*<style>/g)).toHaveLength(1);
  expect(page).toContain("default-src 'none'");
});

test("a report without claims is a report", () => {
  const empty = treeOf([], "Everything");
  expect(reportMarkdown(empty)).toContain("# Claims by issue");
  expect(reportHtml(empty)).toContain('<h1 dir="auto">Claims by issue</h1>');
});
