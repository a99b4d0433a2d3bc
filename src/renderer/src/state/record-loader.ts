import type { Change } from "../../../shared/change/change.ts";
import type { PaperRecords } from "../../../shared/contract/opening-calls.ts";
import { withoutPapers } from "../../../shared/model/by-paper.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type RecordsOfPaper, unpackRecords } from "../../../shared/papers/packed-records.ts";
import {
  type PartialLibrary,
  partialLibrary,
  takeChange,
  takeRecords,
} from "../../../shared/papers/partial-library.ts";
import { withRelatedPapers } from "../../../shared/papers/related-papers.ts";
import { inflateText } from "./inflate-text.ts";

/** How many papers have come, of those that were missing at first. */
export type Loading = Readonly<{ done: number; total: number }>;

export type LoaderHost = Readonly<{
  ask: (papers: PaperId[]) => Promise<PaperRecords>;
  /** There is another library or progress. */
  onChange: () => void;
  /** Gives way to other work of the window where it has gone on for long; undefined where it has not. */
  pause: () => Promise<void> | undefined;
  /** Waits until a call that failed is tried again. */
  waitToRetry: () => Promise<void>;
}>;

/** How many bytes one answer should have: the claims of some 50 papers. */
const wantedLength = 500_000;
const [firstGroup, largestGroup] = [8, 500];
/** The server writes one answer while the window reads another. */
const atOnce = 2;

/**
 * Gets the annotations of a large library paper by paper. The library it gives has those of papers that were asked for;
 * all others appear together at the end, so that what counts or lists them all is computed once, from all of them.
 */
export class RecordLoader {
  readonly #host: LoaderHost;
  readonly #total: number;
  #copy: PartialLibrary;
  #shown: Library | null = null;
  /** Papers that have come and are not shown yet. */
  readonly #unshown: Set<string>;
  /** Papers that have not been asked for. */
  readonly #queue: Set<PaperId>;
  #waiting: { papers: readonly string[]; done: () => void }[] = [];
  #group = firstGroup;
  #stopped = false;

  constructor(library: Library, last: number, missing: readonly PaperId[], host: LoaderHost) {
    this.#host = host;
    this.#total = missing.length;
    this.#copy = partialLibrary(library, last, missing);
    this.#unshown = new Set(missing);
    this.#queue = new Set(missing);
  }

  /** Null when everything is there. */
  get progress(): Loading | null {
    const { size } = this.#copy.missing;
    return size === 0 ? null : { done: this.#total - size, total: this.#total };
  }

  /** The library with the annotations of those papers that may be shown; the same value as long as it is the same. */
  get library(): Library {
    const { library } = this.#copy;
    if (this.progress === null) return library;
    const { annotations, positions } = library;
    this.#shown ??= {
      ...library,
      annotations: withoutPapers(annotations, this.#unshown),
      positions: withoutPapers(positions, this.#unshown),
    };
    return this.#shown;
  }

  /** Ask for everything, some papers after the others. */
  start(): void {
    for (let times = 0; times < atOnce; times++) void this.#loadAll();
  }

  /** Nothing more is asked for, and what still comes counts for nothing. */
  stop(): void {
    this.#stopped = true;
    this.#release(() => true);
  }

  /** The library that is to be shown after one more change. Throws as the function of this name. */
  takeChange(number: number, change: Change): Library {
    this.#copy = takeChange(this.#copy, number, change);
    this.#shown = null;
    this.#release((papers) => papers.every((paper) => !this.#copy.missing.has(paper)));
    return this.library;
  }

  /**
   * Show a paper's annotations, with those that relations link them to, before all others. Throws when they cannot be
   * had.
   */
  async show(paper: string): Promise<void> {
    const papers = withRelatedPapers(this.#copy.library, paper).filter((wanted) => this.#unshown.has(wanted));
    if (papers.length === 0) return;
    const missing = papers.filter((wanted) => this.#copy.missing.has(wanted)) as PaperId[];
    for (const wanted of missing) this.#queue.delete(wanted);
    if (missing.length > 0)
      await this.#load(missing).catch((error: unknown) => {
        for (const wanted of missing) this.#queue.add(wanted);
        void this.#loadAll();
        throw error;
      });
    await this.#arrived(papers);
    if (this.#stopped) return;
    for (const wanted of papers) this.#unshown.delete(wanted);
    this.#shown = null;
    this.#host.onChange();
  }

  async #loadAll(): Promise<void> {
    for (let group = this.#nextGroup(); group.length > 0 && !this.#stopped; group = this.#nextGroup()) {
      const loaded = await this.#load(group).then(
        () => true,
        () => false,
      );
      if (loaded) continue;
      for (const paper of group) this.#queue.add(paper);
      await this.#host.waitToRetry();
    }
  }

  #nextGroup(): PaperId[] {
    const group = [...this.#queue].slice(0, this.#group);
    for (const paper of group) this.#queue.delete(paper);
    return group;
  }

  async #load(papers: PaperId[]): Promise<void> {
    const { last, papers: packed } = await this.#host.ask(papers);
    const read: [string, RecordsOfPaper][] = [];
    let length = 0;
    for (const [paper, { head, columns }] of Object.entries(packed)) {
      if (this.#stopped) return;
      read.push([paper, unpackRecords(head, () => inflateText(columns))]);
      length += columns.length;
      await this.#host.pause();
    }
    if (this.#stopped) return;
    const fitting = Math.round((papers.length * wantedLength) / Math.max(1, length));
    this.#group = Math.min(Math.max(1, fitting), this.#group * 4, largestGroup);
    this.#copy = takeRecords(this.#copy, { last, papers: read });
    this.#release((wanted) => wanted.every((paper) => !this.#copy.missing.has(paper)));
    this.#host.onChange();
  }

  #arrived(papers: readonly string[]): Promise<void> {
    if (this.#stopped || papers.every((paper) => !this.#copy.missing.has(paper))) return Promise.resolve();
    return new Promise((done) => this.#waiting.push({ papers, done }));
  }

  #release(isOver: (papers: readonly string[]) => boolean): void {
    const over = this.#waiting.filter(({ papers }) => isOver(papers));
    this.#waiting = this.#waiting.filter((wait) => !over.includes(wait));
    for (const { done } of over) done();
  }
}
