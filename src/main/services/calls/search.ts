import { setImmediate } from "node:timers/promises";
import { type Coded, codedIn } from "../../../shared/claims/claims.ts";
import { supersededPapers } from "../../../shared/claims/versions.ts";
import type {
  Arguments,
  FoundPassage,
  FoundPassages,
  SearchHit,
  SearchResults,
} from "../../../shared/contract/workbench.ts";
import { saysAll } from "../../../shared/filter/words.ts";
import { extentOf, quoteOf, textRanges } from "../../../shared/model/annotation.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { labelIn, type PageMap, pageMapOf, passageLabelIn } from "../../../shared/model/page-map.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { isAbout } from "../../../shared/search/paper-words.ts";
import { passageAround } from "../../../shared/search/passage-span.ts";
import {
  holdsTerm,
  rangesIn,
  rangesOf,
  type Searchable,
  type SearchPlace,
  searchable,
  searchPlaces,
  searchTerms,
  snippetOf,
  type Term,
} from "../../../shared/search/search.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { plainWords } from "../../../shared/text/words.ts";
import type { LibraryStore, PaperSources } from "../store/library-store.ts";

/** What is kept of a paper: its folded words, and where its pages begin. */
type Entry = Readonly<{ words: Searchable; pages: PageMap; labels: Paper["labels"]; reading: Paper["reading"] }>;

/**
 * Units of folded words that are kept in memory, about twice as many bytes; papers beyond are read again for each
 * search.
 */
const room = 300_000_000;
/** Milliseconds of work after which others get their turn. */
const slice = 12;

type PaperPlaces = Readonly<{ paper: Paper; places: readonly SearchPlace[]; claims: readonly Coded[]; about: boolean }>;

/**
 * The words of all papers in memory, folded, made of the papers' files when first asked for. Reading through them takes
 * less than looking words up.
 */
export class SearchIndex {
  readonly #store: Pick<LibraryStore, "library">;
  readonly #papers: PaperSources;
  readonly #entries = new Map<string, Entry>();
  #kept = 0;

  constructor(store: Pick<LibraryStore, "library">, papers: PaperSources) {
    this.#store = store;
    this.#papers = papers;
  }

  /**
   * Places of papers that have all words of a query near each other, and annotations that say them. A paper whose words
   * cannot be read is skipped.
   */
  async search({ query, papers, limit = 200, each = limit }: Arguments<"search">): Promise<SearchResults> {
    const terms = searchTerms(query);
    if (terms.length === 0) return { hits: [], papers: [] };
    this.#forget();
    const wanted = papers === undefined ? null : new Set<string>(papers);
    const all = Object.values(this.#store.library.papers).filter((paper) => wanted === null || wanted.has(paper.id));
    const found = (await this.#placesOf(all, terms)).sort(byWeight);
    const hits: SearchHit[] = [];
    for (const result of found) {
      if (hits.length >= limit) break;
      hits.push(...(await this.#hitsOf(result, terms, Math.min(each, limit - hits.length))));
    }
    const counts = found.map(({ paper, places, claims, about }) => {
      return { paper: paper.id, places: places.length, annotations: claims.length, about };
    });
    return { hits, papers: counts };
  }

  /** Passages around the words of a query, each once. */
  async findPassages({ query, papers, span, limit = 1000 }: Arguments<"findPassages">): Promise<FoundPassages> {
    const terms = searchTerms(query);
    if (terms.length === 0) return { passages: [], more: 0 };
    this.#forget();
    const { papers: known } = this.#store.library;
    const superseded = supersededPapers(known);
    const all =
      papers?.flatMap((id) => known[id] ?? []) ?? Object.values(known).filter(({ id }) => !superseded.has(id));
    const passages: FoundPassage[] = [];
    let more = 0;
    for (const { paper, places } of await this.#placesOf(all, terms)) {
      const entry = await this.#entry(paper.id);
      if (entry === null || places.length === 0) continue;
      const { text } = await this.#papers.content(paper.id);
      let reached = -1;
      for (const { words, paragraph } of places.flatMap((place) => matchesOf(text, entry.words, place, terms))) {
        const { start, end } = passageAround(text, paragraph, words, span);
        // Two matches may be in one sentence.
        if (start < reached || start >= end) continue;
        reached = end;
        const page = labelIn(entry.pages, start);
        if (passages.length < limit)
          passages.push({ paper: paper.id, start, end, page, quote: text.slice(start, end) });
        else more++;
      }
    }
    return { passages, more };
  }

  /** Where the pages of papers begin. */
  async pageMaps(papers: readonly PaperId[]): Promise<Record<string, PageMap>> {
    const maps: [string, PageMap][] = [];
    for (const id of papers) {
      const entry = this.#store.library.papers[id] === undefined ? null : await this.#entry(id);
      if (entry !== null) maps.push([id, entry.pages]);
    }
    return Object.fromEntries(maps);
  }

  async #placesOf(papers: readonly Paper[], terms: readonly Term[]): Promise<PaperPlaces[]> {
    const says = saysAll(
      this.#store.library,
      terms.map((term) => (plain: string) => holdsTerm(plain, term)),
    );
    const found: PaperPlaces[] = [];
    let began = performance.now();
    for (const paper of papers) {
      const entry = await this.#entry(paper.id);
      const places = entry === null ? [] : searchPlaces(entry.words, terms);
      const claims = codedIn(this.#store.library, paper.id).filter((coded) => says(coded));
      const about = isAbout(paper, terms);
      if (about || places.length > 0 || claims.length > 0) found.push({ paper, places, claims, about });
      if (performance.now() - began > slice) {
        await setImmediate();
        began = performance.now();
      }
    }
    return found;
  }

  /**
   * The first hits of a paper. An annotation around a place is reported with it; one that has the words in its note or
   * coding is a hit of its own.
   */
  async #hitsOf({ paper, places, claims }: PaperPlaces, terms: readonly Term[], most: number): Promise<SearchHit[]> {
    const entry = await this.#entry(paper.id);
    if (entry === null || places.length + claims.length === 0) return [];
    const { text } = await this.#papers.content(paper.id);
    const inText = places.slice(0, most).map((place): SearchHit => {
      const ranges = rangesOf(text, entry.words, place);
      const [start, end] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
      const around = claims.find(({ annotation }) =>
        textRanges(annotation.passage).some((range) => range.start <= start && range.end >= end),
      );
      const page = labelIn(entry.pages, start);
      return {
        paper: paper.id,
        start,
        end,
        page,
        ...snippetOf(text, ranges),
        annotation: around?.annotation.id ?? null,
      };
    });
    const inWords = claims.filter(({ annotation }) => {
      // The words of a rectangle are nowhere in the text.
      if (annotation.passage.region !== undefined) return true;
      const quote = plainWords(quoteOf(annotation.passage));
      return !terms.every((term) => holdsTerm(quote, term));
    });
    const own = inWords.slice(0, most).map((word) => this.#saying(word, terms, entry.pages));
    return [...inText, ...own].sort((a, b) => a.start - b.start).slice(0, most);
  }

  #saying({ annotation, positions }: Coded, terms: readonly Term[], pages: PageMap): SearchHit {
    const { library } = this.#store;
    const { start, end } = extentOf(annotation.passage);
    const quote = quoteOf(annotation.passage);
    const actor = annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? "");
    const issues = positions.map((position) => library.issues[position.issue]?.name ?? "");
    const short = quote.length > 120 ? `${cutText(quote, 119).trimEnd()}…` : quote;
    // Beside the quote only what says one of the words.
    const saying = [cutText(annotation.note, 240), actor, ...issues].filter((part) => rangesIn(part, terms).length > 0);
    const snippet = [short, ...saying].join(" — ").replace(/\s/g, " ");
    const page = passageLabelIn(pages, annotation.passage);
    return {
      paper: annotation.paper,
      start,
      end,
      page,
      snippet,
      marks: rangesIn(snippet, terms),
      annotation: annotation.id,
    };
  }

  async #entry(id: PaperId): Promise<Entry | null> {
    const known = this.#entries.get(id);
    const { labels = [], reading } = this.#store.library.papers[id] ?? {};
    if (known?.labels === labels && known.reading === reading) return known;
    const content = await this.#papers.content(id).catch(() => null);
    if (content === null) return null;
    const entry = {
      words: known?.reading === reading && known !== undefined ? known.words : searchable(content),
      pages: pageMapOf(content),
      labels,
      reading,
    };
    if (known !== undefined) this.#entries.set(id, entry);
    else if (this.#kept + entry.words.folded.length <= room && !this.#entries.has(id)) {
      this.#entries.set(id, entry);
      this.#kept += entry.words.folded.length;
    }
    return entry;
  }

  /** Let go of papers that are no more in the library. */
  #forget(): void {
    for (const [id, { words }] of this.#entries)
      if (this.#store.library.papers[id] === undefined) {
        this.#entries.delete(id);
        this.#kept -= words.folded.length;
      }
  }
}

type Match = Readonly<{ words: TextRange; paragraph: TextRange }>;

/** What matches at a place: each occurrence of a single term, or several terms from the first to the last. */
function matchesOf(text: string, words: Searchable, place: SearchPlace, terms: readonly Term[]): Match[] {
  const ranges = rangesOf(text, words, place).map(([start, end]) => ({ start, end }));
  const paragraph = {
    start: words.extents[place.paragraph * 2] ?? 0,
    end: words.extents[place.paragraph * 2 + 1] ?? 0,
  };
  const whole = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
  return (terms.length === 1 ? ranges : [whole]).map((range) => ({ words: range, paragraph }));
}

/** A paper that is about the words goes before one that only has them, one with many places before one with few. */
function byWeight(a: PaperPlaces, b: PaperPlaces): number {
  const weight = ({ places, claims }: PaperPlaces): number => places.length + claims.length;
  return Number(b.about) - Number(a.about) || weight(b) - weight(a) || (a.paper.id < b.paper.id ? -1 : 1);
}
