import { type Analysis, type AnalysisInput, analyse } from "../../shared/analysis/analyse.ts";
import type { AnnotatedPdf, PdfExport } from "./export/pdf/annotated-pdf.ts";
import type { Imported } from "./import/imported.ts";
import type { Source } from "./import/source.ts";
import type { Progress } from "./jobs.ts";

/** Heavy work, done in a worker. The libraries of a task are loaded when it is asked for, so that light ones begin at once. */
export const tasks = {
  importSource: async (source: Source, onProgress: Progress): Promise<Imported> =>
    (await import("./import/source.ts")).importSource(source, onProgress),
  annotatedPdf: async (input: PdfExport, onProgress: Progress): Promise<AnnotatedPdf> =>
    (await import("./export/pdf/annotated-pdf.ts")).annotatedPdf(input, onProgress),
  analyse: async ({ library, rows, request, places }: AnalysisInput): Promise<Analysis> =>
    analyse(library, rows, request, places),
} as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
