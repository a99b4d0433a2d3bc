import { allCoded, type Coded, codedIn } from "../../../shared/claims.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { matches } from "../../../shared/query.ts";
import { reportHtml } from "../../../shared/report/html.ts";
import { reportMarkdown } from "../../../shared/report/markdown.ts";
import { reportOf } from "../../../shared/report/outline.ts";
import { type ClaimRow, rowsOf } from "../../../shared/report/rows.ts";
import type { Arguments, ExportedFile, Query } from "../../../shared/workbench.ts";
import type { Jobs } from "../jobs.ts";
import type { LibraryStore } from "../library.ts";
import type { PaperFiles } from "../paper-files.ts";
import { needPaper } from "../papers.ts";
import { runTask } from "../pool.ts";
import { claimsCsv } from "./csv.ts";
import { claimJson } from "./json.ts";
import { paperHtml, paperMarkdown } from "./paper-text.ts";

const mimes = {
  pdf: "application/pdf",
  html: "text/html",
  md: "text/markdown",
  csv: "text/csv",
  json: "application/json",
} as const;

/** The claims a query means, as rows, in the order of papers and text. */
export async function claimRows(store: LibraryStore, files: PaperFiles, query: Query): Promise<ClaimRow[]> {
  const coded = allCoded(store.library).filter(matches(store.library, query));
  return rowsOf(store.library, coded, await contentsOf(files, coded));
}

/** One paper with its claims as a finished file. */
export async function exportPaper(
  store: LibraryStore,
  files: PaperFiles,
  jobs: Jobs,
  { paper: id, format, job }: Arguments<"exportPaper">,
): Promise<ExportedFile> {
  const { library } = store;
  const paper = needPaper(store, id);
  const content = await files.content(id);
  const coded = codedIn(library, id);
  const name = `${fileName(paper.title)}.${format}`;
  const done = (bytes: Uint8Array, annotations = coded.length, warnings: readonly string[] = []): ExportedFile => ({
    name: format === "pdf" ? name.replace(/\.pdf$/, " (annotated).pdf") : name,
    mime: mimes[format],
    bytes,
    annotations,
    warnings,
  });
  if (format === "pdf") {
    const input = {
      library,
      paper,
      content,
      source: await files.source(id, paper.format),
      geometry: await files.geometry(id),
    };
    const made = await jobs.run(job, (signal, onProgress) => runTask("annotatedPdf", input, { signal, onProgress }));
    return done(made.bytes, made.annotations, made.warnings);
  }
  const rows = rowsOf(library, coded, new Map([[id, content]]));
  const text = { library, paper, content, coded, rows };
  if (format === "html") return done(bytesOf(paperHtml(text)));
  if (format === "md") return done(bytesOf(paperMarkdown(text)));
  if (format === "csv") return done(bytesOf(claimsCsv(rows)));
  return done(
    bytesOf(`${JSON.stringify({ format: 1, paper, text: content.text, claims: rows.map(claimJson) }, null, 2)}\n`),
  );
}

/** The report over the library or what a query leaves of it. */
export async function makeReport(
  store: LibraryStore,
  files: PaperFiles,
  { format, query }: Arguments<"report">,
): Promise<ExportedFile> {
  const rows = await claimRows(store, files, query ?? {});
  const report = reportOf(store.library, rows, new Date().toISOString());
  const text = {
    html: () => reportHtml(report),
    md: () => reportMarkdown(report),
    csv: () => claimsCsv(rows),
    json: () =>
      `${JSON.stringify({ format: 1, made: report.made, table: report.table, claims: rows.map(claimJson) }, null, 2)}\n`,
  }[format]();
  return {
    name: `Report.${format}`,
    mime: mimes[format],
    bytes: bytesOf(text),
    annotations: rows.length,
    warnings: [],
  };
}

async function contentsOf(files: PaperFiles, coded: readonly Coded[]): Promise<Map<PaperId, PaperContent>> {
  const contents = new Map<PaperId, PaperContent>();
  for (const { annotation } of coded)
    if (!contents.has(annotation.paper)) contents.set(annotation.paper, await files.content(annotation.paper));
  return contents;
}

/** A name that files may have on any system. */
export function fileName(title: string): string {
  const clean = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return clean.slice(0, 100).trim() || "Paper";
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
