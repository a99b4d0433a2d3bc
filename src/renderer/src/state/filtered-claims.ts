import { type ClaimList, claimList } from "../../../shared/claims/claim-list.ts";
import type { Coded } from "../../../shared/claims/claims.ts";
import { supersededPapers } from "../../../shared/claims/versions.ts";
import { type FilterResult, filterClaims, matchAll } from "../../../shared/filter/filter-result.ts";
import { listFinder } from "../../../shared/filter/list-finder.ts";
import { isEmpty } from "../../../shared/filter/names.ts";
import { filterOf, saysVersion, testOf } from "../../../shared/filter/query.ts";
import { paperTable } from "../../../shared/model/by-paper.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/model/query.ts";

let all: Readonly<{ library: Library; list: ClaimList }> | null = null;

/**
 * All annotations; the same list for the same library, and for another in which they are the same. Made of what was
 * known before a change, so that a claim that is coded costs no more in a large library.
 */
export function allClaims(library: Library): ClaimList {
  if (all?.library !== library) all = { library, list: all?.list.next(library) ?? claimList(library) };
  return all.list;
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
  const list = allClaims(library);
  return filterClaims(list, testOf(library, query, listFinder(list)));
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

/** What was asked for last, as long as somebody uses it. Without marks it is everything. */
let shown: Readonly<{ list: ClaimList; marks: Uint8Array | null; coded: WeakRef<readonly Coded[]> }> | null = null;

/** The annotations that the filter leaves. Equal arguments give the identical list while it is in use. */
export function shownClaims(library: Library, query: Query): readonly Coded[] {
  const [list, left] = [allClaims(library), filteredClaims(library, query)];
  const marks = left.count === list.length ? null : left.marks;
  const before = shown?.list === list && shown.marks === marks ? shown.coded.deref() : undefined;
  const coded = before ?? list.coded(marks);
  if (coded !== before) shown = { list, marks, coded: new WeakRef(coded) };
  return coded;
}

/** Whether a query leaves everything in. */
export function isOpen(query: Query): boolean {
  return isEmpty(filterOf(query));
}

/**
 * Read the columns of all annotations while nobody waits, so that the first letter of a filter is answered as fast as
 * the others.
 */
export function warmColumns(library: Library): () => void {
  let timer = setTimeout(function some() {
    const until = performance.now() + 16;
    if (!allClaims(library).fill(() => performance.now() >= until)) timer = setTimeout(some, 0);
  }, 500);
  return () => clearTimeout(timer);
}
