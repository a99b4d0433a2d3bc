import { allCoded, type Coded } from "../../../shared/claims/claims.ts";
import { isEmpty } from "../../../shared/filter/names.ts";
import { filterOf, narrows, ownWords, testOf } from "../../../shared/filter/query.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/workbench.ts";

/** All annotations, and beside each its words as they are compared, once they have been asked for. */
type Every = Readonly<{ library: Library; coded: readonly Coded[]; words: (string | undefined)[] }>;
let every: Every | null = null;

function everyOf(library: Library): Every {
  if (every?.library !== library) every = { library, coded: allCoded(library), words: [] };
  return every;
}

/** All annotations; the same list for the same library. */
export function everyClaim(library: Library): readonly Coded[] {
  return everyOf(library).coded;
}

/** What a query leaves, and where it stands among all. */
type Shown = Readonly<{ library: Library; query: Query; shown: readonly Coded[]; places: Uint32Array | null }>;
let known: Shown | null = null;

/** The annotations that the filter leaves. Equal arguments give the identical list, so that bar and table ask once. */
export function shownClaims(library: Library, query: Query): readonly Coded[] {
  if (known?.library !== library || known.query !== query) {
    // A letter more is looked for in what those before it left only.
    const among = known?.library === library && narrows(known.query, query) ? known.places : null;
    known = isOpen(query)
      ? { library, query, shown: everyClaim(library), places: null }
      : { library, query, ...filtered(everyOf(library), query, among) };
  }
  return known.shown;
}

function filtered(
  { library, coded, words }: Every,
  query: Query,
  among: Uint32Array | null,
): Pick<Shown, "shown" | "places"> {
  const test = testOf(library, query);
  const shown: Coded[] = [];
  const count = among?.length ?? coded.length;
  const places = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const place = among?.[at] ?? at;
    const one = coded[place];
    if (one === undefined) continue;
    const own = words[place] ?? ownWords(one.annotation);
    words[place] = own;
    if (test(one, own)) {
      places[shown.length] = place;
      shown.push(one);
    }
  }
  return { shown, places: places.subarray(0, shown.length) };
}

/** Whether a query leaves everything in. */
export function isOpen(query: Query): boolean {
  return isEmpty(filterOf(query));
}

/** Fold the words of all annotations while nobody waits, so that the first letter of a filter is answered as fast as the others. */
export function warmWords(library: Library): () => void {
  const { coded, words } = everyOf(library);
  let at = 0;
  let timer = setTimeout(function some() {
    const until = performance.now() + 8;
    while (at < coded.length && performance.now() < until) {
      const one = coded[at];
      if (one !== undefined) words[at] ??= ownWords(one.annotation);
      at++;
    }
    if (at < coded.length) timer = setTimeout(some, 16);
  }, 500);
  return () => clearTimeout(timer);
}
