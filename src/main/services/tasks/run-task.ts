import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { RecognisedPage } from "../../../shared/model/recognised.ts";
import { mostReaders } from "../../../shared/papers/side-by-side.ts";
import type { ReadSourceEnd, SourceFile } from "../import/read-source.ts";
import type { FileTable, TableFile } from "../import/table.ts";
import type { RecogniseWork } from "../ocr/recognise-task.ts";
import { type PoolOptions, WorkerPool } from "../workers/pool.ts";
import { type ImportRun, importInPools } from "./import-in-pools.ts";
import { type Tasks, tasks } from "./tasks.ts";

/** The worker's file is beside this module: as source in a checkout, as `worker.js` in the build. */
const worker = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url));

/**
 * Memory for so many workers, in megabytes. In Electron the heaps of the whole program share 4 GB (V8's pointer
 * compression, https://www.electronjs.org/blog/v8-memory-cage), and crossing that ends the program: all tasks at their
 * limits must leave room for the rest.
 */
export function workerMemory(
  threads: number,
  electron = process.versions.electron,
): Readonly<{ heap: number; growth?: number }> {
  return electron === undefined ? { heap: 8192 } : { heap: 3000, growth: Math.floor(3072 / threads) };
}

/**
 * How many workers read and write files: one for each processor, so that one is left for other work while a folder is
 * imported; at least two. In Electron they share 4 GB.
 */
export function taskThreads(processors: number, electron = process.versions.electron): number {
  return Math.max(2, Math.min(electron === undefined ? mostReaders + 1 : 3, processors));
}

const threads = taskThreads(availableParallelism());

/** The program's pool for imports, exports and analyses; tests give smaller limits. */
export const taskPool: PoolOptions<Tasks> = { tasks, worker, threads, idle: 30_000, ...workerMemory(threads) };

/** One worker that keeps the papers last looked at open, apart from those of imports and exports. */
export const pagePool: PoolOptions<Tasks> = { tasks, worker, threads: 1, idle: 120_000, ...workerMemory(1) };

const ocrThreads = Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)));

/**
 * Workers that recognise words, one page each at a time, apart from all others: it takes seconds of a whole processor
 * for a page, so half of the processors are left to the rest, and languages stay loaded for the next page.
 */
export const ocrPool: PoolOptions<Tasks> = {
  tasks,
  worker,
  threads: ocrThreads,
  idle: 20_000,
  ...workerMemory(Math.max(2, ocrThreads)),
};

/**
 * One worker that reads pages of a long PDF for a worker of `taskPool`, which makes the paper of them. Its heap has a
 * few pages; what PDFium takes is not on it.
 */
export const pdfPool: PoolOptions<Tasks> = { ...taskPool, threads: 1 };

const pool = new WorkerPool(taskPool);
const pdf = new WorkerPool(pdfPool);
const ocr = new WorkerPool(ocrPool);

/** Recognise a page in one of the workers for that. See `WorkerPool.run`. */
export function recogniseInWorker(work: RecogniseWork, signal: AbortSignal): Promise<RecognisedPage> {
  return ocr.run("recognisePage", work, { signal, onProgress: () => undefined });
}

/** Run a task in the program's own pool. See `WorkerPool.run`. */
export const runTask: WorkerPool<Tasks>["run"] = (name, input, run) => pool.run(name, input, run);

/** Read a file in one worker, or a long PDF in two. See `importInPools`. */
export function importInWorkers(file: SourceFile, run: ImportRun): Promise<ReadSourceEnd> {
  return importInPools({ tasks: pool, pages: pdf }, file, run);
}

/** The numbered rows of a CSV or the value of a JSON file, read in a worker. Throws as `readTable` does. */
export function tableIn(file: TableFile): Promise<FileTable> {
  return runTask("readTable", file, { signal: new AbortController().signal, onProgress: () => undefined });
}

/** End all workers; the next task starts a new one. */
export async function closePool(): Promise<void> {
  await Promise.all([pool.close(), pdf.close(), ocr.close()]);
}
