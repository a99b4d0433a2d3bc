import type { News } from "../../../shared/contract/workbench.ts";
import { pauses } from "../files/pause.ts";
import type { LibraryStore } from "../store/library-store.ts";
import type { SearchIndex } from "./search.ts";

/**
 * How long after opening, while windows get their claims, and after papers have changed, their words are indexed, in
 * milliseconds.
 */
const delay = { opened: 10_000, changed: 3000 };

/** A library that is followed; `underWay` settles when the changes that wait for the disk are there. */
type Followed = Pick<LibraryStore, "subscribe"> & Readonly<{ underWay(): Promise<unknown> | undefined }>;

/**
 * Keeps the search index up to date while a library is open, as background work in which commits go first. A search
 * needs none of it: it indexes what it finds missing.
 */
export class SearchUpkeep {
  readonly #store: Followed;
  readonly #search: SearchIndex;
  readonly #unsubscribe: () => void;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(store: Followed, search: SearchIndex) {
    this.#store = store;
    this.#search = search;
    this.#unsubscribe = store.subscribe((news) => {
      if (changesPapers(news)) this.#soon(delay.changed);
    });
    this.#soon(delay.opened);
  }

  /** Stop, after the paper that is being indexed. */
  async close(): Promise<void> {
    this.#unsubscribe();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#stop.abort();
    await this.#running;
  }

  #soon(milliseconds: number): void {
    if (this.#timer !== null || this.#stop.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#running
        .then(() =>
          this.#search.prepare(
            pauses(() => this.#store.underWay()),
            this.#stop.signal,
          ),
        )
        // What fails is made by the search that needs it.
        .catch(() => undefined);
    }, milliseconds).unref();
  }
}

function changesPapers(news: News): boolean {
  return (
    news.kind === "reload" || (news.kind === "change" && news.change.edits.some(({ table }) => table === "papers"))
  );
}
