import type { PaperId } from "../../../shared/model/ids.ts";
import type { Reading } from "../../../shared/model/paper.ts";
import { atOnce } from "../../../shared/model/steps.ts";
import { type GramIndex, gramIndexSteps } from "../../../shared/search/gram-index.ts";
import { type Searchable, searchableSteps } from "../../../shared/search/search.ts";
import { inSlices, type Pause } from "../files/pause.ts";
import type { LibraryStore, PaperSources, SearchStore } from "../store/library-store.ts";

/** What is known of a paper: where its words may be; `reading` and `stamp` say which words those are. */
export type IndexedPaper = Readonly<{
  id: PaperId;
  /** Whether it was made of the paper itself since the library was opened, not read from what is stored. */
  made: boolean;
  reading: Reading | undefined;
  stamp: string | null;
  index: GramIndex;
}>;

/** Units of folded words in memory, at most two bytes each. Those of other papers are read again. */
const room = 100_000_000;

/**
 * The folded words of all papers and an index of them, made from the papers when first asked for and stored beside them
 * (`SearchStore`). What is stored is only used while it was made of the file of words that the paper has now.
 */
export class SearchWords {
  readonly #store: Pick<LibraryStore, "library">;
  readonly #papers: PaperSources;
  readonly #files: SearchStore | null;
  readonly #indexed = new Map<PaperId, IndexedPaper>();
  /** Words in memory, those asked for last at the end. */
  readonly #words = new Map<PaperId, Searchable>();
  #kept = 0;
  /** Papers whose own words could not be read, whatever is stored of them. */
  readonly #unread = new Set<PaperId>();

  constructor(store: Pick<LibraryStore, "library">, papers: PaperSources, files: SearchStore | null) {
    this.#store = store;
    this.#papers = papers;
    this.#files = files;
  }

  /** Where words of a paper may be, if that is in memory. */
  known(id: PaperId): IndexedPaper | null {
    const known = this.#indexed.get(id);
    return known !== undefined && known.reading === this.#store.library.papers[id]?.reading ? known : null;
  }

  /** Where words of a paper may be; null when they cannot be read. */
  async paper(id: PaperId, pause?: Pause): Promise<IndexedPaper | null> {
    const known = this.known(id);
    if (known !== null) return known;
    const { reading } = this.#store.library.papers[id] ?? {};
    const stamp = this.#files === null ? null : await this.#papers.wordsStamp(id);
    const isStored = stamp !== null && !this.#unread.has(id);
    const index = !isStored ? null : ((await this.#files?.readIndex(id, stamp)) ?? null);
    if (index === null) return this.make(id, pause);
    const paper: IndexedPaper = { id, made: false, reading, stamp, index };
    this.#indexed.set(id, paper);
    return paper;
  }

  /** The words of a paper; null when they cannot be read. */
  async words(paper: IndexedPaper): Promise<Searchable | null> {
    const known = this.#words.get(paper.id);
    if (known !== undefined && this.known(paper.id) === paper) {
      this.#words.delete(paper.id);
      this.#words.set(paper.id, known);
      return known;
    }
    const stored = paper.stamp === null ? null : ((await this.#files?.readWords(paper.id, paper.stamp)) ?? null);
    if (stored !== null) {
      this.#keep(paper.id, stored);
      return stored;
    }
    const made = await this.make(paper.id);
    return made === null ? null : (this.#words.get(paper.id) ?? null);
  }

  /** Index a paper from its own words, whatever is stored. Null when they cannot be read. */
  async make(id: PaperId, pause?: Pause): Promise<IndexedPaper | null> {
    this.forget(id);
    const { reading } = this.#store.library.papers[id] ?? {};
    const stamp = this.#files === null ? null : await this.#papers.wordsStamp(id);
    // Background work leaves the papers in memory that somebody is reading.
    const asked = pause === undefined ? this.#papers.content(id) : this.#papers.storedContentSlowly(id, pause);
    const content = await asked.catch(() => null);
    if (content === null) {
      this.#unread.add(id);
      return null;
    }
    const words = await run(searchableSteps(content), pause);
    const index = await run(gramIndexSteps(words), pause);
    const paper: IndexedPaper = { id, made: true, reading, stamp, index };
    this.#indexed.set(id, paper);
    this.#unread.delete(id);
    this.#keep(id, words);
    // Words that were replaced meanwhile have another stamp.
    if (stamp !== null && stamp === (await this.#papers.wordsStamp(id)))
      await this.#files?.write(id, stamp, words, index);
    return paper;
  }

  /** Forget a paper; it is read again when it is next asked for. */
  forget(id: PaperId): void {
    this.#indexed.delete(id);
    this.#drop(id);
  }

  /** Forget papers that are no more in the library. */
  forgetRemoved(): void {
    for (const id of this.#indexed.keys()) if (this.#store.library.papers[id] === undefined) this.forget(id);
  }

  #keep(id: PaperId, words: Searchable): void {
    this.#drop(id);
    this.#words.set(id, words);
    this.#kept += words.folded.length;
    for (const other of this.#words.keys()) {
      if (this.#kept <= room || other === id) break;
      this.#drop(other);
    }
  }

  #drop(id: PaperId): void {
    this.#kept -= this.#words.get(id)?.folded.length ?? 0;
    this.#words.delete(id);
  }
}

function run<Value>(work: Generator<void, Value>, pause: Pause | undefined): Promise<Value> | Value {
  return pause === undefined ? atOnce(work) : inSlices(work, pause);
}
