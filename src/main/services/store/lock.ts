import { hostname, uptime } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Holder } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type Disk, hasCode, realDisk } from "../files/disk.ts";
import { readIfThere, temporaryFor, writeAndFlush } from "../files/durable.ts";

/** How often the holder renews its lock, in milliseconds. */
const beatEvery = 20_000;
/**
 * A lock that was not renewed for this long, in milliseconds, is taken over. Long enough for clocks that differ, and
 * for a machine that slept.
 */
const deadAfter = 10 * 60_000;

const HolderFile = z.strictObject({
  pid: z.int(),
  host: z.string(),
  program: z.string(),
  since: z.iso.datetime(),
  /** When the holder last said that it is there. Locks of format 1 have none. */
  beat: z.iso.datetime().optional(),
  /** Tells one taking from another. */
  token: z.string().optional(),
});
type HolderFile = z.infer<typeof HolderFile>;

/** The right to write, held. */
export type HeldLock = Readonly<{
  held: true;
  /**
   * Throws `readOnly` when another program has taken the lock in the meantime, as after a long sleep of the machine,
   * and a failure of the disk when the library's folder is gone. It looks at the disk only when it is asked to be sure,
   * or when the last renewal is long ago: while renewals go through, nobody takes the lock away.
   */
  check: (sure: boolean) => Promise<void>;
  release: () => Promise<void>;
}>;
/** The right to write, or who has it; null when that is unknown. */
export type Lock = HeldLock | Readonly<{ held: false; holder: Holder | null }>;

/**
 * Take the one right to write in a library, or learn who has it. A lock whose process is gone from this machine, that
 * was made before this machine last started, or that nobody has renewed for ten minutes, is taken over.
 */
export async function takeLock(folder: string, program: string, disk: Disk = realDisk): Promise<Lock> {
  const file = path.join(folder, "lock");
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await make(file, program, disk);
    } catch (error) {
      if (hasCode(error, "EROFS", "EACCES", "EPERM")) return { held: false, holder: null };
      if (!hasCode(error, "EEXIST")) throw error;
    }
    const found = await readHolder(file, disk);
    if (found !== null && !isDead(found)) return { held: false, holder: holderOf(found) };
    if (found === null && !(await isOld(file, disk))) await wait(50);
    else await setAside(file, disk);
  }
  const found = await readHolder(file, disk);
  return { held: false, holder: found === null ? null : holderOf(found) };
}

/** Who holds a library, or null. `dead` when its lock would be taken over. */
export async function readLock(folder: string): Promise<{ holder: Holder; dead: boolean } | null> {
  const found = await readHolder(path.join(folder, "lock"), realDisk);
  return found === null ? null : { holder: holderOf(found), dead: isDead(found) };
}

/** Take a lock away from its holder, who must be known to be gone. */
export async function breakLock(folder: string): Promise<void> {
  await setAside(path.join(folder, "lock"), realDisk);
}

async function make(file: string, program: string, disk: Disk): Promise<HeldLock> {
  const now = new Date().toISOString();
  const own: HolderFile = { pid: process.pid, host: hostname(), program, since: now, token: crypto.randomUUID() };
  const handle = await disk.open(file, "new");
  await handle.write(bytesOf({ ...own, beat: now })).finally(() => handle.close());
  let lastBeat = Date.now();
  const check = async (sure: boolean): Promise<void> => {
    if (sure || Date.now() - lastBeat >= deadAfter / 2) await beat();
  };
  const renew = async (): Promise<void> => {
    await disk.stat(path.dirname(file));
    if ((await readHolder(file, disk))?.token !== own.token)
      throw new WorkbenchError("readOnly", message("library.takenOver"));
    const renewed = temporaryFor(file);
    try {
      // A full disk must not leave an empty lock.
      await writeAndFlush(renewed, bytesOf({ ...own, beat: new Date().toISOString() }), disk);
      await disk.rename(renewed, file);
    } catch (error) {
      await disk.remove(renewed).catch(() => undefined);
      throw error;
    }
    lastBeat = Date.now();
  };
  // One after the other: two at once would take each other's temporary file away.
  let last: Promise<void> = Promise.resolve();
  const beat = (): Promise<void> => {
    const next = last.then(renew);
    last = next.catch(() => undefined);
    return next;
  };
  const timer = setInterval(() => void beat().catch(() => undefined), beatEvery).unref();
  const release = async (): Promise<void> => {
    clearInterval(timer);
    await last;
    if ((await readHolder(file, disk))?.token === own.token) await disk.remove(file);
  };
  return { held: true, check, release };
}

function bytesOf(holder: HolderFile): Buffer {
  return Buffer.from(JSON.stringify(holder));
}

/** Renaming first means that of two processes that find a dead lock only one removes it. */
async function setAside(file: string, disk: Disk): Promise<void> {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    await disk.rename(file, aside);
    await disk.remove(aside);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

async function readHolder(file: string, disk: Disk): Promise<HolderFile | null> {
  try {
    return HolderFile.parse(JSON.parse(((await readIfThere(file, disk)) ?? "").toString()));
  } catch {
    return null;
  }
}

function holderOf({ pid, host, program, since }: HolderFile): Holder {
  return { pid, host, program, since };
}

/** A lock without a holder is being written this moment, or its writer died between making and filling it. */
async function isOld(file: string, disk: Disk): Promise<boolean> {
  const found = await disk.stat(file).catch(() => null);
  return found !== null && Date.now() - found.modified > 5000;
}

function isDead({ host, pid, beat, since }: HolderFile): boolean {
  const silent = Date.now() - Date.parse(beat ?? since);
  if (host !== hostname()) return silent > deadAfter;
  // Since its last renewal this machine has started again; its number may be another process's now.
  if (silent > uptime() * 1000 + 60_000) return true;
  try {
    process.kill(pid, 0);
    return beat !== undefined && silent > deadAfter;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}
