import { create } from "zustand";
import type { Arguments, SearchHit, SearchResults } from "../../../shared/contract/workbench.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { filterPapers } from "../../../shared/papers/table.ts";
import { getWorkbench } from "../client/connection.ts";
import { useFind } from "./find.ts";
import { useLibrary } from "./library.ts";
import { goTo, openPaper } from "./reading.ts";
import { attempt } from "./shell.ts";

/**
 * Words looked for in the whole library, and what was found; kept while papers are read, so that one can come back or
 * step on.
 */
type Search = Readonly<{
  words: string;
  /** What was found for `asked`; null before anything was. */
  found: SearchResults | null;
  asked: string;
  asking: boolean;
  /** Papers of which all hits are shown. */
  open: ReadonlySet<PaperId>;
  /** Of which papers, and whether in their text or in claims and notes only. */
  filter: SearchFilter;
  /** Index of the hit that has the keyboard, or was gone to last; -1 when there is none. */
  at: number;
}>;

/** Null leaves everything; `paper` is an identifier. */
export type SearchFilter = Readonly<{
  paper: string;
  collection: string;
  tag: string;
  kind: "all" | "text" | "claims";
}>;
export const emptySearchFilter: SearchFilter = { paper: "", collection: "", tag: "", kind: "all" };

const none: Search = {
  words: "",
  found: null,
  asked: "",
  asking: false,
  open: new Set(),
  filter: emptySearchFilter,
  at: -1,
};

const noResults: SearchResults = { hits: [], papers: [], complete: true };

export const useSearch = create<Search>(() => none);

/** How many hits of a paper are shown before one asks for all. */
export const each = 4;
const most = 300;

/** Look for words in all papers. Only the last words asked for are answered. */
export async function search(words: string): Promise<void> {
  useSearch.setState({ words });
  const query = words.trim();
  const { filter } = useSearch.getState();
  const papers = papersOfSearch();
  if (query === "" || papers?.length === 0) {
    useSearch.setState({ ...none, words, filter, asked: query, found: query === "" ? null : noResults });
    return;
  }
  useSearch.setState({ asking: true, asked: query });
  const isWanted = (): boolean => useSearch.getState().asked === query && useSearch.getState().filter === filter;
  const args = {
    query,
    limit: most,
    each: filter.kind === "all" ? each : most,
    ...(papers === null ? {} : { papers: [...papers] }),
  };
  useSearch.setState({ open: new Set(), at: -1 });
  await searchInSteps(args, isWanted, (results) => {
    const found = results === null ? null : ofKind(results, filter.kind);
    useSearch.setState(({ found: before, at }) => ({
      found,
      asking: found?.complete === false,
      at: found === null ? -1 : indexOfHit(found.hits, before?.hits[at]),
    }));
  });
}

/** Where a hit is in another list; -1 when nowhere. */
function indexOfHit(hits: readonly SearchHit[], hit: SearchHit | undefined): number {
  if (hit === undefined) return -1;
  const { paper, start, annotation } = hit;
  return hits.findIndex((other) => other.paper === paper && other.start === start && other.annotation === annotation);
}

/** How long to wait for the first results, in milliseconds; those of all papers follow. */
const firstWithin = 30;
let underWay: string | null = null;

/**
 * Show what is found at once, then everything, as long as it is wanted. A search that nobody waits for any more stops.
 */
async function searchInSteps(
  args: Omit<Arguments<"search">, "within" | "job">,
  isWanted: () => boolean,
  show: (found: SearchResults | null) => void,
): Promise<void> {
  const workbench = getWorkbench();
  if (underWay !== null) void workbench.cancel({ job: underWay }).catch(() => undefined);
  underWay = null;
  const first = await attempt(() => workbench.search({ ...args, within: firstWithin }));
  if (!isWanted()) return;
  show(first);
  if (first === null || first.complete) return;
  const job = `search-${crypto.randomUUID()}`;
  underWay = job;
  const all = await attempt(() =>
    workbench.search({ ...args, job }).catch((error: unknown) => {
      // Nobody waits for an answer that was given up for another.
      if (isWanted()) throw error;
      return null;
    }),
  );
  if (underWay === job) underWay = null;
  if (all !== null && isWanted()) show(all);
}

/** Narrow the search; what was found is looked for again. */
export function filterSearch(part: Partial<SearchFilter>): void {
  useSearch.setState(({ filter }) => ({ filter: { ...filter, ...part } }));
  void search(useSearch.getState().words);
}

/** The papers that the filter leaves; null for all. */
export function papersOfSearch(): readonly PaperId[] | null {
  const { paper, collection, tag } = useSearch.getState().filter;
  if (paper === "" && collection === "" && tag === "") return null;
  const papers = Object.values(useLibrary.getState().library.papers).filter(({ id }) => paper === "" || id === paper);
  const wanted = { ...(collection === "" ? {} : { collection }), ...(tag === "" ? {} : { tag }) };
  return filterPapers(papers, wanted).map(({ id }) => id);
}

/** Hits in the text of papers only, or in claims and notes only, with their counts. */
export function ofKind(results: SearchResults, kind: SearchFilter["kind"]): SearchResults {
  const { hits, papers } = results;
  if (kind === "all") return results;
  return {
    ...results,
    hits: hits.filter(({ annotation }) => (annotation === null) === (kind === "text")),
    papers: papers
      .map((counts) => (kind === "text" ? { ...counts, annotations: 0 } : { ...counts, places: 0, about: false }))
      .filter(({ places, annotations, about }) => places + annotations > 0 || about),
  };
}

/** Show all hits of a paper in the place of its first few. */
export async function openHits(paper: PaperId): Promise<void> {
  const { asked } = useSearch.getState();
  const all = await attempt(() => getWorkbench().search({ query: asked, papers: [paper], limit: 2000 }));
  const { found, open, asked: now } = useSearch.getState();
  if (all === null || found === null || now !== asked) return;
  const first = found.hits.findIndex((hit) => hit.paper === paper);
  const others = found.hits.filter((hit) => hit.paper !== paper);
  const index = first < 0 ? others.length : first;
  const { hits: own } = ofKind(all, useSearch.getState().filter.kind);
  const hits = [...others.slice(0, index), ...own, ...others.slice(index)];
  useSearch.setState({ found: { ...found, hits }, open: new Set([...open, paper]) });
}

/** Go to a hit: its paper opens at the place, with the other hits of the paper marked. */
export async function openHit(index: number): Promise<void> {
  const { found, asked } = useSearch.getState();
  const hit = found?.hits[index];
  if (found === null || hit === undefined) return;
  useSearch.setState({ at: index });
  if (hit.annotation === null) await goTo(hit.paper, hit.start);
  else await openPaper(hit.paper, hit.annotation);
  const places = found.hits.filter((place) => place.paper === hit.paper);
  useFind.setState({ open: false, words: asked, places: places.map(placeOf), at: places.indexOf(hit) });
}

const placeOf = ({ start, end }: SearchHit): { start: number; end: number } => ({ start, end });

/** Go to the next (1) or previous (-1) hit of the library. */
export function stepHit(direction: 1 | -1): Promise<void> {
  const { found, at } = useSearch.getState();
  const count = found?.hits.length ?? 0;
  return openHit((at + direction + count) % Math.max(1, count));
}
