import type { MessagePort } from "node:worker_threads";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { type PackedPage, packPage } from "../../pdfium/packed-page.ts";
import { openPdf, type PdfReader } from "../../pdfium/reader.ts";

/** A page that is wanted, from 0; `tags` as `PdfReader.page` has it. */
export type PageRequest = Readonly<{ index: number; tags: boolean }>;

/** The end of all requests. That the port is closed shows only once the other thread has nothing else to do. */
export const noMorePages = "end";

/** The page that was asked for; null where it can't be read. Answers come in the order of the requests. */
export type PageAnswer = PackedPage | null;

/** Where another thread reads pages of a file; it is not asked where there are fewer than `fewest`. */
export type PageHelp = Readonly<{ port: MessagePort; fewest: number }>;

/** A PDF whose pages another thread asks for over `port`. */
export type PagesWork = Readonly<{ bytes: Uint8Array; password: string | null; port: MessagePort }>;

/**
 * Read the pages that are asked for, until no more are wanted or the thread that asks has ended. What can't be read is
 * not explained: who asked reads it again, and gets the error.
 */
export async function servePages({ bytes, password, port }: PagesWork): Promise<void> {
  const reader = await openPdf(bytes, password).catch(() => null);
  if (reader === null) {
    port.close();
    return;
  }
  try {
    await new Promise<void>((resolve) => {
      port.on("close", resolve);
      port.on("message", (request: PageRequest | typeof noMorePages) => {
        if (request === noMorePages || !answer(reader, request, port)) resolve();
      });
    });
  } finally {
    reader.close();
    port.close();
  }
}

/** Answer a request. False where PDFium may no longer be sound: it failed otherwise than by its own refusal. */
function answer(reader: PdfReader, { index, tags }: PageRequest, port: MessagePort): boolean {
  try {
    const { packed, buffers } = packPage(reader.page(index, tags ? "tags" : undefined));
    port.postMessage(packed satisfies PageAnswer, buffers);
    return true;
  } catch (error) {
    port.postMessage(null satisfies PageAnswer);
    return error instanceof WorkbenchError;
  }
}
