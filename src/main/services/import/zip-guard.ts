import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";

/** What an archive may hold at most. Sizes are bytes as inflated, not as the archive claims them. */
export type ZipLimits = Readonly<{ entries: number; bytes: number; bytesPerEntry: number; ratio: number }>;

/** Sizes past which the ratio of packed to unpacked is looked at; small texts may pack very well. */
const ratioFrom = 1 << 20;

/** The limits of every archive that is opened: entries, bytes in all and of one, unpacked bytes for each packed one. */
export const zipLimits: ZipLimits = { entries: 10_000, bytes: 1 << 30, bytesPerEntry: 512 << 20, ratio: 200 };

/** A file of a checked archive. Its name is relative, with `/`, and never leads outside. */
export type ZipEntry = Readonly<{ name: string; bytes: number; read: () => Promise<Uint8Array> }>;

/**
 * Open an archive after checking every entry of its directory: count, sizes, ratio, names (relative, no `..`, drive,
 * NUL or backslash, none twice after folding case and NFC), no links, no encryption. `read` inflates one entry and
 * checks the real size, the sum over all reads and the CRC-32. Throws `limit` for too much and `unreadable` for
 * anything else.
 */
export async function openZip(
  bytes: Uint8Array,
  limits: ZipLimits = zipLimits,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const zip = await opened(bytes);
  if (zip.entryCount > limits.entries) throw tooMuch(message("archive.files", { count: limits.entries }));
  const entries = await directory(zip, limits);
  const seen = new Set<string>();
  let claimed = 0;
  for (const entry of entries) {
    checkKind(entry);
    checkName(entry.fileName, seen);
    claimed += entry.uncompressedSize;
    checkSize(entry.uncompressedSize, entry.compressedSize, claimed, limits);
  }
  let inflated = 0;
  const files = entries.filter((entry) => !entry.fileName.endsWith("/"));
  return new Map(
    files.map((entry) => {
      const read = async (): Promise<Uint8Array> => {
        const content = await inflate(zip, entry, limits, (more) => {
          inflated += more;
          return inflated;
        });
        if (crc32(content) !== entry.crc32) throw unreadable(message("archive.fileDamaged", { file: entry.fileName }));
        return content;
      };
      return [entry.fileName, { name: entry.fileName, bytes: entry.uncompressedSize, read }];
    }),
  );
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  const { fromBuffer } = await import("yauzl");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(unreadable(message("archive.notZip"), error));
    });
  });
}

function directory(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("error", (error: Error) => reject(unreadable(message("archive.directoryDamaged"), error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length > limits.entries) reject(tooMuch(message("archive.files", { count: limits.entries })));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function checkKind(entry: Entry): void {
  if (entry.isEncrypted()) throw unreadable(message("archive.encrypted"));
  // The upper half holds the Unix mode where the archive was made on Unix (APPNOTE 4.4.15); 0xA000 is a symbolic link.
  const mode = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (mode !== 0 && mode !== 0x8000 && mode !== 0x4000)
    throw unreadable(message("archive.fileIsLink", { file: entry.fileName }));
}

function checkName(name: string, seen: Set<string>): void {
  const parts = name.replace(/\/$/, "").split("/");
  const outside = name.startsWith("/") || /^[a-z]:/i.test(name) || /[\0\\]/.test(name);
  if (name === "" || outside || parts.some((part) => part === "" || part === "." || part === ".."))
    throw unreadable(message("archive.outside"));
  const folded = name.normalize("NFC").toLowerCase().normalize("NFC");
  if (seen.has(folded)) throw unreadable(message("archive.fileTwice", { file: name }));
  seen.add(folded);
}

function checkSize(size: number, packed: number, sum: number, limits: ZipLimits): void {
  if (size > limits.bytesPerEntry || sum > limits.bytes) throw tooMuch(message("archive.bytes"));
  if (size > ratioFrom && size > packed * limits.ratio) throw tooMuch(message("archive.ratio"));
}

function inflate(zip: ZipFile, entry: Entry, limits: ZipLimits, count: (more: number) => number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(unreadable(message("archive.fileUnreadable", { file: entry.fileName }), error));
      const parts: Buffer[] = [];
      let size = 0;
      stream.on("error", (cause: Error) =>
        reject(unreadable(message("archive.fileDamaged", { file: entry.fileName }), cause)),
      );
      stream.on("end", () => resolve(Buffer.concat(parts)));
      stream.on("data", (part: Buffer) => {
        size += part.length;
        try {
          checkSize(size, entry.compressedSize, count(part.length), limits);
          parts.push(part);
        } catch (cause) {
          stream.destroy();
          reject(cause);
        }
      });
    });
  });
}

function tooMuch(what: Message): WorkbenchError {
  return new WorkbenchError("limit", message("archive.tooMuch", { what }));
}

function unreadable(reason: Message, cause?: unknown): WorkbenchError {
  return new WorkbenchError("unreadable", message("archive.notOpened", { reason }), cause);
}
