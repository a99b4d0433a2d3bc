import { allCoded, type Coded } from "../../../../shared/claims.ts";
import { WorkbenchError } from "../../../../shared/errors.ts";
import { printFilter } from "../../../../shared/filter-text.ts";
import type { PaperContent } from "../../../../shared/model/content.ts";
import type { PaperId } from "../../../../shared/model/ids.ts";
import type { Library } from "../../../../shared/model/library.ts";
import { filterOf, matches } from "../../../../shared/query.ts";
import { movedClaims, reportTree } from "../../../../shared/report/build.ts";
import { reportHtml } from "../../../../shared/report/html.ts";
import { reportMarkdown } from "../../../../shared/report/markdown.ts";
import { reportOf } from "../../../../shared/report/outline.ts";
import { rowsOf } from "../../../../shared/report/rows.ts";
import { type ReportTemplate, templateNamed, templatesOf } from "../../../../shared/report/template.ts";
import type { Arguments, ExportedFile, Query } from "../../../../shared/workbench.ts";
import type { LibraryStore } from "../../store/library.ts";
import type { PaperFiles } from "../../store/paper-files.ts";
import type { Jobs } from "../../workers/jobs.ts";
import { runTask } from "../../workers/pool.ts";
import { claimsCsv } from "../csv.ts";
import { fileName } from "../file-name.ts";
import { claimJson } from "../json.ts";
import { mimes } from "../mimes.ts";
import type { ReportWork } from "./work.ts";

type Parts = Readonly<{ files: PaperFiles; jobs: Jobs }>;

/** The report over the library or what a query leaves of it, after a template. Its warnings say what to look at before it is handed in. Throws `missing` for a template that is not there. */
export async function makeReport(
  { library }: Pick<LibraryStore, "library">,
  { files, jobs }: Parts,
  { format, query = {}, template: wanted, job }: Arguments<"report">,
): Promise<ExportedFile> {
  const template = templateOf(library, wanted ?? "Brief");
  const coded = allCoded(library).filter(matches(library, query));
  const contents = await contentsOf(files, coded);
  const rows = rowsOf(library, coded, contents);
  const made = new Date().toISOString();
  const moved = movedClaims(coded, contents);
  const tree = reportTree({ library, coded, rows, template, moved, made, filter: written(library, query) });
  const work = (input: ReportWork): Promise<Uint8Array> =>
    jobs.run(job, (signal, onProgress) => runTask("report", input, { signal, onProgress }));
  const bytes = await {
    html: async () => bytesOf(reportHtml(tree)),
    md: async () => bytesOf(reportMarkdown(tree)),
    csv: async () => bytesOf(claimsCsv(rows)),
    json: async () => {
      const { table } = reportOf(library, rows, made);
      const value = { format: 1, made, title: tree.title, table, claims: rows.map(claimJson), flags: tree.flags };
      return bytesOf(`${JSON.stringify(value, null, 2)}\n`);
    },
    pdf: () => work({ format: "pdf", tree }),
    docx: () => work({ format: "docx", tree }),
    xlsx: () => work({ format: "xlsx", workbook: { library: onlyCodebook(library), coded, rows } }),
  }[format]();
  const name = `${template.title === "" ? "Report" : fileName(template.title)}.${format}`;
  return { name, mime: mimes[format], bytes, annotations: rows.length, warnings: tree.flags };
}

function templateOf(library: Library, wanted: string | ReportTemplate): ReportTemplate {
  if (typeof wanted !== "string") return wanted;
  const found = templateNamed(library, wanted);
  if (found !== null) return found;
  const names = templatesOf(library).map(({ name }) => name);
  throw new WorkbenchError("missing", `There is no template “${wanted}”; there are ${names.join(", ")}.`);
}

/** The filter in writing, papers by their titles; empty when it leaves everything. */
function written(library: Library, { papers = [], ...query }: Query): string {
  const titles = papers.map((id) => library.papers[id]?.title ?? id);
  const rest = Object.keys(query).length === 0 ? "" : printFilter(filterOf(query));
  return [
    ...(titles.length === 0 ? [] : [titles.map((title) => `“${title}”`).join(" or ")]),
    ...(rest === "" ? [] : [rest]),
  ].join(", ");
}

/** Papers, codebook and coders, without what a worker need not copy. */
export function onlyCodebook(library: Library): Library {
  return { ...library, annotations: {}, positions: {}, relations: {} };
}

/** The contents of the papers that some annotations stand in. */
export async function contentsOf(files: PaperFiles, coded: readonly Coded[]): Promise<Map<PaperId, PaperContent>> {
  const contents = new Map<PaperId, PaperContent>();
  for (const { annotation } of coded)
    if (!contents.has(annotation.paper)) contents.set(annotation.paper, await files.content(annotation.paper));
  return contents;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
