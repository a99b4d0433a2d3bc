import path from "node:path";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { PackedRecords } from "../../../shared/papers/packed-records.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { temporaryFor } from "../files/durable.ts";
import type { PackStore } from "./library-store.ts";

/** Another one whenever `packRecords` writes another form. */
const magic = "SMC2";
/**
 * Where a file has what comes after its magic: stamp and checksum in hexadecimal, and the length of the head in bytes
 * (32 bits, little end first). Head and columns follow; the checksum is of all that comes after it.
 */
const [stampAt, digestAt, lengthAt, headAt] = [4, 68, 132, 136];

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

  async read(paper: PaperId, stamp: string): Promise<PackedRecords | null> {
    const bytes = this.#readNow(paper);
    if (bytes === null || bytes.length < headAt) return null;
    if (bytes.toString("latin1", 0, digestAt) !== `${magic}${stamp}`) return null;
    if (digest(bytes.subarray(lengthAt)) !== bytes.toString("latin1", digestAt, lengthAt)) return null;
    const columnsAt = headAt + bytes.readUInt32LE(lengthAt);
    return { head: bytes.toString("utf8", headAt, columnsAt), columns: bytes.subarray(columnsAt) };
  }

  async write(paper: PaperId, stamp: string, { head, columns }: PackedRecords): Promise<void> {
    if (!this.#isWritable() || stamp.length !== digestAt - stampAt) return;
    const length = Buffer.alloc(headAt - lengthAt);
    length.writeUInt32LE(Buffer.byteLength(head));
    const packed = Buffer.concat([length, Buffer.from(head), columns]);
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

  /** In one step: with ten thousand small files, waiting for each would take longer than reading it. */
  #readNow(paper: PaperId): Buffer | null {
    try {
      return this.#disk.readNow(this.#path(paper));
    } catch {
      return null;
    }
  }

  #path(paper: PaperId): string {
    return path.join(this.#folder, paper, "annotations.columns");
  }
}
