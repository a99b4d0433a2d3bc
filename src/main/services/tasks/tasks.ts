import type { Analysis, AnalysisInput } from "../../../shared/analysis/analyse.ts";
import type { Carried } from "../../../shared/anchor/carry.ts";
import type { DrawnPages } from "../../../shared/contract/page-calls.ts";
import type { TextPreview } from "../../../shared/contract/workbench.ts";
import type { RecognisedPage } from "../../../shared/model/recognised.ts";
import type { PageText } from "../../../shared/page-view/page-text.ts";
import type { FoundPaper } from "../../../shared/papers/import-plan.ts";
import type { CitedPapers } from "../../../shared/report/cite.ts";
import type { PaperWork, WrittenFile } from "../export/formats.ts";
import type { CitingWork } from "../export/report/csl-item.ts";
import type { MadeReport, ReportWork } from "../export/report/work.ts";
import type { Bundle, Packing } from "../import/bundle-file.ts";
import type { ContentPart } from "../import/imported.ts";
import type { PagesWork } from "../import/pdf/serve-pages.ts";
import type { ReadSourceEnd, SourceFile } from "../import/read-source.ts";
import type { Source } from "../import/sniffed-source.ts";
import type { FileTable, TableFile } from "../import/table.ts";
import type { RecogniseWork } from "../ocr/recognise-task.ts";
import type { DrawWork } from "../page-images/draw-file.ts";
import type { PagePictureWork, PageTextWork } from "../page-images/page-task.ts";
import type { Task } from "../workers/task.ts";

const minutes = 60_000;
const files = { time: 10 * minutes, growth: 2048 };
/** Limits of one page. */
const page = { time: 20_000, growth: 1024 };

type Work<Input, Value> = Task<Input, Value, never>;

/** Two texts, and the ranges of each passage of the first that is looked for in the second. */
type CarryWork = Readonly<{
  before: string;
  after: string;
  passages: readonly (readonly Readonly<{ start: number; end: number }>[])[];
}>;

/**
 * Every kind of work that is done in a worker. The libraries of a task are loaded when it is asked for, so that light
 * ones begin at once.
 */
export const tasks = {
  importSource: {
    ...files,
    run: async (file, output) => (await import("../import/read-source.ts")).readSourceFile(file, output),
  } as Task<SourceFile, ReadSourceEnd, ContentPart>,
  /** Reads pages for `importSource`, and ends with it. */
  readPages: {
    ...files,
    run: async (work) => (await import("../import/pdf/serve-pages.ts")).servePages(work),
  } as Work<PagesWork, void>,
  previewText: {
    ...files,
    time: minutes,
    run: async (source) => await (await import("../import/text-preview.ts")).textPreview(source),
  } as Work<Source, TextPreview | null>,
  previewPaper: {
    ...files,
    run: async (source) => await (await import("../import/paper-preview.ts")).paperPreview(source),
  } as Work<Source, Omit<FoundPaper, "sha256">>,
  carry: {
    ...files,
    time: minutes,
    run: async ({ before, after, passages }) =>
      (await import("../../../shared/anchor/carry.ts")).carryPassages(before, after, passages),
  } as Work<CarryWork, readonly Carried[]>,
  readTable: {
    ...files,
    time: minutes,
    run: async (file) => (await import("../import/table.ts")).readTable(file),
  } as Work<TableFile, FileTable>,
  readBundle: {
    ...files,
    run: async (bytes) => (await import("../import/bundle-file.ts")).readBundle(bytes),
  } as Work<Uint8Array, Bundle>,
  packBundle: {
    ...files,
    run: async (packing) => (await import("../import/bundle-file.ts")).packBundle(packing),
  } as Work<Packing, Uint8Array>,
  exportPaper: {
    ...files,
    run: async (work, { onProgress }) => (await import("../export/paper-file.ts")).paperFile(work, onProgress),
  } as Work<PaperWork, WrittenFile>,
  analyse: {
    ...files,
    run: async ({ library, rows, request, places }, { onProgress }) => {
      const [{ analyse }, { unpackRows }] = await Promise.all([
        import("../../../shared/analysis/analyse.ts"),
        import("../../../shared/analysis/packed.ts"),
      ]);
      return analyse(library, unpackRows(rows), request, places, onProgress);
    },
  } as Work<AnalysisInput, Analysis>,
  /** A PDF of 10,000 claims is typeset whole. */
  report: {
    ...files,
    growth: 3072,
    run: async (work, { onProgress }) => (await import("../export/report/report-file.ts")).reportFile(work, onProgress),
  } as Work<ReportWork, MadeReport>,
  cite: {
    ...files,
    run: async (work) => (await import("../export/report/csl.ts")).citedPapers(work),
  } as Work<CitingWork, CitedPapers>,
  pageText: {
    ...page,
    files: ({ source }) => [source.pdf, source.geometry],
    run: async (work) => (await import("../page-images/page-task.ts")).pageText(work),
  } as Work<PageTextWork, PageText>,
  pagePicture: {
    ...page,
    files: ({ source }) => [source.pdf, source.geometry],
    run: async (work) => (await import("../page-images/page-task.ts")).pagePicture(work),
  } as Work<PagePictureWork, Uint8Array>,
  drawPages: {
    ...files,
    time: minutes,
    run: async (work) => (await import("../page-images/draw-file.ts")).drawPages(work),
  } as Work<DrawWork, DrawnPages>,
  /** A page of very small print in three languages may take a minute of a slow processor. */
  recognisePage: {
    time: 5 * minutes,
    growth: 1536,
    files: ({ languages }) => languages.map(({ file }) => file),
    run: async (work) => (await import("../ocr/recognise-task.ts")).recognisePage(work),
  } as Work<RecogniseWork, RecognisedPage>,
} as const;

/** All tasks by name. */
export type Tasks = typeof tasks;
