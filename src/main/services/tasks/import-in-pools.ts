import { workerThreads } from "../files/built-in.ts";
import { isPdf } from "../import/formats.ts";
import type { ContentPart } from "../import/imported.ts";
import type { ReadSourceEnd, SourceFile } from "../import/read-source.ts";
import type { TaskRun, WorkerPool } from "../workers/pool.ts";
import type { Tasks } from "./tasks.ts";

/** From how many bytes on a second worker is worth its start. A page of prose has about 10 KB. */
const worthTwo = 200_000;

/** How a file is read in; its ports are made here. */
export type ImportRun = Omit<TaskRun<ContentPart>, "ports">;

type Pools = Readonly<{ tasks: WorkerPool<Tasks>; pages: WorkerPool<Tasks> }>;

/**
 * Read a file in a worker of `tasks`. A worker of `pages`, where one is free, reads the pages of a large PDF for it at
 * the same time. What becomes of that one is of no consequence: the other reads what it leaves. Throws as
 * `WorkerPool.run` and the importers do.
 */
export async function importInPools(
  { tasks, pages }: Pools,
  file: SourceFile,
  run: ImportRun,
  least = worthTwo,
): Promise<ReadSourceEnd> {
  if (file.bytes.length < least || pages.isBusy || !isPdf(file.bytes)) return tasks.run("importSource", file, run);
  const { port1, port2 } = new (workerThreads().MessageChannel)();
  const over = new AbortController();
  const { bytes, password = null } = file;
  const helping = pages
    .run("readPages", { bytes, password, port: port2 }, { ...quiet, signal: over.signal, ports: [port2] })
    .catch(() => port2.close());
  try {
    const read = await tasks.run("importSource", { ...file, help: { port: port1 } }, { ...run, ports: [port1] });
    // It was told to end, and is then free for the next file.
    await helping;
    return read;
  } catch (error) {
    if (run.signal.aborted || !isNotBegun(error)) throw error;
    return await tasks.run("importSource", file, run);
  } finally {
    over.abort();
    port1.close();
  }
}

/** True where the port was closed before it went over to the worker, since the one at its other end had ended. */
function isNotBegun(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof DOMException && error.cause.name === "DataCloneError";
}

const quiet = { onProgress: () => undefined };
