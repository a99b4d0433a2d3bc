import { allCoded, type Coded, codedIn } from "../../../shared/claims/claims.ts";
import { supersededPapers } from "../../../shared/claims/versions.ts";
import { type FilterResult, filterClaims, matchAll } from "../../../shared/filter/filter-result.ts";
import { isEmpty } from "../../../shared/filter/names.ts";
import { filterOf, saysVersion, testOf } from "../../../shared/filter/query.ts";
import { WordIndex } from "../../../shared/filter/word-index.ts";
import { paperTable } from "../../../shared/model/by-paper.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/model/query.ts";

/** All annotations of a library, and what they say side by side. Both are made when they are first asked for. */
type Every = Readonly<{ library: Library; coded: () => readonly Coded[]; index: () => WordIndex }>;
let every: Every | null = null;

function everyOf(library: Library): Every {
  if (every?.library === library) return every;
  let list: readonly Coded[] | null = null;
  let words: WordIndex | null = null;
  const coded = (): readonly Coded[] => {
    list ??= allCoded(library);
    return list;
  };
  const index = (): WordIndex => {
    words ??= new WordIndex(coded());
    return words;
  };
  every = { library, coded, index };
  return every;
}

/** All annotations; the same list for the same library. */
export function allClaims(library: Library): readonly Coded[] {
  return everyOf(library).coded();
}

let known: Readonly<{ library: Library; query: Query; left: FilterResult }> | null = null;

/**
 * Which of all annotations the filter leaves. Equal arguments give the identical answer, so that bar and table ask
 * once.
 */
export function filteredClaims(library: Library, query: Query): FilterResult {
  if (known?.library !== library || known.query !== query) {
    const isWhole = isOpen(query) && (query.versions === "all" || supersededPapers(library.papers).size === 0);
    const left = isWhole ? matchAll(annotationCount(library)) : filterAll(library, query);
    known = { library, query, left };
  }
  return known.left;
}

function filterAll(library: Library, query: Query): FilterResult {
  const { coded, index } = everyOf(library);
  return filterClaims(coded(), testOf(library, query, index().finder));
}

const nothing: ReadonlySet<string> = new Set();

/** How many annotations the papers of a library have, some papers left out. Records that are packed stay so. */
function annotationCount({ papers, annotations }: Library, without = nothing): number {
  return Object.keys(papers).reduce(
    (count, paper) => count + (without.has(paper) ? 0 : paperTable(annotations, paper).count),
    0,
  );
}

/**
 * How many annotations a filter chooses from: all, or those of papers without a newer version where it says nothing of
 * versions.
 */
export function countable(library: Library, query: Query): number {
  const isOfAll = query.versions === "all" || saysVersion(filterOf(query));
  return annotationCount(library, isOfAll ? nothing : supersededPapers(library.papers));
}

/** The annotations that the filter leaves. */
export function shownClaims(library: Library, query: Query): readonly Coded[] {
  const { marks, count } = filteredClaims(library, query);
  const coded = allClaims(library);
  return count === coded.length ? coded : coded.filter((_, place) => marks[place] === 1);
}

/** Whether a query leaves everything in. */
export function isOpen(query: Query): boolean {
  return isEmpty(filterOf(query));
}

/** So many annotations are read while nobody waits; of a larger library they stay packed until they are needed. */
const mostWarmed = 200_000;

/**
 * Read all annotations and take in their words while nobody waits, so that the table opens at once and the first letter
 * of a filter is answered as fast as the others.
 */
export function warmWords(library: Library): () => void {
  if (annotationCount(library) > mostWarmed) return () => undefined;
  const { index } = everyOf(library);
  const papers = Object.values(library.papers).values();
  const warm = (isOver: () => boolean): boolean => {
    for (const { id } of papers) {
      codedIn(library, id);
      if (isOver()) return false;
    }
    return index().fill(isOver);
  };
  let timer = setTimeout(function some() {
    const until = performance.now() + 8;
    if (!warm(() => performance.now() >= until)) timer = setTimeout(some, 16);
  }, 500);
  return () => clearTimeout(timer);
}
