import type { Change } from "../../../shared/change/change.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Disk } from "../files/disk.ts";
import type { Pause } from "../files/pause.ts";
import { type HistoryPoint, papersOf, writeSnapshot } from "./state-files.ts";

type CompactorOptions = Readonly<{
  /** How many changes lie between two snapshots; one of many edits counts for more. */
  every: number;
  /** Throws when nothing may be written. */
  check: () => Promise<void>;
  /** Called after each snapshot: with null and the last change in it, or with what it failed with. */
  onOutcome: (error: unknown, last: number) => void;
  /** Gives way to other work. */
  pause: Pause;
}>;

type Stand = HistoryPoint & Readonly<{ library: Library }>;

/**
 * Writes snapshots beside the work: what is committed meanwhile goes into the next one. A failure loses nothing, for
 * the journal has it all, but opening takes longer.
 */
export class Compactor {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #annotated: Map<string, number>;
  #unsaved: Set<string>;
  #since: number;
  #running: Promise<void> | null = null;
  readonly #options: CompactorOptions;

  constructor(
    folder: string,
    found: Readonly<{
      annotated: Readonly<Record<string, number>>;
      unsaved: ReadonlySet<string>;
      entries: readonly unknown[];
    }>,
    disk: Disk,
    options: CompactorOptions,
  ) {
    this.#options = options;
    this.#folder = folder;
    this.#disk = disk;
    this.#annotated = new Map(Object.entries(found.annotated));
    this.#unsaved = new Set(found.unsaved);
    this.#since = found.entries.length;
  }

  /** One more change is on disk and in the state. */
  note(change: Change, stand: Stand): void {
    for (const paper of papersOf(change)) this.#unsaved.add(paper);
    this.#since += 1 + change.edits.length / 20;
    if (this.#since >= this.#options.every && this.#running === null) this.#running = this.#write(stand);
  }

  /** Wait for the snapshot that is being written; write a last one where it is worth it. */
  async close(stand: Stand): Promise<void> {
    await this.#running;
    if (this.#since >= this.#options.every / 10) await this.#write(stand);
  }

  async #write(stand: Stand): Promise<void> {
    const error: unknown = await this.#snapshot(stand).then(
      () => null,
      (reason: unknown) => reason,
    );
    this.#running = null;
    this.#options.onOutcome(error, stand.last);
  }

  async #snapshot(stand: Stand): Promise<void> {
    const papers = [...this.#unsaved];
    this.#unsaved.clear();
    this.#since = 0;
    try {
      await this.#options.check();
      await writeSnapshot(this.#folder, stand.library, stand, papers, this.#annotated, this.#disk, this.#options.pause);
    } catch (error) {
      for (const paper of papers) this.#unsaved.add(paper);
      throw error;
    }
  }
}
