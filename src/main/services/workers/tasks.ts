import { type Analysis, type AnalysisInput, analyse } from "../../../shared/analysis/analyse.ts";
import { unpackRows } from "../../../shared/analysis/packed.ts";
import type { CitedPapers } from "../../../shared/report/cite.ts";
import type { TextPreview } from "../../../shared/workbench.ts";
import type { AnnotatedPdf, PdfExport } from "../export/pdf/annotated-pdf.ts";
import type { CitingWork } from "../export/report/csl-item.ts";
import type { MadeReport, ReportWork } from "../export/report/work.ts";
import type { ArrivalEnd, ArrivingFile } from "../import/arrival.ts";
import type { Bundle, Packing } from "../import/bundle-file.ts";
import type { Out } from "../import/imported.ts";
import type { Source } from "../import/source.ts";
import type { TableFile } from "../import/table.ts";
import type { Progress } from "./jobs.ts";

/** Heavy work, done in a worker. The libraries of a task are loaded when it is asked for, so that light ones begin at once. */
export const tasks = {
  importSource: async (file: ArrivingFile, out: Out): Promise<ArrivalEnd> =>
    (await import("../import/arrival.ts")).readArrival(file, out),
  previewText: async (source: Source): Promise<TextPreview | null> =>
    (await import("../import/text-preview.ts")).textPreview(source),
  readTable: async (file: TableFile): Promise<unknown> => (await import("../import/table.ts")).readTable(file),
  readBundle: async (bytes: Uint8Array): Promise<Bundle> =>
    (await import("../import/bundle-file.ts")).readBundle(bytes),
  packBundle: async (packing: Packing): Promise<Uint8Array> =>
    (await import("../import/bundle-file.ts")).packBundle(packing),
  annotatedPdf: async (input: PdfExport, onProgress: Progress): Promise<AnnotatedPdf> =>
    (await import("../export/pdf/annotated-pdf.ts")).annotatedPdf(input, onProgress),
  analyse: async ({ library, rows, request, places }: AnalysisInput, onProgress: Progress): Promise<Analysis> =>
    analyse(library, unpackRows(rows), request, places, onProgress),
  report: async (work: ReportWork, onProgress: Progress): Promise<MadeReport> =>
    (await import("../export/report/report-file.ts")).reportFile(work, onProgress),
  cite: async (work: CitingWork): Promise<CitedPapers> => (await import("../export/report/csl.ts")).citedPapers(work),
} as const;

/** All tasks by name. */
export type Tasks = typeof tasks;
/** The name of a task. */
export type TaskName = keyof Tasks;
