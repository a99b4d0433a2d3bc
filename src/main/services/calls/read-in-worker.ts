import type { Progress } from "../files/progress.ts";
import { ContentParts } from "../import/content-parts.ts";
import type { ReadSource, SourceFile } from "../import/read-source.ts";
import { importInWorkers } from "../tasks/run-task.ts";

/**
 * Read a file in a worker and put the paper's words together as they come. Throws as `WorkerPool.run` and the importers
 * do.
 */
export async function readInWorker(file: SourceFile, signal: AbortSignal, onProgress: Progress): Promise<ReadSource> {
  const parts = new ContentParts();
  const arrival = await importInWorkers(file, { signal, onProgress, onPart: parts.add });
  return { ...arrival, imported: arrival.imported === null ? null : parts.paper(arrival.imported) };
}
