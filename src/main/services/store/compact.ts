import type { Change } from "../../../shared/change/change.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Disk } from "./disk.ts";
import { type HistoryPoint, papersOf, writeSnapshot } from "./state-files.ts";

type Stand = HistoryPoint & Readonly<{ library: Library }>;

/** Writes snapshots beside the work: what is committed meanwhile goes into the next one. A failure costs nothing, for the journal has it all. */
export class Compactor {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #annotated: Map<string, number>;
  #unsaved: Set<string>;
  #since: number;
  #running: Promise<void> | null = null;
  readonly #every: number;

  /** `every` is how many changes lie between two snapshots; one of many edits counts for more. */
  constructor(
    folder: string,
    found: Readonly<{
      annotated: Readonly<Record<string, number>>;
      unsaved: ReadonlySet<string>;
      entries: readonly unknown[];
    }>,
    disk: Disk,
    every: number,
  ) {
    this.#every = every;
    this.#folder = folder;
    this.#disk = disk;
    this.#annotated = new Map(Object.entries(found.annotated));
    this.#unsaved = new Set(found.unsaved);
    this.#since = found.entries.length;
  }

  /** One more change is on disk and in the stand. */
  note(change: Change, stand: Stand): void {
    for (const paper of papersOf(change)) this.#unsaved.add(paper);
    this.#since += 1 + change.edits.length / 20;
    if (this.#since >= this.#every && this.#running === null) this.#running = this.#write(stand);
  }

  /** Wait for the snapshot that is being written; write a last one where it is worth it. */
  async close(stand: Stand): Promise<void> {
    await this.#running;
    if (this.#since >= this.#every / 10) await this.#write(stand);
  }

  async #write(stand: Stand): Promise<void> {
    await this.#snapshot(stand).catch(() => undefined);
    this.#running = null;
  }

  async #snapshot(stand: Stand): Promise<void> {
    const papers = [...this.#unsaved];
    this.#unsaved.clear();
    this.#since = 0;
    try {
      await writeSnapshot(this.#folder, stand.library, stand, papers, this.#annotated, this.#disk);
    } catch (error) {
      for (const paper of papers) this.#unsaved.add(paper);
      throw error;
    }
  }
}
