import { fileURLToPath } from "node:url";
import type { FileTable, TableFile } from "../import/table.ts";
import { type PoolOptions, WorkerPool } from "../workers/pool.ts";
import { type Tasks, tasks } from "./tasks.ts";

/** The worker's file is beside this module: as source in a checkout, as `worker.js` in the build. */
const worker = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url));

/** The program's pool for imports, exports and analyses; tests give smaller limits. */
export const taskPool: PoolOptions<Tasks> = { tasks, worker, threads: 2, idle: 30_000, heap: 8192 };

/** One worker that keeps the papers last looked at open, apart from those of imports and exports. */
export const pagePool: PoolOptions<Tasks> = { tasks, worker, threads: 1, idle: 120_000, heap: 8192 };

const pool = new WorkerPool(taskPool);

/** Run a task in the program's own pool. See `WorkerPool.run`. */
export const runTask: WorkerPool<Tasks>["run"] = (name, input, run) => pool.run(name, input, run);

/** The numbered rows of a CSV or the value of a JSON file, read in a worker. Throws as `readTable` does. */
export function tableIn(file: TableFile): Promise<FileTable> {
  return runTask("readTable", file, { signal: new AbortController().signal, onProgress: () => undefined });
}

/** End all workers; the next task starts a new one. */
export function closePool(): Promise<void> {
  return pool.close();
}
