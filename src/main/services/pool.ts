import { fileURLToPath } from "node:url";
import { MessageChannel } from "node:worker_threads";
import { Tinypool } from "tinypool";
import { WorkbenchError } from "../../shared/errors.ts";
import { valueIn } from "../../shared/wire.ts";
import type { Progress } from "./jobs.ts";
import type { TaskName, Tasks } from "./tasks.ts";

/** Limits of one task: ten minutes and one gigabyte of heap. */
const limits = { milliseconds: 600_000, megabytes: 1024 };

let pool: Tinypool | null = null;

/** The worker's file stands beside this module: as source in a checkout, as `worker.js` in the build. */
function workers(): Tinypool {
  const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  pool ??= new Tinypool({
    filename: fileURLToPath(new URL(file, import.meta.url)),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  return pool;
}

/**
 * Run a task in a worker. Throws what the task throws; `cancelled` when the signal stops it; `limit` when it runs too long
 * or its worker dies. The worker is ended with its task; the next task gets a fresh one.
 */
export async function runTask<Name extends TaskName>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  { signal, onProgress }: { signal: AbortSignal; onProgress: Progress },
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const { port1, port2 } = new MessageChannel();
  port1.on("message", ({ label, done, total }: { label: string; done: number; total: number }) =>
    onProgress(label, done, total),
  );
  const timeout = AbortSignal.timeout(limits.milliseconds);
  try {
    const reply: unknown = await workers()
      .run({ name, input, port: port2 }, { transferList: [port2], signal: AbortSignal.any([signal, timeout]) })
      .catch((error: unknown) => {
        if (signal.aborted) throw new WorkbenchError("cancelled", "Stopped.");
        throw new WorkbenchError(
          "limit",
          "The work took too much time or memory and was stopped; nothing was altered.",
          error,
        );
      });
    return valueIn(reply) as Awaited<ReturnType<Tasks[Name]>>;
  } finally {
    port1.close();
  }
}

/** End all workers; the next task starts a new one. */
export async function closePool(): Promise<void> {
  const ending = pool;
  pool = null;
  await ending?.destroy();
}
