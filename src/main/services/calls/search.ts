import { setImmediate } from "node:timers/promises";
import { codedIn } from "../../../shared/claims/claims.ts";
import { supersededPapers } from "../../../shared/claims/versions.ts";
import type {
  Arguments,
  FoundPassage,
  FoundPassages,
  SearchHit,
  SearchResults,
} from "../../../shared/contract/workbench.ts";
import { saysAll } from "../../../shared/filter/words.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { labelIn, type PageMap } from "../../../shared/model/page-map.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { candidates, gramsOf } from "../../../shared/search/gram-index.ts";
import { isAbout } from "../../../shared/search/paper-words.ts";
import { passageAround } from "../../../shared/search/passage-span.ts";
import {
  findPlaces,
  holdsTerm,
  isParagraphOf,
  rangesOf,
  type Searchable,
  type SearchPlace,
  searchTerms,
  type Term,
} from "../../../shared/search/search.ts";
import type { Pause } from "../files/pause.ts";
import type { LibraryStore, PaperSources, SearchStore } from "../store/library-store.ts";
import { hitsIn, type PaperPlaces } from "./search-hits.ts";
import { type PaperText, SearchTexts } from "./search-texts.ts";
import { SearchWords } from "./search-words.ts";

/** Milliseconds of work after which others get their turn. */
const slice = 12;

/** How far to search: so many places of each paper, and until a time of `performance.now()`. */
type Extent = Readonly<{ most: number; until: number; signal: AbortSignal | null }>;
type Found = Readonly<{ found: PaperPlaces[]; complete: boolean }>;

/** A paper whose words are not those that were searched. */
class Outdated extends Error {
  readonly paper: PaperId;

  constructor(paper: PaperId) {
    super("The search index is outdated.");
    this.paper = paper;
  }
}

/** Finds words in papers and annotations: the index says where they may be, and only there the words are read. */
export class SearchIndex {
  readonly #store: Pick<LibraryStore, "library">;
  readonly #files: SearchStore | null;
  readonly #words: SearchWords;
  readonly #texts: SearchTexts;

  /** Without a store of its own, the index is in memory only. */
  constructor(store: Pick<LibraryStore, "library">, papers: PaperSources, files: SearchStore | null = null) {
    this.#store = store;
    this.#files = files;
    this.#words = new SearchWords(store, papers, files);
    this.#texts = new SearchTexts(store, papers);
  }

  /**
   * Places of papers that have all words of a query near each other, and annotations that say them. A paper whose words
   * cannot be read is skipped. Throws `cancelled` when the signal says so.
   */
  async search(
    { query, papers, limit = 200, each = limit, within }: Omit<Arguments<"search">, "job">,
    signal: AbortSignal | null = null,
  ): Promise<SearchResults> {
    const terms = searchTerms(query);
    if (terms.length === 0) return { hits: [], papers: [], complete: true };
    this.#words.forgetRemoved();
    const until = within === undefined ? Infinity : performance.now() + within;
    const wanted = papers === undefined ? null : new Set<string>(papers);
    return this.#untilCurrent(async () => {
      const all = Object.values(this.#store.library.papers).filter(({ id }) => wanted === null || wanted.has(id));
      // What weighs most first, as far as that is known.
      const about = Map.groupBy(all, (paper) => isAbout(paper, terms));
      const order = [...(about.get(true) ?? []), ...(about.get(false) ?? [])];
      // Half of the time for finding places, half for showing them.
      const extent = { most: Math.min(each, limit), until: until - (within ?? 0) / 2, signal };
      const { found, complete } = await this.#placesOf(order, terms, extent);
      const hits: SearchHit[] = [];
      let isWhole = complete;
      for (const result of found.sort(byWeight)) {
        if (hits.length >= limit) break;
        if (hits.length > 0 && performance.now() > until) {
          isWhole = false;
          break;
        }
        stopIf(signal);
        hits.push(...(await this.#hitsOf(result, terms, Math.min(each, limit - hits.length))));
      }
      const counts = found.map(({ paper, count, claims, about }) => {
        return { paper: paper.id, places: count, annotations: claims.length, about };
      });
      return { hits, papers: counts, complete: isWhole };
    });
  }

  /** Passages around the words of a query, each once. */
  async findPassages({ query, papers, span, limit = 1000 }: Arguments<"findPassages">): Promise<FoundPassages> {
    const terms = searchTerms(query);
    if (terms.length === 0) return { passages: [], more: 0 };
    this.#words.forgetRemoved();
    return this.#untilCurrent(async () => {
      const { papers: known } = this.#store.library;
      const superseded = supersededPapers(known);
      const all =
        papers?.flatMap((id) => known[id] ?? []) ?? Object.values(known).filter(({ id }) => !superseded.has(id));
      const passages: FoundPassage[] = [];
      let more = 0;
      const { found } = await this.#placesOf(all, terms, { most: Infinity, until: Infinity, signal: null });
      for (const { paper, words, places } of found) {
        if (words === null || places.length === 0) continue;
        const { text, pages } = await this.#textOf(paper.id, words, places);
        let reached = -1;
        for (const { match, paragraph } of places.flatMap((place) => matchesOf(text, words, place, terms))) {
          const { start, end } = passageAround(text, paragraph, match, span);
          // Two matches may be in one sentence.
          if (start < reached || start >= end) continue;
          reached = end;
          const page = labelIn(pages, start);
          if (passages.length < limit)
            passages.push({ paper: paper.id, start, end, page, quote: text.slice(start, end) });
          else more++;
        }
      }
      return { passages, more };
    });
  }

  /** Where the pages of papers begin. Those whose words cannot be read are left out. */
  async pageMaps(papers: readonly PaperId[]): Promise<Record<string, PageMap>> {
    const maps: [string, PageMap][] = [];
    for (const id of papers) {
      const isThere = this.#store.library.papers[id] !== undefined;
      const text = isThere ? await this.#texts.text(id).catch(() => null) : null;
      if (text !== null) maps.push([id, text.pages]);
    }
    return Object.fromEntries(maps);
  }

  /**
   * Index the papers that are not yet, and remove what is stored of others, as background work. Stops when the signal
   * says so.
   */
  async prepare(pause: Pause, signal: AbortSignal): Promise<void> {
    for (const id of Object.values(this.#store.library.papers).map((paper) => paper.id)) {
      if (signal.aborted) return;
      if (this.#store.library.papers[id] !== undefined) await this.#words.paper(id, pause);
      await pause();
    }
    await this.#files?.keepOnly(new Set(Object.keys(this.#store.library.papers)));
  }

  /** Do a search, and do it again when it met a paper whose words are not those that were searched. */
  async #untilCurrent<Value>(work: () => Promise<Value>): Promise<Value> {
    for (;;)
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Outdated)) throw error;
        await this.#words.make(error.paper);
      }
  }

  async #placesOf(papers: readonly Paper[], terms: readonly Term[], extent: Extent): Promise<Found> {
    const { library } = this.#store;
    const grams = gramsOf(terms);
    const says = saysAll(
      library,
      terms.map((term) => (plain: string) => holdsTerm(plain, term)),
    );
    const found: PaperPlaces[] = [];
    let began = performance.now();
    const giveWay = async (): Promise<void> => {
      await setImmediate();
      stopIf(extent.signal);
      began = performance.now();
    };
    for (const paper of papers) {
      if (found.length > 0 && performance.now() > extent.until) return { found, complete: false };
      const indexed = this.#words.known(paper.id) ?? (await this.#words.paper(paper.id));
      const within = indexed === null ? [] : candidates(indexed.index, grams);
      const words = indexed === null || within.length === 0 ? null : await this.#words.words(indexed);
      const finding = words === null ? null : findPlaces(words, terms, within, extent.most);
      let step = finding?.next();
      while (step?.done === false) {
        if (performance.now() - began > slice) await giveWay();
        step = finding?.next();
      }
      const { places, count } = step?.value ?? { places: [], count: 0 };
      const claims = codedIn(library, paper.id).filter((coded) => says(coded));
      const about = isAbout(paper, terms);
      if (about || count > 0 || claims.length > 0) found.push({ paper, words, places, count, claims, about });
      if (performance.now() - began > slice) await giveWay();
    }
    return { found, complete: true };
  }

  async #hitsOf(result: PaperPlaces, terms: readonly Term[], most: number): Promise<SearchHit[]> {
    const { paper, words, places, claims } = result;
    if (places.length + claims.length === 0) return [];
    const isMade = words === null || this.#words.known(paper.id)?.made === true;
    const text = await this.#texts.text(paper.id).catch((error: unknown) => {
      if (!isMade) throw new Outdated(paper.id);
      // Annotations of a paper whose words cannot be read are counted, but not shown.
      if (error instanceof WorkbenchError) return null;
      throw error;
    });
    if (text === null) return [];
    if (!isMade) this.#compare(paper.id, text, result.words, places.slice(0, most));
    return hitsIn(this.#store.library, result, text, terms, most);
  }

  /** A paper's words as they are shown. Throws `Outdated` when others were searched. */
  async #textOf(id: PaperId, words: Searchable, places: readonly SearchPlace[]): Promise<PaperText> {
    const isMade = this.#words.known(id)?.made === true;
    const text = await this.#texts.text(id).catch((error: unknown) => {
      throw isMade ? error : new Outdated(id);
    });
    if (!isMade) this.#compare(id, text, words, places);
    return text;
  }

  /** Throws `Outdated` when places are not in a text; what is stored may say anything. */
  #compare(id: PaperId, { text }: PaperText, words: Searchable | null, places: readonly SearchPlace[]): void {
    if (words === null || places.every(({ paragraph }) => isParagraphOf(text, words, paragraph))) return;
    this.#texts.forget(id);
    throw new Outdated(id);
  }
}

type Match = Readonly<{ match: TextRange; paragraph: TextRange }>;

/** What matches at a place: each occurrence of a single term, or several terms from the first to the last. */
function matchesOf(text: string, words: Searchable, place: SearchPlace, terms: readonly Term[]): Match[] {
  const ranges = rangesOf(text, words, place).map(([start, end]) => ({ start, end }));
  const paragraph = {
    start: words.extents[place.paragraph * 2] ?? 0,
    end: words.extents[place.paragraph * 2 + 1] ?? 0,
  };
  const whole = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
  return (terms.length === 1 ? ranges : [whole]).map((match) => ({ match, paragraph }));
}

/** A paper that is about the words goes before one that only has them, one with many places before one with few. */
function byWeight(a: PaperPlaces, b: PaperPlaces): number {
  const weight = ({ count, claims }: PaperPlaces): number => count + claims.length;
  return Number(b.about) - Number(a.about) || weight(b) - weight(a) || (a.paper.id < b.paper.id ? -1 : 1);
}

function stopIf(signal: AbortSignal | null): void {
  if (signal?.aborted === true) throw new WorkbenchError("cancelled", message("general.cancelled"));
}
