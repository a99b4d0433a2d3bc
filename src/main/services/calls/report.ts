import { achsOf, filledIn } from "../../../shared/analysis/ach.ts";
import { allCoded, type Coded } from "../../../shared/claims/claims.ts";
import { claimRows } from "../../../shared/claims/rows.ts";
import type { Arguments, ExportedFile } from "../../../shared/contract/workbench.ts";
import { filterOf, matches } from "../../../shared/filter/query.ts";
import { printFilter } from "../../../shared/filter/text.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { loadLanguage } from "../../../shared/messages/languages.ts";
import { message, printMessage, type SpokenLanguage } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/model/query.ts";
import { shownLibrary } from "../../../shared/model/shown-library.ts";
import { withShownNames } from "../../../shared/papers/shown-names.ts";
import { movedClaims, type ReportInput } from "../../../shared/report/build.ts";
import { type ReportTemplate, templateNamed, templatesOf } from "../../../shared/report/template.ts";
import { formats } from "../export/formats.ts";
import { citingWork } from "../export/report/csl-item.ts";
import { reportFile } from "../export/report/report-file.ts";
import { fileName } from "../files/file-name.ts";
import type { Progress } from "../files/progress.ts";
import type { PaperSources } from "../store/library-store.ts";
import { runTask } from "../tasks/run-task.ts";
import { citePapers } from "./cite.ts";
import type { Context } from "./context.ts";

/** Up to this many annotations a light form is made sooner than the way to a worker takes. */
const few = 2000;

/**
 * The report over the library or what a query leaves of it, after a template. Its warnings say what to look at before
 * it is handed in. Throws `missing` for a template that is not there.
 */
export async function makeReport(
  { store, papers, jobs }: Context,
  { format, query = {}, template: wanted, language: tag = "en", job }: Arguments<"report">,
): Promise<ExportedFile> {
  // Data have the stored names of stances, whatever the language.
  const language = await loadLanguage(formats[format].isData === true ? "en" : tag);
  const named = formats[format].isExact === true ? store.library : withShownNames(store.library);
  const library = shownLibrary(named, language);
  const template = templateOf(library, wanted ?? "Brief");
  const coded = allCoded(library).filter(matches(library, query));
  const { bytes, flags } = await jobs.run(job, async (signal, onProgress) => {
    const contents = await contentsOf(papers, coded, signal, onProgress);
    const input: ReportInput = {
      library: onlyCodebook(library),
      coded,
      rows: claimRows(library, coded, contents, language),
      hypotheses: achsOf(library).map((ach) => filledIn(library, ach)),
      template,
      cited: await citePapers(
        citingWork(
          library,
          coded.map(({ annotation }) => annotation.paper),
          template.style,
        ),
        signal,
        onProgress,
      ),
      moved: movedClaims(coded, contents),
      made: new Date().toISOString(),
      filter: written(library, query, language),
    };
    const work = { format, language: tag, input };
    return coded.length <= few && !formats[format].heavy
      ? reportFile(work, onProgress)
      : runTask("report", work, { signal, onProgress });
  });
  const usual = printMessage(message("report.fileName"), await loadLanguage(tag));
  const name = `${template.title === "" ? usual : fileName(template.title)}.${formats[format].suffix}`;
  return { name, mime: formats[format].mime, bytes, annotations: coded.length, warnings: flags };
}

function templateOf(library: Library, wanted: string | ReportTemplate): ReportTemplate {
  if (typeof wanted !== "string") return wanted;
  const found = templateNamed(library, wanted);
  if (found !== null) return found;
  const names = templatesOf(library).map(({ name }) => name);
  throw new WorkbenchError("missing", message("export.templateMissing", { name: wanted, names }));
}

/** The filter in writing, papers by their titles; empty when it leaves everything. */
function written(library: Library, { papers = [], annotations, ...query }: Query, language: SpokenLanguage): string {
  const titles = papers.map((id) => message("report.quoted", { text: library.papers[id]?.title ?? id }));
  const [first, ...others] = titles;
  const either = others.reduce<Message | undefined>(
    (first, other) => (first === undefined ? other : message("report.or", { one: first, other })),
    first,
  );
  const rest = Object.keys(query).length === 0 ? "" : printFilter(filterOf(query));
  const chosen = annotations === undefined ? undefined : message("report.chosen", { count: annotations.length });
  const sentences = [either, chosen].flatMap((message) =>
    message === undefined ? [] : [printMessage(message, language)],
  );
  return [...sentences, ...(rest === "" ? [] : [rest])].join(", ");
}

/** Papers, codebook, coders and settings, without what a worker need not copy. */
function onlyCodebook(library: Library): Library {
  return { ...library, annotations: {}, positions: {}, relations: {} };
}

/** The contents of the papers that some annotations are in. Throws `cancelled` when the signal says so. */
async function contentsOf(
  papers: PaperSources,
  coded: readonly Coded[],
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Map<PaperId, PaperContent>> {
  const wanted = [...new Set(coded.map(({ annotation }) => annotation.paper))];
  const contents = new Map<PaperId, PaperContent>();
  for (const [index, id] of wanted.entries()) {
    if (signal.aborted) throw new WorkbenchError("cancelled", message("general.cancelled"));
    if (index % 20 === 0) onProgress(message("progress.reading"), index, wanted.length);
    contents.set(id, await papers.content(id));
  }
  return contents;
}
