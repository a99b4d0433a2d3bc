import path from "node:path";
import type { PaperId } from "../../../shared/model/ids.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { temporaryFor } from "../files/durable.ts";
import type { PackStore } from "./library-store.ts";

/** Another one whenever `packRecords` writes another form. */
const magic = "SMC1";
/** Bytes before the packed records: the magic, then stamp and checksum in hexadecimal. */
const [stampAt, digestAt, packedAt] = [4, 68, 132];

/**
 * Packed records of a library's papers, each beside the snapshot it was made of. All of it can be made again, so
 * nothing is flushed, every failure means that there is no file, and what fails its check is not there either.
 */
export class PackFiles implements PackStore {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #isWritable: () => boolean;

  /** Nothing is written while `isWritable` says no. */
  constructor(libraryFolder: string, disk: Disk, isWritable: () => boolean) {
    this.#folder = path.join(libraryFolder, "papers");
    this.#disk = disk;
    this.#isWritable = isWritable;
  }

  async read(paper: PaperId, stamp: string): Promise<Uint8Array | null> {
    const bytes = await this.#disk.read(this.#path(paper)).catch(() => null);
    if (bytes === null || bytes.toString("latin1", 0, digestAt) !== `${magic}${stamp}`) return null;
    // A copy, since Electron would send all of the buffer that these bytes are a part of.
    const packed = new Uint8Array(bytes.subarray(packedAt));
    return digest(packed) === bytes.toString("latin1", digestAt, packedAt) ? packed : null;
  }

  async write(paper: PaperId, stamp: string, packed: Uint8Array): Promise<void> {
    if (!this.#isWritable() || stamp.length !== digestAt - stampAt) return;
    const file = this.#path(paper);
    const temporary = temporaryFor(file);
    try {
      const handle = await this.#disk.open(temporary, "replace");
      try {
        await handle.write(Buffer.concat([Buffer.from(`${magic}${stamp}${digest(packed)}`, "latin1"), packed]));
      } finally {
        await handle.close();
      }
      await this.#disk.rename(temporary, file);
    } catch {
      await this.#disk.remove(temporary).catch(() => undefined);
    }
  }

  #path(paper: PaperId): string {
    return path.join(this.#folder, paper, "annotations.columns");
  }
}
