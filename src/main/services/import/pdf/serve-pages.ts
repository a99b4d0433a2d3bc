import type { MessagePort } from "node:worker_threads";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { type PackedPage, packPage } from "../../pdfium/packed-page.ts";
import { openPdf, type PdfReader } from "../../pdfium/reader.ts";
import { factsOf, type PdfFacts } from "./pdf-facts.ts";

/** A page that is wanted, from 0; `tags` as `PdfReader.page` has it. */
export type PageRequest = Readonly<{ index: number; tags: boolean }>;

/**
 * The end of all requests, or of all answers. That a thread has closed its end of a port shows only once it is ended or
 * has work again: a worker without a task sleeps.
 */
export const noMorePages = "end";

/** The page that was asked for; null where it can't be read. Answers come in the order of the requests. */
export type PageAnswer = PackedPage | null;

/**
 * What comes over the port: the facts once, first, as soon as the file is open; then the first `pagesUnasked` pages as
 * if they had been asked for without tags; then answers. `noMorePages` comes last, or alone where the file can't be
 * opened.
 */
export type FromServer = Readonly<{ facts: PdfFacts }> | Readonly<{ answer: PageAnswer }> | typeof noMorePages;

/** Pages that are read ahead of the one that is needed: a page of prose takes about 100 KB. */
export const pagesAhead = 16;

/** How many pages of a file are sent before any is asked for, while the other thread makes itself ready. */
export function pagesUnasked({ pageCount }: PdfFacts): number {
  return Math.min(pagesAhead, pageCount);
}

/** Where another thread reads a file's pages. */
export type PageHelp = Readonly<{ port: MessagePort }>;

/** A PDF whose pages another thread asks for over `port`. */
export type PagesWork = Readonly<{ bytes: Uint8Array; password: string | null; port: MessagePort }>;

/**
 * Open a PDF, say what it is, and read the pages that are asked for, until no more are wanted or the thread that asks
 * has ended. What can't be opened or read is not explained: who asked tries it again, and gets the error.
 */
export async function servePages({ bytes, password, port }: PagesWork): Promise<void> {
  const send: Send = (message, buffers = []) => port.postMessage(message, buffers);
  const reader = await openPdf(bytes, password).catch(() => null);
  try {
    if (reader === null) return;
    const facts = factsOf(reader);
    send({ facts });
    for (let index = 0; index < pagesUnasked(facts); index++) if (!answer(reader, { index, tags: false }, send)) return;
    await new Promise<void>((resolve) => {
      port.on("close", resolve);
      port.on("message", (request: PageRequest | typeof noMorePages) => {
        if (request === noMorePages || !answer(reader, request, send)) resolve();
      });
    });
  } finally {
    send(noMorePages);
    port.close();
    reader?.close();
  }
}

type Send = (message: FromServer, buffers?: ArrayBuffer[]) => void;

/** Answer a request. False where PDFium may no longer be sound: it failed otherwise than by its own refusal. */
function answer(reader: PdfReader, { index, tags }: PageRequest, send: Send): boolean {
  try {
    const { packed, buffers } = packPage(reader.page(index, tags ? "tags" : undefined));
    send({ answer: packed }, buffers);
    return true;
  } catch (error) {
    send({ answer: null });
    return error instanceof WorkbenchError;
  }
}
