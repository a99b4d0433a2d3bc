import { codedIn } from "../../../shared/claims/claims.ts";
import type { Arguments, ImportResult } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { readerOf } from "../../../shared/model/reader-version.ts";
import type { Recognised, RecognisedPage } from "../../../shared/model/recognised.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { digest } from "../files/digest.ts";
import type { Progress } from "../files/progress.ts";
import { recognisedKey } from "../files/recognised-words.ts";
import type { Imported } from "../import/imported.ts";
import type { ReadSource, SourceFile } from "../import/read-source.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";
import { readInWorker } from "./read-in-worker.ts";
import { recognisePages } from "./recognise-pages.ts";
import { replaceText } from "./replace-text.ts";

/** The reading of a text that has recognised words, as the paper's first reader has it. */
export function readingWith(recognised: Recognised): NonNullable<Paper["reading"]> {
  return { encoding: null, lines: null, ocr: recognisedKey(recognised) };
}

/** Read a file, recognise the pages that have no text, and read it again with those words. */
export async function readWithOcr(
  file: SourceFile,
  languages: readonly string[],
  signal: AbortSignal,
  onProgress: Progress,
): Promise<ReadSource> {
  const first = await readInWorker(file, signal, onProgress);
  const pages = first.imported?.unread ?? [];
  if (first.imported === null || pages.length === 0) return first;
  const found = await recognisePages(
    scansOf(file, first.imported.pages ?? first.source ?? file.bytes, pages, languages),
    signal,
    onProgress,
  );
  const recognised = { pages: mergePages(first.recognised?.pages ?? [], found) };
  return { ...(await readInWorker({ ...file, recognised }, signal, onProgress)), recognised };
}

function scansOf(file: SourceFile, pdf: Uint8Array, pages: readonly number[], languages: readonly string[]) {
  return { pdf, key: digest(pdf), password: file.password ?? null, pages, languages };
}

/**
 * Recognise pages of a paper that is here, and read it again with their words. Its claims and notes are moved to the
 * same words in the new text; with the paper's record they are one change. What was there before stays on disk for an
 * undo. Throws `invalid` where no page needs it, `missing` for a language or a page that is not there.
 */
export async function recognisePaper(context: Context, args: Arguments<"recognisePaper">): Promise<ImportResult> {
  const { store, papers, jobs, passwords } = context;
  const paper = needPaper(store, args.paper);
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  if (!hasPages(paper.format)) throw new WorkbenchError("invalid", message("ocr.noPages", { title: paper.title }));
  const outside = args.pages?.find((page) => page >= paper.pages);
  if (outside !== undefined) {
    const values = { title: paper.title, count: paper.pages, page: outside + 1 };
    throw new WorkbenchError("missing", message("ocr.noSuchPage", values));
  }
  const password = args.password ?? passwords.of(paper.id);
  const bytes = await papers.source(paper.id, paper.format);
  const before = (await papers.recognised(paper.id))?.pages ?? [];
  const file = {
    name: paper.fileName,
    bytes,
    known: [],
    ...(password === null ? {} : { password }),
  };
  const { imported, recognised } = await jobs.run(args.job, async (signal, onProgress) => {
    const wanted = args.pages ?? (await unreadPages(file, before, signal, onProgress));
    if (wanted.length === 0) throw new WorkbenchError("invalid", message("ocr.allText", { title: paper.title }));
    const pdf = (await papers.pdf(paper.id, paper.format)) ?? bytes;
    const scans = scansOf(file, pdf, [...new Set(wanted)], args.languages);
    const found = await recognisePages(scans, signal, onProgress);
    const all = { pages: mergePages(before, found) };
    return { ...(await readInWorker({ ...file, recognised: all }, signal, onProgress)), recognised: all };
  });
  passwords.keep(paper.id, args.password);
  if (imported === null) throw new WorkbenchError("internal", message("paper.filesMissing"));
  return jobs.inTurn(() => withRecognised(context, needPaper(store, args.paper), imported, recognised));
}

/** Pages without text that were not recognised yet; when all were, all of those, to be recognised again. */
async function unreadPages(
  file: SourceFile,
  before: readonly RecognisedPage[],
  signal: AbortSignal,
  onProgress: Progress,
): Promise<readonly number[]> {
  const pages = (await readInWorker(file, signal, onProgress)).imported?.unread ?? [];
  const known = new Set(before.map(({ page }) => page));
  const fresh = pages.filter((page) => !known.has(page));
  return fresh.length > 0 ? fresh : pages;
}

/** Pages recognised now take the place of those recognised before. */
export function mergePages(before: readonly RecognisedPage[], found: readonly RecognisedPage[]): RecognisedPage[] {
  const pages = new Map([...before, ...found].map((page) => [page.page, page]));
  return [...pages.values()].sort((a, b) => a.page - b.page);
}

async function withRecognised(
  context: Context,
  paper: Paper,
  imported: Imported,
  recognised: Recognised,
): Promise<ImportResult> {
  const { content } = imported;
  const reading = { ...readingWith(recognised), ...readerOf(paper) };
  if (codedIn(context.store.library, paper.id).length > 0 && content.text === "")
    throw new WorkbenchError("invalid", message("ocr.nothingLeft", { title: paper.title }));
  if (paper.reading?.ocr === reading.ocr && paper.reading?.reader === reading.reader)
    return { paper, duplicate: true, annotations: 0, warnings: content.warnings };
  const label = message("change.ocr", { title: cutText(paper.title, 200) });
  return replaceText(context, paper, imported, { reading, text: "ocr", recognised, label });
}
