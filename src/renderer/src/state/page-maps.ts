import { create } from "zustand";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { PageMap } from "../../../shared/model/page-map.ts";
import { getWorkbench } from "../client/connection.ts";
import { useLibrary } from "./library.ts";

/**
 * Where the pages of papers begin, of those asked for so far. Those of a paper that is read in another way, or whose
 * pages get other labels, are asked for again.
 */
export const usePageMaps = create<Readonly<Record<string, PageMap>>>(() => ({}));

let waiting = new Set<PaperId>();
const asked = new Set<PaperId>();

useLibrary.subscribe(({ library: { papers } }, { library: before }) => {
  if (papers === before.papers) return;
  const isStale = (id: PaperId): boolean =>
    papers[id]?.reading !== before.papers[id]?.reading || papers[id]?.labels !== before.papers[id]?.labels;
  const stale = [...asked].filter((id) => papers[id] !== undefined && isStale(id));
  for (const id of stale) asked.delete(id);
  wantPageMaps(stale);
});

/** Ask for the maps of papers, all of one moment in one call. A paper that fails is not asked for again. */
export function wantPageMaps(papers: Iterable<PaperId>): void {
  const before = waiting.size;
  for (const paper of papers) if (!asked.has(paper)) waiting.add(paper);
  if (before === 0 && waiting.size > 0) setTimeout(() => void ask(), 0);
}

async function ask(): Promise<void> {
  const papers = [...waiting].slice(0, 1000);
  waiting = new Set([...waiting].slice(1000));
  for (const paper of papers) asked.add(paper);
  try {
    usePageMaps.setState(await getWorkbench().pageMaps({ papers }));
  } catch {
    // The connection was lost; whoever still wants them asks again.
    for (const paper of papers) asked.delete(paper);
  }
}
