import { create } from "zustand";
import type { SearchHit, SearchResults } from "../../../shared/contract/workbench.ts";
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
    useSearch.setState({ ...none, words, filter, asked: query, found: query === "" ? null : { hits: [], papers: [] } });
    return;
  }
  useSearch.setState({ asking: true, asked: query });
  const found = await attempt(() =>
    getWorkbench().search({
      query,
      limit: most,
      each: filter.kind === "all" ? each : most,
      ...(papers === null ? {} : { papers: [...papers] }),
    }),
  );
  if (useSearch.getState().asked !== query || useSearch.getState().filter !== filter) return;
  useSearch.setState({
    found: found === null ? null : ofKind(found, filter.kind),
    asking: false,
    open: new Set(),
    at: -1,
  });
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
export function ofKind({ hits, papers }: SearchResults, kind: SearchFilter["kind"]): SearchResults {
  if (kind === "all") return { hits, papers };
  return {
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
