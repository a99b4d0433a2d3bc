import { type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";

/** The bytes of a file, or null when there is none. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Replace a file so that after any crash either the old or the new bytes are there whole: temporary file, fsync, rename, fsync of the folder. */
export async function writeDurably(file: string, bytes: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await using(await open(temporary, "w"), async (handle) => {
      await handle.writeFile(bytes);
      await handle.sync();
    });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(path.dirname(file));
}

/** Make renames and new names in a folder survive a power cut. Systems that cannot open folders flush on their own. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    await using(await open(folder, "r"), (handle) => handle.sync());
  } catch (error) {
    if (!hasCode(error, "EPERM", "EISDIR", "EACCES", "EINVAL")) throw error;
  }
}

/** True when a failure of the file system has one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

async function using(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}
