import type { News } from "../../../shared/contract/workbench.ts";
import type { Progress } from "../files/progress.ts";

/** Long work that can be watched and stopped by the name its caller gave it. */
export class Jobs {
  readonly #running = new Map<string, AbortController>();
  #last: Promise<unknown> = Promise.resolve();
  readonly #announce: (news: News) => void;

  constructor(announce: (news: News) => void) {
    this.#announce = announce;
  }

  async run<Value>(
    job: string | undefined,
    work: (signal: AbortSignal, progress: Progress) => Promise<Value>,
  ): Promise<Value> {
    const controller = new AbortController();
    if (job === undefined) return work(controller.signal, () => undefined);
    this.#running.set(job, controller);
    try {
      return await work(controller.signal, (label, done, total) =>
        this.#announce({ kind: "progress", job, label, done, total }),
      );
    } finally {
      this.#running.delete(job);
    }
  }

  /** Do work after the work given before it, so that what one makes the next one finds. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.catch(() => undefined).then(work);
    this.#last = turn;
    return turn;
  }

  /** Ask a job to stop; nothing happens when there is none of that name. */
  cancel(job: string): void {
    this.#running.get(job)?.abort();
  }
}
