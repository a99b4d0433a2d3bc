import type { Disk } from "../files/disk.ts";
import type { JournalOffset, JournalPart } from "./journal-chain.ts";
import type { JournalEntry } from "./journal-line.ts";
import { readOn } from "./journal-read.ts";

/** How often a reader that may not write looks for new changes, in milliseconds. */
const lookEvery = 300;

/** Reads what another program appends to a journal, and nothing twice. */
export class Follower {
  readonly #timer: NodeJS.Timeout;
  readonly #known: Set<string>;
  #tip: JournalOffset | null;
  #looking = false;

  /**
   * `take` gets each new entry with the place after it; `lose` is called once when the journal is no longer what it
   * was.
   */
  constructor(
    folder: string,
    found: Readonly<{ tip: JournalOffset | null; parts: readonly JournalPart[] }>,
    disk: Disk,
    hear: Readonly<{
      take: (entry: JournalEntry, position: JournalOffset) => Promise<void>;
      lose: () => Promise<void>;
    }>,
  ) {
    this.#tip = found.tip;
    this.#known = new Set(found.parts.map((part) => part.name));
    const look = async (): Promise<void> => {
      if (this.#looking) return;
      this.#looking = true;
      try {
        const { entries, tip, begun } = await readOn(folder, this.#tip, this.#known, disk);
        this.#tip = tip;
        for (const segment of begun) this.#known.add(segment.name);
        for (const { entry, position } of entries) await hear.take(entry, position);
      } catch {
        this.stop();
        await hear.lose();
      } finally {
        this.#looking = false;
      }
    };
    this.#timer = setInterval(() => void look(), lookEvery);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
