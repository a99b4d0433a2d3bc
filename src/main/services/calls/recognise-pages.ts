import { message } from "../../../shared/messages/message.ts";
import type { RecognisedPage } from "../../../shared/model/recognised.ts";
import type { Progress } from "../files/progress.ts";
import { findLanguages, needLanguages } from "../ocr/language-files.ts";
import { ocrPool, recogniseInWorker } from "../tasks/run-task.ts";

/** Pages of a PDF (counted from 0) to be recognised, in languages by their codes. */
type Scans = Readonly<{
  pdf: Uint8Array;
  /** Names the PDF: the digest of its source. */
  key: string;
  password: string | null;
  pages: readonly number[];
  languages: readonly string[];
}>;

/**
 * Recognise the words of some pages, several at once. Throws `missing` for a language that is not installed; the first
 * page that can't be read ends the rest.
 */
export async function recognisePages(
  { pdf, key, password, pages, languages: codes }: Scans,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<RecognisedPage[]> {
  const languages = needLanguages(codes, findLanguages());
  if (pages.length === 0) return [];
  const shared = new Uint8Array(new SharedArrayBuffer(pdf.length));
  shared.set(pdf);
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const waiting = [...pages];
  const found: RecognisedPage[] = [];
  const label = message("ocr.progress");
  onProgress(label, 0, pages.length);
  const work = async (): Promise<void> => {
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      found.push(await recogniseInWorker({ pdf: shared, key, password, page, languages }, either));
      onProgress(label, found.length, pages.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(ocrPool.threads, pages.length) }, work));
  } catch (error) {
    waiting.length = 0;
    failed.abort();
    throw error;
  }
  return found.sort((a, b) => a.page - b.page);
}
