import type { MessagePort } from "node:worker_threads";
import type { Tinypool } from "tinypool";
import { valueIn } from "../../../shared/contract/wire.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { v8, workerThreads } from "../files/built-in.ts";
import type { Progress } from "../files/progress.ts";
import type { TaskInput, TaskMessage, TaskPart, TaskTable, TaskValue } from "./task.ts";

/** How a pool runs its tasks. */
export type PoolOptions<Tasks extends TaskTable> = Readonly<{
  tasks: Tasks;
  /** The module that its workers run; it looks tasks up in the same table. */
  worker: string;
  /** The most workers at once. */
  threads: number;
  /** Milliseconds after which a worker without work is ended. */
  idle: number;
  /**
   * Megabytes of heap at which V8 itself ends a worker. It must be far above the growth of each task: when one large
   * allocation crosses it, V8 ends the whole program and not the worker alone, so the watch has to act first.
   */
  heap: number;
  /** Megabytes that a task may grow by, whatever its own limit says. */
  growth?: number;
}>;

/**
 * Megabytes for what is new on a worker's heap: by default V8 lets what lives for one page pile up to several times
 * this.
 */
const young = 24;

/** How often memory is checked, in milliseconds. */
const checkInterval = 50;

/** Megabytes that each other task of the same time may grow by meanwhile: most papers take less. */
const besides = 256;

/**
 * Leaves calls from WebAssembly to JavaScript as V8 first compiles them. When it compiles one anew while another thread
 * does the same, it can free what it had twice and end the whole program (“Check failed:
 * jit_page_->allocations_.erase(addr) == 1” in TierUpWasmToJSWrapper; nodejs/node issue 64500). PDFium and Tesseract
 * call out so rarely that it costs nothing that could be measured.
 */
const keepWrappers = "--wasm-wrapper-tiering-budget=2000000000";

/** Where a task reports to, and what stops it. */
export type TaskRun<Part> = Readonly<{
  signal: AbortSignal;
  onProgress: Progress;
  onPart?: (part: Part) => void;
  /** Ports in the task's input, which go over to its worker. */
  ports?: readonly MessagePort[];
}>;

/** Workers for heavy and for foreign work, each confined (`confined.ts`) and limited. */
export class WorkerPool<Tasks extends TaskTable> {
  readonly #options: PoolOptions<Tasks>;
  #workers: Promise<Tinypool> | null = null;
  /** Tasks under way. */
  #running = 0;

  constructor(options: PoolOptions<Tasks>) {
    this.#options = options;
  }

  /**
   * Run a task in a worker. `onPart` gets what a task hands out before its end. Throws what the task throws;
   * `cancelled` when the signal stops it; `limit` when it runs too long, takes too much memory, or its worker dies. The
   * worker is ended with a task that is stopped; the next task gets a fresh one.
   */
  async run<Name extends keyof Tasks & string>(
    name: Name,
    input: TaskInput<Tasks[Name]>,
    { signal, onProgress, onPart, ports = [] }: TaskRun<TaskPart<Tasks[Name]>>,
  ): Promise<TaskValue<Tasks[Name]>> {
    const { MessageChannel, receiveMessageOnPort } = workerThreads();
    const { port1, port2 } = new MessageChannel();
    const receive = (sent: TaskMessage<TaskPart<Tasks[Name]>>): void => {
      if ("part" in sent) onPart?.(sent.part);
      else onProgress(sent.label, sent.done, sent.total);
    };
    port1.on("message", receive);
    const timeout = AbortSignal.timeout(this.#options.tasks[name]?.time ?? 0);
    const memory = this.#watchMemory(name);
    this.#running++;
    try {
      const workers = await this.#open();
      const reply: unknown = await workers
        .run(
          { name, input, port: port2 },
          { transferList: [port2, ...ports], signal: AbortSignal.any([signal, timeout, memory.signal]) },
        )
        .catch((error: unknown) => {
          if (signal.aborted) throw new WorkbenchError("cancelled", message("general.cancelled"));
          throw new WorkbenchError("limit", message("general.tooHeavy"), error);
        });
      // The reply and the messages before it take different ways: read those that are still on theirs.
      for (let left = receiveMessageOnPort(port1); left !== undefined; left = receiveMessageOnPort(port1))
        receive(left.message as TaskMessage<TaskPart<Tasks[Name]>>);
      return valueIn(reply) as TaskValue<Tasks[Name]>;
    } finally {
      this.#running--;
      memory.stop();
      port1.close();
    }
  }

  /** True while a task runs or waits for its worker. */
  get isBusy(): boolean {
    return this.#running > 0;
  }

  /** End all workers; the next task starts a new one. */
  async close(): Promise<void> {
    const ending = this.#workers;
    this.#workers = null;
    await (await ending)?.destroy();
  }

  #open(): Promise<Tinypool> {
    this.#workers ??= this.#start();
    return this.#workers;
  }

  async #start(): Promise<Tinypool> {
    const { worker, threads, idle, heap } = this.#options;
    v8().setFlagsFromString(keepWrappers);
    const { Tinypool } = await import("tinypool");
    return new Tinypool({
      filename: worker,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: idle,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: young },
    });
  }

  #watchMemory(name: keyof Tasks & string): { signal: AbortSignal; stop: () => void } {
    const controller = new AbortController();
    const { tasks, growth: most = Number.POSITIVE_INFINITY } = this.#options;
    const growth = Math.min(tasks[name]?.growth ?? 0, most);
    // From the least since the task began: what the rest of the program gives back meanwhile is not the task's to take.
    let least = process.memoryUsage.rss();
    let others = 0;
    const timer = setInterval(() => {
      const now = process.memoryUsage.rss();
      least = Math.min(least, now);
      others = Math.max(others, this.#running - 1);
      if (now > least + (growth + others * besides) * 1024 * 1024) controller.abort();
    }, checkInterval);
    return { signal: controller.signal, stop: () => clearInterval(timer) };
  }
}
