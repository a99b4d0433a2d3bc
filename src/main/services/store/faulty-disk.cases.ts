import type { Disk, DiskFile } from "../files/disk.ts";
import { failure } from "./memory-disk.cases.ts";

/**
 * What happens from the n-th changing call on: the process dies in it, or so many calls fail with an error of the
 * system.
 */
export type Fault = Readonly<{ at: number }> &
  (
    | Readonly<{ kind: "kill"; when: "before" | "within" | "after" }>
    | Readonly<{ kind: "fail"; code: string; times: number /** Reading calls count and fail too. */; reads: boolean }>
  );

/**
 * A disk on which every changing call is counted and one goes wrong. After a kill no call returns anything but a
 * failure.
 */
export class FaultyDisk implements Disk {
  calls = 0;
  killed = false;
  readonly #disk: Disk;
  readonly #fault: Fault | null;

  constructor(disk: Disk, fault: Fault | null) {
    this.#disk = disk;
    this.#fault = fault;
  }

  read(file: string, from?: number, length?: number): Promise<Buffer> {
    return this.#look(() => this.#disk.read(file, from, length));
  }

  list(folder: string): Promise<string[]> {
    return this.#look(() => this.#disk.list(folder));
  }

  stat(file: string) {
    return this.#look(() => this.#disk.stat(file));
  }

  stamps(files: readonly string[]) {
    return this.#disk.stamps(files);
  }

  readNow(file: string): Buffer {
    if (this.killed) throw failure("EKILLED");
    return this.#disk.readNow(file);
  }

  async open(file: string, mode: "new" | "replace" | "append"): Promise<DiskFile> {
    const inner = await this.#call(() => this.#disk.open(file, mode));
    return {
      write: (bytes) =>
        this.#call(
          () => inner.write(bytes),
          () => inner.write(bytes.subarray(0, bytes.length >> 1)),
        ),
      flush: () => this.#call(() => inner.flush()),
      truncate: (length) => this.#call(() => inner.truncate(length)),
      id: () => this.#alive(() => inner.id()),
      close: () => this.#alive(() => inner.close()),
    };
  }

  makeFolder(folder: string, root?: string): Promise<void> {
    return this.#call(() => this.#disk.makeFolder(folder, root));
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call(() => this.#disk.rename(from, to));
  }

  remove(file: string): Promise<void> {
    return this.#call(() => this.#disk.remove(file));
  }

  flushFolder(folder: string): Promise<void> {
    return this.#call(() => this.#disk.flushFolder(folder));
  }

  async #alive<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.killed) throw failure("EKILLED");
    return work();
  }

  #look<Value>(work: () => Promise<Value>): Promise<Value> {
    const fault = this.#fault;
    return fault?.kind === "fail" && fault.reads ? this.#call(work) : this.#alive(work);
  }

  async #call<Value>(work: () => Promise<Value>, half?: () => Promise<void>): Promise<Value> {
    if (this.killed) throw failure("EKILLED");
    const fault = this.#fault;
    const number = ++this.calls;
    if (fault?.kind === "fail" && number >= fault.at && number < fault.at + fault.times) {
      if (half !== undefined) await half();
      throw failure(fault.code);
    }
    if (fault?.kind !== "kill" || number !== fault.at) return work();
    this.killed = true;
    if (fault.when === "within") await (half ?? work)();
    if (fault.when === "after") await work();
    throw failure("EKILLED");
  }
}

/** A disk like the given one that opens files in another way. */
export function opening(disk: Disk, open: Disk["open"]): Disk {
  return {
    read: (file, from, length) => disk.read(file, from, length),
    list: (folder) => disk.list(folder),
    stat: (file) => disk.stat(file),
    stamps: (files) => disk.stamps(files),
    readNow: (file) => disk.readNow(file),
    makeFolder: (folder, root) => disk.makeFolder(folder, root),
    rename: (from, to) => disk.rename(from, to),
    remove: (file) => disk.remove(file),
    flushFolder: (folder) => disk.flushFolder(folder),
    open,
  };
}
