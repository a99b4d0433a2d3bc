import path from "node:path";
import type { Message } from "../../../shared/messages/arguments.ts";
import { upkeepSentence } from "../files/disk.ts";
import type { FileStore } from "../store/file-store.ts";
import { backup, backupsFolder } from "./backup.ts";
import { listBackups } from "./backup-folder.ts";
import { backUpTo, readBackupPlace } from "./backup-place.ts";
import { listPapers } from "./paper-lists.ts";

/** An automatic backup is made when the newest is older than this, in milliseconds. */
const daily = 24 * 3600_000;
/** How often is looked whether one is due, in milliseconds; a failed one is tried again as often. */
const lookEvery = 10 * 60_000;

/**
 * Backs a library up each day for as long as it is open, in its own folder and at the second place if there is one.
 * What fails is reported until it succeeds; work goes on.
 */
export class DailyBackups {
  readonly #store: FileStore;
  readonly #timer: NodeJS.Timeout;
  /** When this process last made one in a folder, in milliseconds of a clock that nobody can set. */
  readonly #made = new Map<string, number>();
  #running: Promise<void> = Promise.resolve();

  constructor(store: FileStore) {
    this.#store = store;
    this.#timer = setInterval(() => void this.look(), lookEvery).unref();
  }

  /** Make the backups that are due. Returns when that is done; never throws. */
  look(): Promise<void> {
    this.#running = this.#running.then(async () => {
      const { last, access } = this.#store;
      if (last === 0 || access.mode === "read") return;
      // What fails here is tried again the next time; without lists, files are checked as they were before.
      await listPapers(this.#store).catch(() => undefined);
      const reasons = [
        await this.#attempt(backupsFolder(this.#store), async () => {
          await this.#store.check();
          await backup(this.#store);
        }),
        await this.#atSecondPlace(),
      ];
      const done = reasons.filter((reason) => reason !== "not due");
      const failed = done.find((reason) => reason !== null);
      if (done.length > 0) this.#store.reportUpkeep("backup", failed ?? null);
    });
    return this.#running;
  }

  /** Stop, after what is under way. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #atSecondPlace(): Promise<Message | null | "not due"> {
    const place = await readBackupPlace(this.#store).catch(upkeepSentence);
    if (place === null) return "not due";
    if (typeof place !== "string") return place;
    return this.#attempt(path.join(place, "backups"), () => backUpTo(this.#store, place, "as before"));
  }

  /** Null when a backup was made in a folder, or why it failed. */
  async #attempt(folder: string, make: () => Promise<unknown>): Promise<Message | null | "not due"> {
    try {
      if (!(await this.#isDue(folder))) return "not due";
      await make();
      this.#made.set(folder, performance.now());
      return null;
    } catch (error) {
      return upkeepSentence(error);
    }
  }

  /**
   * No backup of the last day is there. One that says it will be made in the future is none: a clock was wrong. While
   * this process runs, its own clock decides too, which goes on when the machine's is set back.
   */
  async #isDue(folder: string): Promise<boolean> {
    const made = this.#made.get(folder);
    if (made !== undefined && performance.now() - made >= daily) return true;
    const now = Date.now();
    return !(await listBackups(folder, this.#store.disk)).some(({ at }) => {
      const age = now - Date.parse(at);
      return age >= 0 && age < daily;
    });
  }
}
