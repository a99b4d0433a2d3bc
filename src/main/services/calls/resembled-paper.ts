import { resemblance } from "../../../shared/anchor/resemblance.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { similarPapers } from "../../../shared/papers/similar-papers.ts";
import type { PaperSources } from "../store/library-store.ts";

/** Two versions of a paper have at least this share of their runs of words in common. */
const leastResemblance = 0.3;
/** Texts longer than this, in UTF-16 units, are compared by their beginning. */
const longest = 400_000;

/**
 * The paper of a library that a new one seems to be another version of, by title and text; null when there is none. A
 * paper whose text can't be read resembles nothing.
 */
export async function resembledPaper(
  papers: Pick<PaperSources, "content">,
  library: Library,
  paper: Paper,
  text: string,
): Promise<PaperId | null> {
  let best: Readonly<{ id: PaperId; score: number }> | null = null;
  for (const { id } of similarPapers(library, paper)) {
    const content = await papers.content(id).catch(() => null);
    const score = content === null ? 0 : resemblance(text.slice(0, longest), content.text.slice(0, longest));
    if (score >= leastResemblance && score > (best?.score ?? 0)) best = { id, score };
  }
  return best?.id ?? null;
}
