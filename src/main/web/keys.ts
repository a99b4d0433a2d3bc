import { randomBytes, timingSafeEqual } from "node:crypto";

/** The keys of one run of the web host: 256 random bits each, known nowhere else and gone with the process. */
export class Keys {
  /** What a window shows with each call, in a header. It is never part of an address. */
  readonly window = randomKey();
  readonly #entries = new Set<string>();

  /**
   * A key that lets in a single time. It becomes part of an address, and so may be read in a terminal, a list of
   * processes or a browser's history.
   */
  newEntry(): string {
    const key = randomKey();
    this.#entries.add(key);
    return key;
  }

  /** True when the key lets a window in: then it does so no more. */
  takeEntry(key: string | undefined): boolean {
    const entry = [...this.#entries].find((entry) => sameKey(key, entry));
    return entry !== undefined && this.#entries.delete(entry);
  }

  isWindow(key: string | undefined): boolean {
    return sameKey(key, this.window);
  }
}

/** Compares in constant time, so that nobody learns how much of the key was right. */
function sameKey(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function randomKey(): string {
  return randomBytes(32).toString("base64url");
}
