import { type ClaimList, nextClaimList } from "../../../shared/claims/claim-list.ts";
import { type Coded, codedIn } from "../../../shared/claims/claims.ts";
import { carryGroupIndexes } from "../../../shared/claims/group-index.ts";
import { supersededPapers } from "../../../shared/claims/versions.ts";
import { type FilterResult, filterClaims, matchAll } from "../../../shared/filter/filter-result.ts";
import { isEmpty } from "../../../shared/filter/names.ts";
import { filterOf, saysVersion, testOf } from "../../../shared/filter/query.ts";
import { WordIndex } from "../../../shared/filter/word-index.ts";
import { paperTable } from "../../../shared/model/by-paper.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/model/query.ts";

/** All annotations of a library, and what they say side by side. */
type Every = Readonly<{ library: Library; list: ClaimList; index: WordIndex }>;
let every: Every | null = null;

/** Made of what was known before a change, so that a claim that is coded costs no more in a large library. */
function everyOf(library: Library): Every {
  if (every?.library === library) return every;
  const before = every;
  const { list, change } = nextClaimList(library, before?.list ?? null);
  if (before !== null && change !== null) carryGroupIndexes(before.list.coded, list.coded, change);
  if (before === null) every = { library, list, index: new WordIndex(list.coded) };
  else every = { library, list, index: change === null ? before.index : before.index.next(list.coded, change) };
  return every;
}

/** All annotations; the same list for the same library, and for another in which they are the same. */
export function allClaims(library: Library): readonly Coded[] {
  return everyOf(library).list.coded;
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
  const { list, index } = everyOf(library);
  return filterClaims(list.coded, testOf(library, query, index.finder));
}

const nothing: ReadonlySet<string> = new Set();

let counted: Readonly<{ library: Library; count: number }> | null = null;

/** How many annotations a library has. Asked several times for each letter of a filter, so it is counted once. */
function annotationCount(library: Library): number {
  if (counted?.library !== library) counted = { library, count: countWithout(library, nothing) };
  return counted.count;
}

/** How many annotations the papers of a library have, some papers left out. Records that are packed stay so. */
function countWithout({ papers, annotations }: Library, without: ReadonlySet<string>): number {
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
  const without = query.versions === "all" || saysVersion(filterOf(query)) ? nothing : supersededPapers(library.papers);
  return without.size === 0 ? annotationCount(library) : countWithout(library, without);
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
  const papers = Object.values(library.papers).values();
  const warm = (isOver: () => boolean): boolean => {
    for (const { id } of papers) {
      codedIn(library, id);
      if (isOver()) return false;
    }
    return everyOf(library).index.fill(isOver);
  };
  let timer = setTimeout(function some() {
    const until = performance.now() + 8;
    if (!warm(() => performance.now() >= until)) timer = setTimeout(some, 16);
  }, 500);
  return () => clearTimeout(timer);
}
