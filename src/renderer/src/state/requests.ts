/** Small pages in the margin can wait for the page that is read. */
export type Urgency = "now" | "later";

type Waiting = Readonly<{ run: () => Promise<unknown>; urgency: Urgency }>;

/** Work that waits its turn, the newest first: what has just come into sight matters more than what was scrolled past. */
export class Requests {
  readonly #most: number;
  #waiting: Waiting[] = [];
  #running = 0;

  /** At most `most` pieces of work run at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Do work when its turn comes; nothing that can wait is begun before what cannot. Returns a function that takes it back if it has not begun. */
  add(run: () => Promise<unknown>, urgency: Urgency = "now"): () => void {
    const one = { run, urgency };
    this.#waiting.push(one);
    // After all that is wanted at once is known.
    queueMicrotask(() => this.#next());
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  }

  #next(): void {
    while (this.#running < this.#most) {
      const one = this.#waiting.findLast(({ urgency }) => urgency === "now") ?? this.#waiting.at(-1);
      if (one === undefined) return;
      this.#waiting = this.#waiting.filter((other) => other !== one);
      this.#running++;
      void one.run().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }
}
