import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";

/** A storage of a compound file: its streams and storages by name. */
export type Storage = Readonly<{
  streams: ReadonlyMap<string, Stream>;
  storages: ReadonlyMap<string, Storage>;
}>;

/** A stream; its bytes are put together when they are asked for. */
export type Stream = Readonly<{ size: number; read: () => Uint8Array }>;

const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** Values of a sector's number that name none ([MS-CFB] 2.1): the last of a chain, and all above. */
const noSector = 0xfffffffa;
const noEntry = 0xffffffff;
/** Bytes of an entry of the directory, and what it can be. */
const entrySize = 128;
const [storageEntry, streamEntry, rootEntry] = [1, 2, 5];
/** Storages in each other; messages in messages are three each. */
const maxDepth = 120;

type Entry = Readonly<{
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}>;

/** Whether a file is a compound file, by its first bytes. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).equals(signature);
}

/**
 * The root storage of a compound file ([MS-CFB]). Chains that end nowhere or run in a circle are cut where they do;
 * each entry of the directory is in the tree once. Throws `unreadable` for what has no directory, `limit` for storages
 * that are nested too deeply.
 */
export function readCompoundFile(bytes: Uint8Array): Storage {
  return new CompoundFile(bytes).root();
}

class CompoundFile {
  readonly #file: Buffer;
  readonly #sector: number;
  readonly #mini: number;
  readonly #cutoff: number;
  readonly #next: Uint32Array;
  readonly #entries: readonly Entry[];
  #nextMini: Uint32Array | null = null;
  #miniStream: Buffer | null = null;
  readonly #seen = new Set<number>();

  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = file.length >= 512 ? file.readUInt16LE(30) : 0;
    if (!isCompoundFile(bytes) || (shift !== 9 && shift !== 12)) throw damaged();
    this.#file = file;
    this.#sector = 1 << shift;
    this.#mini = 1 << Math.min(file.readUInt16LE(32), 9);
    this.#cutoff = file.readUInt32LE(56);
    this.#next = numbersIn(Buffer.concat(this.#tableSectors().map((sector) => this.#at(sector))));
    this.#entries = entriesIn(this.#chain(file.readUInt32LE(48)), shift === 9);
  }

  root(): Storage {
    const root = this.#entries.find(({ type }) => type === rootEntry);
    if (root === undefined) throw damaged();
    return this.#storage(root.child, 0);
  }

  /** The sectors of the table of chains: 109 are named in the header, more in sectors of their own ([MS-CFB] 2.5). */
  #tableSectors(): number[] {
    const file = this.#file;
    const sectors = Array.from({ length: 109 }, (_, n) => file.readUInt32LE(76 + n * 4));
    let list = file.readUInt32LE(68);
    for (let count = 0; list < noSector && count * this.#sector < file.length; count++) {
      const numbers = numbersIn(this.#at(list));
      sectors.push(...numbers.subarray(0, -1));
      list = numbers.at(-1) ?? noSector;
    }
    // The file has no more of them than its size allows for.
    const most = Math.ceil(file.length / this.#sector / (this.#sector / 4)) + 1;
    return sectors.filter((sector) => sector < noSector).slice(0, most);
  }

  /** A sector; empty where the file ends before it. */
  #at(sector: number): Buffer {
    const start = (sector + 1) * this.#sector;
    return this.#file.subarray(start, start + this.#sector);
  }

  #chain(start: number, size = Number.POSITIVE_INFINITY): Buffer {
    const parts: Buffer[] = [];
    const passed = new Set<number>();
    let length = 0;
    for (let sector = start; sector < noSector && length < size && !passed.has(sector); ) {
      passed.add(sector);
      const part = this.#at(sector);
      if (part.length === 0) break;
      parts.push(part);
      length += part.length;
      sector = this.#next[sector] ?? noSector;
    }
    const all = Buffer.concat(parts);
    return size < all.length ? all.subarray(0, size) : all;
  }

  #storage(child: number, depth: number): Storage {
    if (depth > maxDepth) throw new WorkbenchError("limit", message("import.tooManyMailParts"));
    const streams = new Map<string, Stream>();
    const storages = new Map<string, Storage>();
    // The entries of a storage are a tree; a list of those to visit takes no stack where it is one long branch.
    const waiting = [child];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = this.#entries[index];
      if (index === noEntry || entry === undefined || this.#seen.has(index)) continue;
      this.#seen.add(index);
      waiting.push(entry.left, entry.right);
      if (entry.type === streamEntry) streams.set(entry.name, { size: entry.size, read: () => this.#stream(entry) });
      else if (entry.type === storageEntry) storages.set(entry.name, this.#storage(entry.child, depth + 1));
    }
    return { streams, storages };
  }

  #stream({ start, size }: Entry): Uint8Array {
    if (size >= this.#cutoff) return this.#chain(start, size);
    this.#nextMini ??= numbersIn(this.#chain(this.#file.readUInt32LE(60)));
    this.#miniStream ??= this.#chain(this.#entries.find(({ type }) => type === rootEntry)?.start ?? noSector);
    const parts: Buffer[] = [];
    const passed = new Set<number>();
    for (let sector = start; sector < noSector && parts.length * this.#mini < size && !passed.has(sector); ) {
      passed.add(sector);
      parts.push(this.#miniStream.subarray(sector * this.#mini, (sector + 1) * this.#mini));
      sector = this.#nextMini[sector] ?? noSector;
    }
    return Buffer.concat(parts).subarray(0, size);
  }
}

function numbersIn(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, n) => bytes.readUInt32LE(n * 4));
}

function entriesIn(directory: Buffer, isSmall: boolean): Entry[] {
  return Array.from({ length: Math.floor(directory.length / entrySize) }, (_, n) => {
    const entry = directory.subarray(n * entrySize, (n + 1) * entrySize);
    const nameBytes = Math.min(64, entry.readUInt16LE(64));
    return {
      name: entry.toString("utf16le", 0, Math.max(0, nameBytes - 2)),
      type: entry[66] ?? 0,
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      // The upper half of a size is undefined in files of small sectors ([MS-CFB] 2.6.1).
      size: entry.readUInt32LE(120) + (isSmall ? 0 : entry.readUInt32LE(124) * 2 ** 32),
    };
  });
}

function damaged(): WorkbenchError {
  return new WorkbenchError("unreadable", message("import.mailDamaged"));
}
