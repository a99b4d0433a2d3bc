import type { Arguments, TextPreview } from "../../shared/workbench.ts";
import { needPaper } from "./papers.ts";
import { readingOf } from "./reread-paper.ts";
import type { LibraryStore } from "./store/library.ts";
import type { PaperFiles } from "./store/paper-files.ts";
import type { Jobs } from "./workers/jobs.ts";
import { runTask } from "./workers/pool.ts";

type Means = Readonly<{ store: LibraryStore; files: PaperFiles; jobs: Jobs }>;

/** How a file, or a paper's own source, would be read. Throws as an import of it would. */
export async function previewText(
  { store, files, jobs }: Means,
  { source, job, ...args }: Arguments<"previewText">,
): Promise<TextPreview | null> {
  const reading = readingOf(args);
  const paper = "paper" in source ? needPaper(store, source.paper) : null;
  const file =
    "paper" in source && paper !== null
      ? { name: paper.fileName, bytes: await files.source(paper.id, paper.format) }
      : source;
  if (!("bytes" in file)) return null;
  const task = { ...file, ...(reading === undefined ? {} : { reading }) };
  return jobs.run(job, (signal, onProgress) => runTask("previewText", task, { signal, onProgress }));
}
