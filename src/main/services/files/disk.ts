import { readFileSync, statSync } from "node:fs";
import { chmod, type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";

/** A file open for writing at its end. */
export interface DiskFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Returns when all that was written will survive a power cut. */
  flush(): Promise<void>;
  truncate(length: number): Promise<void>;
  /** As `DiskStat.id`, of the file that is open, wherever its name has gone. */
  id(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Size in bytes, time of the last writing in milliseconds since 1970, and which file it is: device and number there.
 */
export type DiskStat = Readonly<{ bytes: number; modified: number; folder: boolean; id: string }>;

/**
 * What a file or folder is recognised by: size in bytes, times of the last writing and of the last change of any kind
 * in milliseconds since 1970, and its number on the disk. Another one after whatever is done to it, as long as the
 * disk's times are fine enough to tell (`st_ctime` in stat(2); ChangeTime in Windows).
 */
export type FileStamp = readonly [bytes: number, modified: number, changed: number, file: number];

/**
 * The few calls the store makes of a disk. All of the library's files are read and written through one, so that tests
 * can take a failing one.
 */
export interface Disk {
  /** The bytes of a file, from an offset when given. */
  read(file: string, from?: number, length?: number): Promise<Buffer>;
  /** Names in a folder, in no order. */
  list(folder: string): Promise<string[]>;
  stat(file: string): Promise<DiskStat>;
  /** Of each file or folder; null where there is none. At once, since thousands are asked for when a library opens. */
  stamps(files: readonly string[]): (FileStamp | null)[];
  /** The bytes of a file, at once: for records that are read when they are first looked at. */
  readNow(file: string): Buffer;
  /** `new` fails with EEXIST when the file is there, `replace` empties it, `append` keeps it. */
  open(file: string, mode: "new" | "replace" | "append"): Promise<DiskFile>;
  /** With all folders above it, below `root` only when one is given; nothing happens when it is there. */
  makeFolder(folder: string, root?: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A file or a folder with all in it; nothing happens when there is none. */
  remove(file: string): Promise<void>;
  /** Make renames and new names in a folder survive a power cut. */
  flushFolder(folder: string): Promise<void>;
}

const flags = { new: "ax", replace: "w", append: "a" } as const;

/** Permissions of new files and folders, exactly as given; without them, those that the system gives. */
export type DiskModes = Readonly<{ file: number; folder: number }>;

/** The real disk, making files and folders with these permissions. Systems without them (Windows) ignore them. */
export function diskWithModes(modes: DiskModes): Disk {
  return {
    ...realDisk,
    async open(file, mode) {
      const handle = await open(file, flags[mode], modes.file);
      // What the process's mask has taken away, as from a folder shared with a group.
      if (process.platform !== "win32") await handle.chmod(modes.file).catch(() => undefined);
      return diskFile(handle);
    },
    makeFolder: (folder, root) => makeFolder(folder, root, modes.folder),
  };
}

/** The real disk. */
export const realDisk: Disk = {
  async read(file, from, length) {
    if (from === undefined) return readFile(file);
    const handle = await open(file, "r");
    try {
      const wanted = length ?? Math.max(0, (await handle.stat()).size - from);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, from);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  },
  list: (folder) => readdir(folder),
  async stat(file) {
    const found = await stat(file, { bigint: true });
    const [bytes, modified] = [Number(found.size), Number(found.mtimeNs) / 1e6];
    return { bytes, modified, folder: found.isDirectory(), id: `${found.dev}:${found.ino}` };
  },
  stamps: (files) => files.map(stampOf),
  readNow: (file) => readFileSync(file),
  async open(file, mode) {
    return diskFile(await open(file, flags[mode]));
  },
  makeFolder,
  async rename(from, to) {
    for (let attempt = 0; ; attempt++)
      try {
        return await rename(from, to);
      } catch (error) {
        // Virus scanners and sync programs of Windows hold files for a moment after they were written.
        if (process.platform !== "win32" || attempt >= 20 || !hasCode(error, "EPERM", "EACCES", "EBUSY")) throw error;
        await wait(50);
      }
  },
  remove: (file) => rm(file, { recursive: true, force: true, maxRetries: 5 }),
  flushFolder: flush,
};

function stampOf(file: string): FileStamp | null {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found === undefined ? null : [found.size, found.mtimeMs, found.ctimeMs, found.ino];
  } catch {
    return null;
  }
}

async function makeFolder(folder: string, root?: string, mode?: number): Promise<void> {
  if (root !== undefined) return makeBelow(root, folder, mode);
  const first = await mkdir(folder, mode === undefined ? { recursive: true } : { recursive: true, mode });
  if (first === undefined) return;
  // The names of new folders must survive a power cut like those of files.
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
    if (mode !== undefined && process.platform !== "win32") await chmod(made, mode).catch(() => undefined);
    await flush(path.dirname(made));
  }
}

async function makeBelow(root: string, folder: string, mode?: number): Promise<void> {
  await stat(root);
  let current = root;
  for (const part of path.relative(root, folder).split(path.sep)) {
    if (part === "") continue;
    const above = current;
    current = path.join(current, part);
    try {
      await mkdir(current, mode === undefined ? {} : { mode });
    } catch (error) {
      if (!hasCode(error, "EEXIST") || !(await stat(current)).isDirectory()) throw error;
      continue;
    }
    if (mode !== undefined && process.platform !== "win32") await chmod(current, mode).catch(() => undefined);
    await flush(above);
  }
}

async function flush(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    // Systems that cannot open folders flush on their own.
    if (!hasCode(error, "EPERM", "EISDIR", "EACCES", "EINVAL")) throw error;
  }
}

function diskFile(handle: FileHandle): DiskFile {
  return {
    write: (bytes) => handle.appendFile(bytes),
    flush: () => handle.sync(),
    truncate: (length) => handle.truncate(length),
    id: async () => {
      const { dev, ino } = await handle.stat({ bigint: true });
      return `${dev}:${ino}`;
    },
    close: () => handle.close(),
  };
}

/** True when a failure of the file system has one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

/** The code of a failure that is none of the system's: the journal is not where it was. */
export const journalGone = "EJOURNAL";

/** What a failure of the disk means, as one sentence; null when it is no failure of the disk. */
export function diskSentence(error: unknown): Message | null {
  if (hasCode(error, "ENOSPC", "EDQUOT")) return message("disk.full");
  if (hasCode(error, "EROFS")) return message("disk.readOnly");
  if (hasCode(error, "EACCES", "EPERM")) return message("disk.forbidden");
  if (hasCode(error, "ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "EHOSTDOWN", "ETIMEDOUT"))
    return message("disk.gone");
  if (hasCode(error, "EISDIR", "EEXIST", "ENOTEMPTY")) return message("disk.misplaced");
  if (hasCode(error, journalGone)) return message("disk.journalGone");
  if (hasCode(error, "EIO")) return message("disk.fault");
  if (hasCode(error, "EMFILE", "ENFILE")) return message("disk.openFiles");
  if (hasCode(error, "EBUSY", "EAGAIN")) return message("disk.busy");
  if (hasCode(error, "EFBIG")) return message("disk.tooLarge");
  return null;
}

/** Why something could not be written, as one sentence, whatever it failed with. */
export function upkeepSentence(error: unknown): Message {
  if (error instanceof WorkbenchError) return error.reason;
  return (
    diskSentence(error) ?? message("disk.other", { detail: error instanceof Error ? error.message : String(error) })
  );
}
