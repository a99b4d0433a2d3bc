import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { apply } from "../../../../shared/change/change.ts";
import { codedIn } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { ids, sampleEdits, sampleLibrary } from "../../../../shared/fixtures/sample-library.cases.ts";
import { ofPaper } from "../../../../shared/model/by-paper.ts";
import type { Library } from "../../../../shared/model/library.ts";
import { reportOf } from "../../../../shared/report/outline.ts";
import { englishWords } from "../../../../shared/report/words.ts";
import { openPdf } from "../../pdfium/reader.ts";
import { content, samplePaper } from "./pdf.cases.ts";
import { summaryPages } from "./summary.ts";

/** The sample with a note on its note, in Arabic, so that both directions are on the page. */
function noted(): Library {
  const library = sampleLibrary(sampleEdits());
  const note = ofPaper(library.annotations, ids.paper)[ids.note];
  if (note === undefined) throw new Error("the sample has no note");
  const ranges = note.passage.ranges.map((range) => ({ ...range, quote: "مياه نظيفة" }));
  return apply(library, {
    edits: [
      { table: "annotations", from: note, to: { ...note, note: "As they said", passage: { ...note.passage, ranges } } },
    ],
  });
}

async function linesOf(colours: "stance" | "issue", size: { width: number; height: number }): Promise<string> {
  const library = noted();
  const rows = claimRows(library, codedIn(library, ids.paper), new Map([[ids.paper, content]]));
  const report = reportOf(library, rows, "2026-01-02T03:04:05Z");
  const reader = await openPdf(
    summaryPages({ library, paper: samplePaper, report, rows, colours, size, words: englishWords }),
    null,
  );
  const pages = Array.from({ length: reader.pageCount }, (_, index) => {
    const { chars, visible } = reader.page(index);
    const text = Array.from({ length: chars.length }, (_, k) => chars.text(k));
    const lines = text
      .join("")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return [`page ${index + 1}, ${visible[2]} × ${visible[3]}`, ...lines].join("\n");
  });
  reader.close();
  return `${pages.join("\n\n")}\n`;
}

/** `UPDATE_GOLDEN=1` rewrites the files; read the difference before committing it. */
test.each([
  ["summary-stance.txt", "stance", { width: 595, height: 842 }],
  ["summary-issue.txt", "issue", { width: 400, height: 500 }],
] as const)("the pages added to a paper match the list in %s", async (name, colours, size) => {
  const file = new URL(`../golden/${name}`, import.meta.url);
  const lines = await linesOf(colours, size);
  if (process.env.UPDATE_GOLDEN) await writeFile(file, lines);
  expect(lines).toBe(await readFile(file, "utf8"));
});
