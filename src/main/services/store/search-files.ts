import path from "node:path";
import { z } from "zod";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { GramIndex } from "../../../shared/search/gram-index.ts";
import type { Searchable } from "../../../shared/search/search.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, temporaryFor } from "../files/durable.ts";
import type { SearchStore } from "./library-store.ts";

/** The name of the folder of the search index in a library's folder. */
export const searchFolder = "search";
const suffix = ".words";

/**
 * The search index of a library's folder: a file for each paper, with its folded words and what rules most of them out.
 * All of it can be made again from the papers, so nothing is flushed, every failure means that there is no file, and
 * what fails its check is not there either.
 *
 * A file is "SMX1", the length of its head, the head's SHA-256 (32 bytes), head and body. The head is the length of a
 * JSON text, that text padded to 4 bytes, and the index; the body the beginnings and extents of the paragraphs and the
 * folded words. Numbers are unsigned 32-bit little-endian.
 */
export class SearchFiles implements SearchStore {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #isWritable: () => boolean;

  /** Nothing is written while `isWritable` says no. */
  constructor(libraryFolder: string, disk: Disk, isWritable: () => boolean) {
    this.#folder = path.join(libraryFolder, searchFolder);
    this.#disk = disk;
    this.#isWritable = isWritable;
  }

  async readIndex(paper: PaperId, stamp: string): Promise<GramIndex | null> {
    try {
      const file = this.#path(paper);
      const start = await this.#disk.read(file, 0, together);
      const length = headLength(start);
      if (length === null) return null;
      const bytes = fixed + length <= start.length ? start : await this.#disk.read(file, 0, fixed + length);
      return parseHead(bytes, paper, stamp)?.index ?? null;
    } catch {
      return null;
    }
  }

  async readWords(paper: PaperId, stamp: string): Promise<Searchable | null> {
    try {
      const bytes = await this.#disk.read(this.#path(paper));
      const head = parseHead(bytes, paper, stamp);
      return head === null ? null : parseBody(head, bytes.subarray(head.length));
    } catch {
      return null;
    }
  }

  async write(paper: PaperId, stamp: string, words: Searchable, index: GramIndex): Promise<void> {
    if (!this.#isWritable()) return;
    const file = this.#path(paper);
    const temporary = temporaryFor(file);
    try {
      await this.#disk.makeFolder(this.#folder);
      const handle = await this.#disk.open(temporary, "replace");
      try {
        for (const part of printFile(paper, stamp, words, index)) await handle.write(part);
      } finally {
        await handle.close();
      }
      await this.#disk.rename(temporary, file);
    } catch {
      await this.#disk.remove(temporary).catch(() => undefined);
    }
  }

  async keepOnly(papers: ReadonlySet<string>): Promise<void> {
    if (!this.#isWritable()) return;
    for (const name of await listIfThere(this.#folder, this.#disk).catch(() => []))
      if (!(name.endsWith(suffix) && papers.has(name.slice(0, -suffix.length))))
        await this.#disk.remove(path.join(this.#folder, name)).catch(() => undefined);
  }

  #path(paper: PaperId): string {
    return path.join(this.#folder, `${paper}${suffix}`);
  }
}

const magic = "SMX1";
/** Bytes before the head. */
const fixed = 40;
/** Bytes read at once, enough for the head of most papers. */
const together = 1 << 16;
const mostHead = 1 << 30;

const Count = z.int().min(0);
const Facts = z.strictObject({
  paper: z.string(),
  stamp: z.string(),
  /** Of the body. */
  sha256: z.string(),
  encoding: z.enum(["latin1", "utf16le"]),
  stretches: Count,
  bits: Count,
  paragraphs: Count,
});
type Facts = Readonly<z.infer<typeof Facts>>;
type Head = Readonly<{ facts: Facts; index: GramIndex; length: number }>;

function headLength(start: Buffer): number | null {
  if (start.length < fixed || start.toString("latin1", 0, 4) !== magic) return null;
  const length = start.readUInt32LE(4);
  return length > mostHead ? null : length;
}

/** The head of a file; null unless it is whole and of this paper and stamp. */
function parseHead(bytes: Buffer, paper: string, stamp: string): Head | null {
  const length = headLength(bytes);
  if (length === null || bytes.length < fixed + length) return null;
  const head = bytes.subarray(fixed, fixed + length);
  if (digest(head) !== bytes.toString("hex", 8, fixed)) return null;
  const text = head.readUInt32LE(0);
  const facts = Facts.parse(JSON.parse(head.toString("utf8", 4, 4 + text)));
  if (facts.paper !== paper || facts.stamp !== stamp) return null;
  const numbers = numbersIn(head.subarray(4 + padded(text)));
  const { stretches, bits } = facts;
  if (numbers.length !== 2 * (stretches + 1) + bits) return null;
  const index: GramIndex = {
    lines: numbers.slice(0, stretches + 1),
    offsets: numbers.slice(stretches + 1, 2 * (stretches + 1)),
    bits: numbers.slice(2 * (stretches + 1)),
  };
  return { facts, index, length: fixed + length };
}

function parseBody({ facts }: Head, body: Buffer): Searchable | null {
  if (digest(body) !== facts.sha256) return null;
  const { paragraphs, encoding } = facts;
  const numbers = numbersIn(body.subarray(0, 4 * (3 * paragraphs + 1)));
  return {
    lines: numbers.slice(0, paragraphs + 1),
    extents: numbers.slice(paragraphs + 1),
    folded: body.toString(encoding, 4 * (3 * paragraphs + 1)),
  };
}

function printFile(paper: string, stamp: string, words: Searchable, index: GramIndex): Buffer[] {
  const { folded, lines, extents } = words;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that takes one byte.
  const encoding = /^[\u0000-\u00ff]*$/.test(folded) ? "latin1" : "utf16le";
  const body = Buffer.concat([bytesOf(lines), bytesOf(extents), Buffer.from(folded, encoding)]);
  const facts: Facts = {
    paper,
    stamp,
    sha256: digest(body),
    encoding,
    stretches: index.lines.length - 1,
    bits: index.bits.length,
    paragraphs: lines.length - 1,
  };
  const text = Buffer.from(JSON.stringify(facts));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  const padding = Buffer.alloc(padded(text.length) - text.length);
  const head = Buffer.concat([size, text, padding, ...[index.lines, index.offsets, index.bits].map(bytesOf)]);
  const start = Buffer.alloc(fixed);
  start.write(magic, "latin1");
  start.writeUInt32LE(head.length, 4);
  start.write(digest(head), 8, "hex");
  return [start, head, body];
}

const padded = (length: number): number => (length + 3) & ~3;

function bytesOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A copy, since numbers must begin at a multiple of 4. */
function numbersIn(bytes: Buffer): Uint32Array<ArrayBuffer> {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
