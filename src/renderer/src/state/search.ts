import { create } from "zustand";
import type { SearchHit, SearchResults } from "../../../shared/contract/workbench.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { useFind } from "./find.ts";
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
  /** Index of the hit that has the keyboard, or was gone to last; -1 when there is none. */
  at: number;
}>;

const none: Search = { words: "", found: null, asked: "", asking: false, open: new Set(), at: -1 };

export const useSearch = create<Search>(() => none);

/** How many hits of a paper are shown before one asks for all. */
export const each = 4;
const most = 300;

/** Look for words in all papers. Only the last words asked for are answered. */
export async function search(words: string): Promise<void> {
  useSearch.setState({ words });
  const query = words.trim();
  if (query === "") {
    useSearch.setState({ ...none, words });
    return;
  }
  useSearch.setState({ asking: true, asked: query });
  const found = await attempt(() => getWorkbench().search({ query, limit: most, each }));
  if (useSearch.getState().asked !== query) return;
  useSearch.setState({ found, asking: false, open: new Set(), at: -1 });
}

/** Show all hits of a paper in the place of its first few. */
export async function openHits(paper: PaperId): Promise<void> {
  const { asked } = useSearch.getState();
  const all = await attempt(() => getWorkbench().search({ query: asked, papers: [paper], limit: 2000 }));
  const { found, open, asked: now } = useSearch.getState();
  if (all === null || found === null || now !== asked) return;
  const first = found.hits.findIndex((hit) => hit.paper === paper);
  const others = found.hits.filter((hit) => hit.paper !== paper);
  const at = first < 0 ? others.length : first;
  const hits = [...others.slice(0, at), ...all.hits, ...others.slice(at)];
  useSearch.setState({ found: { ...found, hits }, open: new Set([...open, paper]) });
}

/** Go to a hit: its paper opens at the place, with the other hits of the paper marked. */
export async function openHit(at: number): Promise<void> {
  const { found, asked } = useSearch.getState();
  const hit = found?.hits[at];
  if (found === null || hit === undefined) return;
  useSearch.setState({ at });
  if (hit.annotation === null) await goTo(hit.paper, hit.start);
  else await openPaper(hit.paper, hit.annotation);
  const places = found.hits.filter((one) => one.paper === hit.paper);
  useFind.setState({ open: false, words: asked, places: places.map(placeOf), at: places.indexOf(hit) });
}

const placeOf = ({ start, end }: SearchHit): { start: number; end: number } => ({ start, end });

/** Go to the next (1) or previous (-1) hit of the library. */
export function stepHit(direction: 1 | -1): Promise<void> {
  const { found, at } = useSearch.getState();
  const count = found?.hits.length ?? 0;
  return openHit((at + direction + count) % Math.max(1, count));
}
