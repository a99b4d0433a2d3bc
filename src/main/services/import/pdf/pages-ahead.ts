import type { MessagePort } from "node:worker_threads";
import { unpackPage } from "../../pdfium/packed-page.ts";
import type { PdfPage, PdfReader } from "../../pdfium/reader.ts";
import { noMorePages, type PageAnswer, type PageRequest } from "./serve-pages.ts";

/** Pages that are asked for before they are needed: a page of prose takes about 100 KB. */
const window = 16;

type Asked = PageRequest & Readonly<{ answer: Promise<PageAnswer> }>;

/**
 * The pages of a PDF, which another thread (`servePages`) reads while this one works on those before. What it doesn't
 * read, and all that it leaves when it ends, is read here, so that pages and errors are those of `own`.
 */
export class PagesAhead {
  readonly #own: PdfReader;
  readonly #port: MessagePort;
  #asked: Asked[] = [];
  #waiting: ((answer: PageAnswer) => void)[] = [];
  #isOpen = true;

  constructor(own: PdfReader, port: MessagePort) {
    this.#own = own;
    this.#port = port;
    port.on("message", (answer: PageAnswer) => this.#waiting.shift()?.(answer));
    port.on("close", () => this.#end());
  }

  /** As `PdfReader.page`; pages are best asked for in their order. Throws `unreadable`. */
  async page(index: number, tags?: "tags"): Promise<PdfPage> {
    const isNext = (asked: Asked | undefined): boolean => asked?.index === index && asked.tags === (tags !== undefined);
    // What was asked for in vain still comes, before what is wanted.
    if (!isNext(this.#asked[0])) this.#asked = [];
    for (let next = index + this.#asked.length; next <= this.#lastAfter(index); next++) this.#ask(next, tags);
    const answer = await this.#asked.shift()?.answer;
    return answer ? unpackPage(answer) : this.#own.page(index, tags);
  }

  /** Ask for no more pages. The document itself stays open. */
  close(): void {
    this.#port.postMessage(noMorePages);
    this.#port.close();
    this.#end();
  }

  #lastAfter(index: number): number {
    return Math.min(index + window, this.#own.pageCount - 1);
  }

  #ask(index: number, tags?: "tags"): void {
    const { promise, resolve } = Promise.withResolvers<PageAnswer>();
    const request: PageRequest = { index, tags: tags !== undefined };
    this.#asked.push({ ...request, answer: promise });
    this.#waiting.push(resolve);
    if (this.#isOpen) this.#port.postMessage(request);
    else this.#end();
  }

  #end(): void {
    this.#isOpen = false;
    for (const resolve of this.#waiting.splice(0)) resolve(null);
  }
}
