import path from "node:path";
import { type Disk, hasCode, realDisk } from "./disk.ts";

/** The bytes of a file, or null when there is none. */
export async function readIfThere(file: string, disk: Disk = realDisk): Promise<Buffer | null> {
  return orNull(disk.read(file));
}

/** The names in a folder, sorted; none when there is no such folder. */
export async function listIfThere(folder: string, disk: Disk = realDisk): Promise<string[]> {
  return ((await orNull(disk.list(folder))) ?? []).sort();
}

/**
 * Replace a file so that after any crash either the old or the new bytes are there whole: temporary file, flush,
 * rename, flush of the folder.
 */
export async function writeDurably(file: string, bytes: string | Uint8Array, disk: Disk = realDisk): Promise<void> {
  await disk.makeFolder(path.dirname(file));
  const temporary = temporaryFor(file);
  try {
    await writeAndFlush(temporary, bytes, disk);
    await disk.rename(temporary, file);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.flushFolder(path.dirname(file));
}

/** Write a new file whole and flush it. A crash in between leaves a part of it: give it a temporary name. */
export async function writeAndFlush(file: string, bytes: string | Uint8Array, disk: Disk): Promise<void> {
  await writePiecesAndFlush(file, [typeof bytes === "string" ? Buffer.from(bytes) : bytes], disk);
}

/** As `writeAndFlush`, of bytes in pieces, which are written about a megabyte at a time. */
export async function writePiecesAndFlush(file: string, pieces: readonly Uint8Array[], disk: Disk): Promise<void> {
  const handle = await disk.open(file, "replace");
  try {
    for (const part of inParts(pieces)) await handle.write(part);
    await handle.flush();
  } finally {
    await handle.close();
  }
}

function* inParts(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  let part: Uint8Array[] = [];
  let length = 0;
  for (const [index, piece] of pieces.entries()) {
    part.push(piece);
    length += piece.length;
    if (length < 1 << 20 && index < pieces.length - 1) continue;
    yield part.length === 1 ? piece : Buffer.concat(part);
    [part, length] = [[], 0];
  }
}

/** A name beside the file that nobody else writes; a leftover of a crash is recognised by its ending. */
export function temporaryFor(file: string): string {
  return `${file}.${process.pid}.tmp`;
}

async function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}
