import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { WorkbenchError } from "../../../shared/errors.ts";
import type { Holder } from "../../../shared/workbench.ts";
import { type Disk, hasCode, realDisk } from "./disk.ts";
import { readIfThere } from "./files.ts";

/** How often the holder renews its lock, in milliseconds. */
const beatEvery = 20_000;
/** A lock of another machine that was not renewed for this long, in milliseconds, is taken over. Long enough for clocks that differ. */
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

export type HeldLock = Readonly<{
  held: true;
  /** Throws `readOnly` when another program has taken the lock in the meantime, as after a long sleep of the machine. */
  check: () => Promise<void>;
  release: () => Promise<void>;
}>;
export type Lock = HeldLock | Readonly<{ held: false; holder: Holder | null }>;

/**
 * Take the one right to write in a library, or learn who has it. A lock whose process is gone from this machine, or that
 * another machine has not renewed for ten minutes, is taken over.
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
  await fill(file, "new", { ...own, beat: now }, disk);
  let lastBeat = Date.now();
  const check = async (): Promise<void> => {
    // While beats go through, nobody takes the lock away.
    if (Date.now() - lastBeat < deadAfter / 2) return;
    await beat();
  };
  const beat = async (): Promise<void> => {
    if ((await readHolder(file, disk))?.token !== own.token)
      throw new WorkbenchError(
        "readOnly",
        "Another program has taken this library over; open it again to write in it.",
      );
    await fill(file, "replace", { ...own, beat: new Date().toISOString() }, disk);
    lastBeat = Date.now();
  };
  const timer = setInterval(() => void beat().catch(() => undefined), beatEvery).unref();
  const release = async (): Promise<void> => {
    clearInterval(timer);
    if ((await readHolder(file, disk))?.token === own.token) await disk.remove(file);
  };
  return { held: true, check, release };
}

async function fill(file: string, mode: "new" | "replace", holder: HolderFile, disk: Disk): Promise<void> {
  const handle = await disk.open(file, mode);
  try {
    await handle.write(Buffer.from(JSON.stringify(holder)));
  } finally {
    await handle.close();
  }
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

function isDead(holder: HolderFile): boolean {
  if (holder.host !== hostname()) return Date.now() - Date.parse(holder.beat ?? holder.since) > deadAfter;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}
