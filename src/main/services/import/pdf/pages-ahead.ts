import type { MessagePort } from "node:worker_threads";
import { unpackPage } from "../../pdfium/packed-page.ts";
import type { PdfPage } from "../../pdfium/reader.ts";
import type { PdfFacts } from "./pdf-facts.ts";
import {
  type FromServer,
  noMorePages,
  type PageAnswer,
  type PageRequest,
  pagesAhead,
  pagesUnasked,
} from "./serve-pages.ts";

type Asked = PageRequest & Readonly<{ answer: Promise<PageAnswer> }>;

/** A PDF that another thread (`servePages`) has open, and reads while this one works on the pages before. */
export class PagesAhead {
  /** What the file says as a whole; null where the other thread can't open it, or has ended. */
  readonly facts: Promise<PdfFacts | null>;
  readonly #opened: (facts: PdfFacts | null) => void;
  readonly #port: MessagePort;
  #pageCount = 0;
  #asked: Asked[] = [];
  #waiting: ((answer: PageAnswer) => void)[] = [];
  #isOpen = true;

  constructor(port: MessagePort) {
    this.#port = port;
    const { promise, resolve } = Promise.withResolvers<PdfFacts | null>();
    [this.facts, this.#opened] = [promise, resolve];
    port.on("message", (message: FromServer) => {
      if (message === noMorePages) this.#end();
      else if ("facts" in message) this.#open(message.facts);
      else this.#waiting.shift()?.(message.answer);
    });
    port.on("close", () => this.#end());
  }

  /**
   * As `PdfReader.page`; pages are best asked for in their order. Null where the other thread doesn't read the page: it
   * is to be read here then, and may be one that nobody can read.
   */
  async page(index: number, tags?: "tags"): Promise<PdfPage | null> {
    const isNext = (asked: Asked | undefined): boolean => asked?.index === index && asked.tags === (tags !== undefined);
    // What was asked for in vain still comes, before what is wanted.
    if (!isNext(this.#asked[0])) this.#asked = [];
    const last = Math.min(index + pagesAhead, this.#pageCount - 1);
    for (let next = index + this.#asked.length; next <= last; next++) this.#ask(next, tags);
    const answer = await this.#asked.shift()?.answer;
    return answer ? unpackPage(answer) : null;
  }

  /** Ask for no more pages. */
  close(): void {
    this.#port.postMessage(noMorePages);
    this.#port.close();
    this.#end();
  }

  #open(facts: PdfFacts): void {
    this.#pageCount = facts.pageCount;
    for (let index = 0; index < pagesUnasked(facts); index++) this.#expect({ index, tags: false });
    this.#opened(facts);
  }

  #ask(index: number, tags?: "tags"): void {
    const request: PageRequest = { index, tags: tags !== undefined };
    this.#expect(request);
    if (this.#isOpen) this.#port.postMessage(request);
    else this.#end();
  }

  #expect(request: PageRequest): void {
    const { promise, resolve } = Promise.withResolvers<PageAnswer>();
    this.#asked.push({ ...request, answer: promise });
    this.#waiting.push(resolve);
  }

  #end(): void {
    this.#isOpen = false;
    this.#opened(null);
    for (const resolve of this.#waiting.splice(0)) resolve(null);
  }
}
