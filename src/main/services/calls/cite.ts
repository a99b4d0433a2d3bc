import type { Arguments } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { type CitedPapers, uncited } from "../../../shared/report/cite.ts";
import { type CitingWork, citingWork } from "../export/report/csl-item.ts";
import type { Progress } from "../files/progress.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";

/** How a style cites some papers. Throws `missing` for a paper that is not there. */
export async function cite({ store, jobs }: Context, { papers, style, job }: Arguments<"cite">): Promise<CitedPapers> {
  const wanted = papers.map((paper) => needPaper(store, paper).id);
  const work = citingWork(store.library, wanted, style);
  return jobs.run(job, (signal, onProgress) => citePapers(work, signal, onProgress));
}

let last: Readonly<{ key: string; cited: CitedPapers }> | null = null;

/**
 * Citations, made in a worker; those of the last papers and style are remembered, as a report is looked at many times
 * while it is put together.
 */
export async function citePapers(work: CitingWork, signal: AbortSignal, onProgress: Progress): Promise<CitedPapers> {
  if (work.items.length === 0) return uncited;
  const key = JSON.stringify(work);
  if (last?.key === key) return last.cited;
  onProgress(message("progress.citing"), 0, 1);
  const cited = await runTask("cite", work, { signal, onProgress });
  last = { key, cited };
  return cited;
}
