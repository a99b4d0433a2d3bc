import { allCoded, type Coded } from "../../../shared/claims/claims.ts";
import { isEmpty } from "../../../shared/filter/names.ts";
import { filterOf, matches, narrows, ownWords } from "../../../shared/filter/query.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/workbench.ts";

let every: Readonly<{ library: Library; coded: readonly Coded[] }> | null = null;

/** All annotations; the same list for the same library. */
export function everyClaim(library: Library): readonly Coded[] {
  if (every?.library !== library) every = { library, coded: allCoded(library) };
  return every.coded;
}

let known: Readonly<{ library: Library; query: Query; shown: readonly Coded[] }> | null = null;

/** The annotations that the filter leaves. Equal arguments give the identical list, so that bar and table ask once. */
export function shownClaims(library: Library, query: Query): readonly Coded[] {
  if (known?.library !== library || known.query !== query) {
    // A letter more is looked for in what those before it left only.
    const among = known?.library === library && narrows(known.query, query) ? known.shown : everyClaim(library);
    known = { library, query, shown: isOpen(query) ? everyClaim(library) : among.filter(matches(library, query)) };
  }
  return known.shown;
}

/** Whether a query leaves everything in. */
export function isOpen(query: Query): boolean {
  return isEmpty(filterOf(query));
}

/** Fold the words of all annotations while nobody waits, so that the first letter of a filter is answered as fast as the others. */
export function warmWords(library: Library): () => void {
  const coded = everyClaim(library);
  let at = 0;
  let timer = setTimeout(function some() {
    const until = performance.now() + 8;
    while (at < coded.length && performance.now() < until) {
      const one = coded[at++];
      if (one !== undefined) ownWords(one.annotation);
    }
    if (at < coded.length) timer = setTimeout(some, 16);
  }, 500);
  return () => clearTimeout(timer);
}
