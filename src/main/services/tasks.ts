import { type AnnotatedPdf, annotatedPdf, type PdfExport } from "./export/pdf/annotated-pdf.ts";
import type { Imported } from "./import/imported.ts";
import { importSource, type Source } from "./import/source.ts";
import type { Progress } from "./jobs.ts";

/** Heavy work, done in a worker. */
export const tasks = {
  importSource: (source: Source, onProgress: Progress): Promise<Imported> => importSource(source, onProgress),
  annotatedPdf: (input: PdfExport, onProgress: Progress): Promise<AnnotatedPdf> => annotatedPdf(input, onProgress),
} as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
