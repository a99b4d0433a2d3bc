import type { News } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Progress } from "../files/progress.ts";

/** So many jobs are remembered that are over, or were stopped before they began. */
const mostKnown = 1000;
/** How long a job that has not begun is waited for, in milliseconds: its call may come by a slower connection. */
const arrival = 5000;

/** Long work that can be watched and stopped by the name its caller gave it. */
export class Jobs {
  readonly #running = new Map<string, AbortController>();
  /** Jobs that have begun, and those that were stopped before. */
  readonly #begun = new Set<string>();
  readonly #stopped = new Set<string>();
  /** The end of each job that has begun, also of those that are over. */
  readonly #ends = new Map<string, Promise<void>>();
  /** What waits for the beginning of jobs. */
  readonly #awaited = new Map<string, PromiseWithResolvers<void>>();
  #last: Promise<unknown> = Promise.resolve();
  readonly #announce: (news: News) => void;

  constructor(announce: (news: News) => void) {
    this.#announce = announce;
  }

  /** Do a job. Throws `cancelled` when it was stopped before it began, else what the work throws. */
  async run<Value>(
    job: string | undefined,
    work: (signal: AbortSignal, progress: Progress) => Promise<Value>,
  ): Promise<Value> {
    const controller = new AbortController();
    if (job === undefined) return work(controller.signal, () => undefined);
    remember(this.#begun, job);
    if (this.#stopped.delete(job)) throw new WorkbenchError("cancelled", message("general.cancelled"));
    this.#running.set(job, controller);
    try {
      return await work(controller.signal, (label, done, total) =>
        this.#announce({ kind: "progress", job, label, done, total }),
      );
    } finally {
      this.#running.delete(job);
    }
  }

  /**
   * Do work under a name by which other work can wait for its end; see `over`. It is not over before the job `after`
   * is: where one in a row fails, the next one still waits for those before it.
   */
  async named<Value>(job: string | undefined, after: string | undefined, work: () => Promise<Value>): Promise<Value> {
    if (job === undefined) return work();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ends.set(job, promise);
    this.#awaited.get(job)?.resolve();
    try {
      return await work();
    } finally {
      if (after === undefined || after === job) resolve();
      else void this.over(after).then(resolve);
      const [oldest] = this.#ends.keys();
      if (oldest !== undefined && this.#ends.size > mostKnown) this.#ends.delete(oldest);
    }
  }

  /** Wait for the end of a job, whether or not it succeeds. One that does not begin in `patience` ms is given up. */
  async over(job: string, patience = arrival): Promise<void> {
    if (!this.#ends.has(job)) {
      const begun = this.#awaited.get(job) ?? Promise.withResolvers<void>();
      this.#awaited.set(job, begun);
      const timer = setTimeout(begun.resolve, patience);
      await begun.promise;
      clearTimeout(timer);
      this.#awaited.delete(job);
    }
    await this.#ends.get(job);
  }

  /** Do work after the work given before it, so that what one makes the next one finds. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.catch(() => undefined).then(work);
    this.#last = turn;
    return turn;
  }

  /**
   * Ask a job to stop. One that has not begun does not begin: its call may come by a slower connection. Nothing happens
   * when it is over.
   */
  cancel(job: string): void {
    this.#running.get(job)?.abort();
    if (!this.#begun.has(job)) remember(this.#stopped, job);
  }
}

/** Add a name, and forget the oldest of too many. */
function remember(names: Set<string>, job: string): void {
  names.add(job);
  const [oldest] = names;
  if (oldest !== undefined && names.size > mostKnown) names.delete(oldest);
}
