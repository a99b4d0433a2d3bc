import { codedIn } from "../../../shared/claims/claims.ts";
import { claimRows } from "../../../shared/claims/rows.ts";
import type { Arguments, ExportedFile } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { byPaper, ofPaper, paperTables } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { withhold } from "../../../shared/record/withhold.ts";
import { claimsCsv } from "../export/csv.ts";
import { fileName } from "../export/file-name.ts";
import { claimJson } from "../export/json.ts";
import { mimes } from "../export/mimes.ts";
import { paperHtml, paperMarkdown } from "../export/paper-text.ts";
import { paperTree } from "../export/report/paper-tree.ts";
import type { FileLibrary } from "../store/library.ts";
import type { PaperFiles } from "../store/paper-files.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Jobs } from "../workers/jobs.ts";
import { needPaper } from "./papers.ts";
import type { Passwords } from "./passwords.ts";

type Means = Readonly<{ files: PaperFiles; jobs: Jobs; passwords: Passwords }>;

/** One paper with its claims as a finished file. Throws `password` when an encrypted PDF cannot be opened with those known. */
export async function exportPaper(
  store: FileLibrary,
  { files, jobs, passwords }: Means,
  { paper: id, format, job, ...options }: Arguments<"exportPaper">,
): Promise<ExportedFile> {
  needPaper(store, id);
  const withheld = options.withhold ?? { coders: false, notes: false };
  const library = withhold(onlyWith(store.library, id), id, withheld);
  const paper = library.papers[id] ?? needPaper(store, id);
  const content = await files.content(id);
  const coded = codedIn(library, id);
  const name = `${fileName(paper.title)}.${format}`;
  const done = (bytes: Uint8Array, annotations = coded.length, warnings: readonly Message[] = []): ExportedFile => ({
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
      password: options.password ?? passwords.of(id),
      colours: options.colours ?? "stance",
      summary: options.summary ?? true,
      withheld,
    };
    const made = await jobs.run(job, (signal, onProgress) => runTask("annotatedPdf", input, { signal, onProgress }));
    passwords.keep(id, options.password);
    return done(made.bytes, made.annotations, made.warnings);
  }
  const rows = claimRows(library, coded, new Map([[id, content]]));
  const text = { library, paper, content, coded, rows };
  if (format === "html") return done(bytesOf(paperHtml(text)));
  if (format === "md") return done(bytesOf(paperMarkdown(text)));
  if (format === "csv") return done(bytesOf(claimsCsv(rows)));
  if (format === "docx" || format === "xlsx") {
    const work =
      format === "docx"
        ? { format, tree: paperTree(text, new Date().toISOString()) }
        : { format, workbook: { library: { ...library, annotations: {}, positions: {} }, coded, rows } };
    const made = await jobs.run(job, (signal, onProgress) => runTask("report", work, { signal, onProgress }));
    return done(made.bytes);
  }
  return done(
    bytesOf(`${JSON.stringify({ format: 1, paper, text: content.text, claims: rows.map(claimJson) }, null, 2)}\n`),
  );
}

/** The library with nothing in it of other papers, so that no more goes to a worker or into a file than the paper needs. */
function onlyWith(library: Library, id: PaperId): Library {
  const own = <Value>(table: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(table).filter(([key]) => key === id));
  const relations = Object.entries(library.relations).filter(([, one]) => one.source.paper === id);
  const targets = new Set<string>(relations.map(([, one]) => one.target.paper));
  const annotations = paperTables(library.annotations).filter(([key]) => key === id || targets.has(key));
  return {
    ...library,
    papers: own(library.papers),
    positions: byPaper([[id, ofPaper(library.positions, id)]]),
    relations: Object.fromEntries(relations),
    annotations: byPaper(annotations),
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
