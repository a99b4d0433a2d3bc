import { fileURLToPath } from "node:url";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { Tinypool } from "tinypool";
import { WorkbenchError } from "../../../shared/errors.ts";
import { valueIn } from "../../../shared/wire.ts";
import type { ContentPart, Out } from "../import/imported.ts";
import type { TableFile } from "../import/table.ts";
import type { TaskName, Tasks } from "./tasks.ts";

/** What a task may use before it is stopped. */
export type TaskLimits = Readonly<{
  /** Milliseconds from its start. */
  time: Readonly<Record<TaskName, number>>;
  /** Megabytes that the whole program may grow while tasks run, WebAssembly and native memory included. */
  growth: number;
  /** The same for tasks that may grow more: a PDF of 10,000 claims is typeset whole. */
  growthOf?: Readonly<Partial<Record<TaskName, number>>>;
}>;

const minutes = 60_000;

/**
 * Megabytes of heap at which V8 itself ends a worker. It must lie far above `growth`: when one large allocation crosses it,
 * V8 ends the whole program and not the worker alone, so the watch has to be there first.
 */
const heap = 8192;
/** Megabytes for what is new on a worker's heap: left to itself, V8 lets what lives for one page pile up to several times this. */
const young = 24;

/** The limits of the program itself; tests give smaller ones. */
export const taskLimits: TaskLimits = {
  time: {
    importSource: 10 * minutes,
    annotatedPdf: 10 * minutes,
    analyse: 10 * minutes,
    report: 10 * minutes,
    cite: 10 * minutes,
    previewText: minutes,
    readTable: minutes,
    readBundle: 10 * minutes,
    packBundle: 10 * minutes,
  },
  growth: 2048,
  growthOf: { report: 3072 },
};

/** How often memory is looked at, in milliseconds. */
const lookEvery = 50;

/** `onPart` gets what a task hands out before its end. */
type Run = Readonly<{ signal: AbortSignal; onProgress: Out["onProgress"]; onPart?: Out["onPart"] }>;

/** What a worker tells of a task that is running. */
export type Told = Readonly<{ label: string; done: number; total: number }> | Readonly<{ part: ContentPart }>;

/** Workers for heavy and for foreign work, each confined (`confined.ts`) and limited. */
export class TaskPool {
  readonly #limits: TaskLimits;
  #workers: Tinypool | null = null;

  constructor(limits: TaskLimits) {
    this.#limits = limits;
  }

  /**
   * Run a task in a worker. Throws what the task throws; `cancelled` when the signal stops it; `limit` when it runs too long,
   * takes too much memory, or its worker dies. The worker is ended with a task that is stopped; the next task gets a fresh one.
   */
  async run<Name extends TaskName>(
    name: Name,
    input: Parameters<Tasks[Name]>[0],
    { signal, onProgress, onPart }: Run,
  ): Promise<Awaited<ReturnType<Tasks[Name]>>> {
    const { port1, port2 } = new MessageChannel();
    const hear = (told: Told): void => {
      if ("part" in told) onPart?.(told.part);
      else onProgress(told.label, told.done, told.total);
    };
    port1.on("message", hear);
    const timeout = AbortSignal.timeout(this.#limits.time[name]);
    const memory = this.#watchMemory(name);
    try {
      const reply: unknown = await this.#open()
        .run(
          { name, input, port: port2 },
          { transferList: [port2], signal: AbortSignal.any([signal, timeout, memory.signal]) },
        )
        .catch((error: unknown) => {
          if (signal.aborted) throw new WorkbenchError("cancelled", "Stopped.");
          throw new WorkbenchError(
            "limit",
            "The work took too much time or memory and was stopped; nothing was altered.",
            error,
          );
        });
      // The reply comes by another way than what was told before it.
      for (let left = receiveMessageOnPort(port1); left !== undefined; left = receiveMessageOnPort(port1))
        hear(left.message as Told);
      return valueIn(reply) as Awaited<ReturnType<Tasks[Name]>>;
    } finally {
      memory.stop();
      port1.close();
    }
  }

  /** End all workers; the next task starts a new one. */
  async close(): Promise<void> {
    const ending = this.#workers;
    this.#workers = null;
    await ending?.destroy();
  }

  /** The worker's file stands beside this module: as source in a checkout, as `worker.js` in the build. */
  #open(): Tinypool {
    const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
    this.#workers ??= new Tinypool({
      filename: fileURLToPath(new URL(file, import.meta.url)),
      minThreads: 0,
      maxThreads: 2,
      idleTimeout: 30_000,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: young },
    });
    return this.#workers;
  }

  #watchMemory(name: TaskName): { signal: AbortSignal; stop: () => void } {
    const controller = new AbortController();
    const most = process.memoryUsage.rss() + (this.#limits.growthOf?.[name] ?? this.#limits.growth) * 1024 * 1024;
    const timer = setInterval(() => {
      if (process.memoryUsage.rss() > most) controller.abort();
    }, lookEvery);
    return { signal: controller.signal, stop: () => clearInterval(timer) };
  }
}

const pool = new TaskPool(taskLimits);

/** Run a task in the program's own pool. See `TaskPool.run`. */
export function runTask<Name extends TaskName>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  run: Run,
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  return pool.run(name, input, run);
}

/** The rows of a CSV or the value of a JSON file, read in a worker. Throws as `readTable` does. */
export function tableIn(file: TableFile): Promise<unknown> {
  return runTask("readTable", file, { signal: new AbortController().signal, onProgress: () => undefined });
}

/** End all workers; the next task starts a new one. */
export function closePool(): Promise<void> {
  return pool.close();
}
