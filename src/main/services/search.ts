import { findFolded, fold } from "../../shared/anchor/fold.ts";
import { allCoded } from "../../shared/claims.ts";
import { extentOf, quoteOf } from "../../shared/model/annotation.ts";
import { pageLabelAt } from "../../shared/pages.ts";
import { matches } from "../../shared/query.ts";
import type { Hit } from "../../shared/workbench.ts";
import type { LibraryStore } from "./store/library.ts";
import type { PaperFiles } from "./store/paper-files.ts";

/** Places in papers and annotations that hold the words, without regard to case, accents and kinds of quotes. Papers first. */
export async function search(store: LibraryStore, files: PaperFiles, query: string, limit: number): Promise<Hit[]> {
  const words = fold(query, { case: true }).text.trim();
  const hits: Hit[] = [];
  if (words === "") return hits;
  for (const paper of Object.values(store.library.papers)) {
    if (hits.length >= limit) break;
    const content = await files.content(paper.id);
    for (const { start, end } of findFolded(fold(content.text, { case: true }), words)) {
      if (hits.length >= limit) break;
      const page = pageLabelAt(content, start);
      hits.push({ paper: paper.id, start, end, page, snippet: snippetOf(content.text, start, end), annotation: null });
    }
  }
  for (const coded of allCoded(store.library).filter(matches(store.library, { text: query }))) {
    if (hits.length >= limit) break;
    const { annotation } = coded;
    const { start, end } = extentOf(annotation.passage);
    const page = pageLabelAt(await files.content(annotation.paper), start);
    const snippet = [quoteOf(annotation.passage), annotation.note].filter((part) => part !== "").join(" — ");
    hits.push({ paper: annotation.paper, start, end, page, snippet: snippet.slice(0, 240), annotation: annotation.id });
  }
  return hits;
}

function snippetOf(text: string, start: number, end: number): string {
  const from = start < 50 ? 0 : text.indexOf(" ", start - 50) + 1;
  const until = text.indexOf(" ", end + 50);
  const inner = text.slice(Math.min(from, start), until < 0 ? undefined : until).replace(/\s+/g, " ");
  return `${from > 0 ? "…" : ""}${inner}${until < 0 ? "" : "…"}`;
}
