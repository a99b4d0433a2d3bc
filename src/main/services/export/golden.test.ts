import { readFile, writeFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { codedIn } from "../../../shared/claims/claims.ts";
import { type ClaimRow, claimRows } from "../../../shared/claims/rows.ts";
import { ids, sampleEdits, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { AnnotationId } from "../../../shared/model/ids.ts";
import { englishWords } from "../../../shared/report/words.ts";
import { claimsCsv } from "./csv.ts";
import { paperHtml, paperMarkdown } from "./paper-text.ts";

const library = sampleLibrary(sampleEdits());
const paper = library.papers[ids.paper];
if (paper === undefined) throw new Error("the sample has no paper");
const common = { page: 0, continues: false, direction: "ltr" as const };
const content: PaperContent = {
  text: "Ever words <b>\nItem & more",
  blocks: [
    {
      ...common,
      kind: "heading",
      level: 1,
      start: 0,
      end: 14,
      marks: [{ kind: "bold", start: 2, end: 7 }],
    },
    {
      ...common,
      kind: "listItem",
      depth: 0,
      ordered: false,
      marker: "•",
      start: 15,
      end: 26,
      marks: [{ kind: "link", start: 15, end: 19, href: 'https://example.org/?a="b"&c' }],
    },
  ],
  pages: [{ label: "iv", width: 595, height: 842, rotation: 0 }],
  warnings: [],
};
const coded = codedIn(library, ids.paper);
const rows = claimRows(library, coded, new Map([[ids.paper, content]])).map(steady);
const text = { library, paper, content, coded, rows, words: englishWords };

/** The same identifier in every run. */
function steady(row: ClaimRow, index: number): ClaimRow {
  return { ...row, id: AnnotationId.parse(`018f0000-0000-7000-8000-00000000000${index + 1}`) };
}

/** `UPDATE_GOLDEN=1` rewrites the files; read the difference before committing it. */
test.each([
  ["claims.csv", () => claimsCsv(rows)],
  ["paper.md", () => paperMarkdown(text)],
  ["paper.html", () => paperHtml(text)],
])("%s is written as agreed", async (name, make) => {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN) await writeFile(file, make());
  expect(make()).toBe(await readFile(file, "utf8"));
});

test.each(["=1+1", "+1", "-1", "@x", "\t=1"])("a spreadsheet does not run %j", (note) => {
  const [line] = parse<Record<string, string>>(claimsCsv(rows.map((row) => ({ ...row, note }))), {
    columns: true,
    bom: true,
  });
  expect(line?.note).toBe(`'${note}`);
});
