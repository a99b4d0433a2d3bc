/** Small pages in the margin can wait for the page that is read. */
export type Urgency = "now" | "later";

type Waiting = Readonly<{ run: () => Promise<unknown>; urgency: Urgency; moment: number }>;

/**
 * Work that waits its turn: what has just come into sight before what was scrolled past, and what came into sight at
 * the same moment in the order in which it was asked for, as a page is read.
 */
export class Requests {
  readonly #most: number;
  #waiting: Waiting[] = [];
  #running = 0;
  #moment = 0;
  #isAsking = false;

  /** At most `most` pieces of work run at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Do work when its turn comes; urgent work goes first. Returns a function that cancels the work if it has not begun.
   */
  add(run: () => Promise<unknown>, urgency: Urgency = "now"): () => void {
    if (!this.#isAsking) {
      this.#isAsking = true;
      this.#moment++;
      // After all that is wanted at once is known.
      queueMicrotask(() => {
        this.#isAsking = false;
        this.#next();
      });
    }
    const request = { run, urgency, moment: this.#moment };
    this.#waiting.push(request);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== request);
    };
  }

  #next(): void {
    while (this.#running < this.#most) {
      const request = this.#first("now") ?? this.#first("later");
      if (request === undefined) return;
      this.#waiting = this.#waiting.filter((other) => other !== request);
      this.#running++;
      void request.run().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  #first(urgency: Urgency): Waiting | undefined {
    const urgent = this.#waiting.filter((request) => request.urgency === urgency);
    const latest = urgent.at(-1)?.moment;
    return urgent.find((request) => request.moment === latest);
  }
}
