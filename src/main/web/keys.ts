import { randomBytes } from "node:crypto";

/** The keys of one run of the web host: 256 random bits each, known nowhere else and gone with the process. */
export class Keys {
  /** What the cookie holds. It is never part of an address. */
  readonly cookie = randomKey();
  /** What the printed address holds. */
  readonly printed = randomKey();
  readonly #once = new Set<string>();

  /** A key that lets in a single time: for addresses that others can read, as those in a list of processes. */
  once(): string {
    const key = randomKey();
    this.#once.add(key);
    return key;
  }

  /** Those that let a window in now. */
  get entry(): readonly string[] {
    return [this.printed, ...this.#once];
  }

  /** To be called when a key has let somebody in. */
  use(key: string): void {
    this.#once.delete(key);
  }
}

function randomKey(): string {
  return randomBytes(32).toString("base64url");
}
