import type { Change } from "../../../shared/change/change.ts";

/** A change that is in the library's state, and the promise that it is on disk. */
type Submitted<Value extends Change | null> = Readonly<{ change: Value; durable: Promise<void> }>;

/** Puts changes in order; they wait for the disk outside of the order, so that many share one flush. */
export class Turns {
  #queue: Promise<unknown> = Promise.resolve();
  readonly #underWay = new Set<Promise<unknown>>();

  /** Submit a change after those that wait. Returns when it is on disk. */
  take<Value extends Change | null>(work: () => Promise<Submitted<Value>>): Promise<Value> {
    const turn = this.#queue.catch(() => undefined).then(work);
    this.#queue = turn;
    const done = turn.then(async ({ change, durable }) => {
      await durable;
      return change;
    });
    const settled: Promise<unknown> = done.catch(() => undefined).then(() => this.#underWay.delete(settled));
    this.#underWay.add(settled);
    return done;
  }

  /** Settles when all changes that wait have been submitted. */
  async submitted(): Promise<void> {
    await this.#queue.catch(() => undefined);
  }

  /** Settles when the changes that wait or are on their way to the disk are there or refused; undefined without any. */
  underWay(): Promise<unknown> | undefined {
    return this.#underWay.size === 0 ? undefined : Promise.all(this.#underWay);
  }
}
