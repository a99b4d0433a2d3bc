type Waiting = { run: () => Promise<unknown>; gone: boolean };

/** Work that waits its turn, the newest first: what has just come into sight matters more than what was scrolled past. */
export class Requests {
  readonly #most: number;
  #waiting: Waiting[] = [];
  #running = 0;

  /** At most `most` pieces of work run at a time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Do work when its turn comes. Returns a function that takes it back if it has not begun. */
  add(run: () => Promise<unknown>): () => void {
    const one = { run, gone: false };
    this.#waiting.push(one);
    this.#next();
    return () => {
      one.gone = true;
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  }

  #next(): void {
    while (this.#running < this.#most) {
      const one = this.#waiting.pop();
      if (one === undefined) return;
      this.#running++;
      void one.run().finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }
}
