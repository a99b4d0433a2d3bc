import type { Arguments, TextPreview } from "../../../shared/contract/workbench.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";
import { readingOf } from "./reread-paper.ts";

/** How a file, or a paper's own source, would be read. Throws as an import of it would. */
export async function previewText(
  { store, papers, jobs }: Context,
  { source, job, ...args }: Arguments<"previewText">,
): Promise<TextPreview | null> {
  const reading = readingOf(args);
  const paper = "paper" in source ? needPaper(store, source.paper) : null;
  const file =
    "paper" in source && paper !== null
      ? { name: paper.fileName, bytes: await papers.source(paper.id, paper.format) }
      : source;
  if (!("bytes" in file)) return null;
  const task = { ...file, ...(reading === undefined ? {} : { reading }) };
  return jobs.run(job, (signal, onProgress) => runTask("previewText", task, { signal, onProgress }));
}
