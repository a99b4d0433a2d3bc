import { allCoded, type Coded } from "../../../shared/claims/claims.ts";
import { supersededPapers } from "../../../shared/claims/versions.ts";
import { type FilterResult, filterClaims, matchAll } from "../../../shared/filter/filter-result.ts";
import { isEmpty } from "../../../shared/filter/names.ts";
import { filterOf, saysVersion, testOf } from "../../../shared/filter/query.ts";
import { WordIndex } from "../../../shared/filter/word-index.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/model/query.ts";

/** All annotations, and what they say side by side. */
type Every = Readonly<{ library: Library; coded: readonly Coded[]; index: WordIndex }>;
let every: Every | null = null;

function everyOf(library: Library): Every {
  if (every?.library !== library) {
    const coded = allCoded(library);
    every = { library, coded, index: new WordIndex(coded) };
  }
  return every;
}

/** All annotations; the same list for the same library. */
export function allClaims(library: Library): readonly Coded[] {
  return everyOf(library).coded;
}

let known: Readonly<{ library: Library; query: Query; left: FilterResult }> | null = null;

/**
 * Which of all annotations the filter leaves. Equal arguments give the identical answer, so that bar and table ask
 * once.
 */
export function filteredClaims(library: Library, query: Query): FilterResult {
  if (known?.library !== library || known.query !== query) {
    const { coded, index } = everyOf(library);
    const isWhole = isOpen(query) && (query.versions === "all" || supersededPapers(library.papers).size === 0);
    const left = isWhole ? matchAll(coded.length) : filterClaims(coded, testOf(library, query, index.finder));
    known = { library, query, left };
  }
  return known.left;
}

/**
 * How many annotations a filter chooses from: all, or those of papers without a newer version where it says nothing of
 * versions.
 */
export function countable(library: Library, query: Query): number {
  const { coded } = everyOf(library);
  const superseded = supersededPapers(library.papers);
  if (superseded.size === 0 || query.versions === "all" || saysVersion(filterOf(query))) return coded.length;
  return coded.reduce((count, { annotation }) => count + (superseded.has(annotation.paper) ? 0 : 1), 0);
}

/** The annotations that the filter leaves. */
export function shownClaims(library: Library, query: Query): readonly Coded[] {
  const { marks, count } = filteredClaims(library, query);
  const { coded } = everyOf(library);
  return count === coded.length ? coded : coded.filter((_, place) => marks[place] === 1);
}

/** Whether a query leaves everything in. */
export function isOpen(query: Query): boolean {
  return isEmpty(filterOf(query));
}

/**
 * Take in the words of all annotations while nobody waits, so that the first letter of a filter is answered as fast as
 * the others.
 */
export function warmWords(library: Library): () => void {
  const { index } = everyOf(library);
  let timer = setTimeout(function some() {
    const until = performance.now() + 8;
    if (!index.fill(() => performance.now() >= until)) timer = setTimeout(some, 16);
  }, 500);
  return () => clearTimeout(timer);
}
