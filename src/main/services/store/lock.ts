import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Holder } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type Disk, hasCode, realDisk } from "../files/disk.ts";
import { temporaryFor, writeAndFlush } from "../files/durable.ts";
import { removeOldClaims, withClaim } from "./lock-claim.ts";
import {
  deadAfter,
  type FoundLock,
  type HolderFile,
  holderBytes,
  newHolder,
  readLockFile,
  unreadableAfter,
} from "./lock-holder.ts";

/** How often the holder renews its lock, in milliseconds. */
const beatEvery = 20_000;

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
/** The right to write; or who has it, null when that is unknown, and why it could not be had where that is known. */
export type Lock = HeldLock | Readonly<{ held: false; holder: Holder | null; reason?: Message }>;

type OwnHolder = HolderFile & { token: string };

/**
 * Take the one right to write in a library, or learn who has it. A lock whose process is gone from this machine, that
 * was made before this machine last started, or that nobody has renewed for ten minutes, is taken over, by exactly one
 * of all programs that find it.
 */
export async function takeLock(folder: string, program: string, disk: Disk = realDisk): Promise<Lock> {
  const file = path.join(folder, "lock");
  const own = newHolder(program);
  let found: FoundLock | null = null;
  if (await isFolder(file, disk))
    return { held: false, holder: null, reason: message("misplaced.folder", { file: "lock" }) };
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      found = await readLockFile(file, disk);
      if (found === null ? await create(file, own, disk) : found.dead && (await takeOver(file, found, own, disk))) {
        await removeOldClaims(file, own.token, disk).catch(() => undefined);
        return hold(file, own, disk);
      }
    } catch (error) {
      if (hasCode(error, "EROFS", "EACCES", "EPERM")) return { held: false, holder: null };
      throw error;
    }
    if (found?.holder && !found.dead) break;
    await wait(50);
  }
  return { held: false, holder: found?.holder ?? null };
}

async function isFolder(file: string, disk: Disk): Promise<boolean> {
  return disk.stat(file).then(
    ({ folder }) => folder,
    () => false,
  );
}

/** Make the lock where there is none; false when another program was faster. */
async function create(file: string, own: OwnHolder, disk: Disk): Promise<boolean> {
  const began = performance.now();
  try {
    const handle = await disk.open(file, "new");
    await handle.write(holderBytes(own)).finally(() => handle.close());
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    // A full disk must not leave an empty lock.
    if (performance.now() - began < unreadableAfter / 2) await disk.remove(file).catch(() => undefined);
    throw error;
  }
  if (performance.now() - began < unreadableAfter / 2) return true;
  // So slow that another program may have taken the empty file for a leftover.
  return (await readLockFile(file, disk))?.token === own.token && (await renew(file, own, disk));
}

/** Put this process's name into a dead lock. False when it was another's turn, or its holder is back. */
async function takeOver(file: string, found: FoundLock, own: OwnHolder, disk: Disk): Promise<boolean> {
  const done = await withClaim(file, found.token, disk, async () => {
    const now = await readLockFile(file, disk);
    if (now === null || now.token !== found.token || !now.dead) return false;
    await replace(file, own, disk);
    return true;
  });
  return done === true;
}

/** Write the time into this process's own lock. False when the lock has another holder. */
async function renew(file: string, own: OwnHolder, disk: Disk): Promise<boolean> {
  await disk.stat(path.dirname(file));
  for (let attempt = 0; attempt < 20; attempt++) {
    if ((await readLockFile(file, disk))?.token !== own.token) return false;
    const done = await withClaim(file, own.token, disk, async () => {
      if ((await readLockFile(file, disk))?.token !== own.token) return false;
      await replace(file, own, disk);
      return true;
    });
    if (done !== null) return done;
    // Another program is taking the lock over, or has just found out that it may not.
    await wait(50);
  }
  throw Object.assign(new Error("Another program is examining the lock."), { code: "EBUSY" });
}

async function replace(file: string, own: OwnHolder, disk: Disk): Promise<void> {
  const temporary = temporaryFor(file);
  try {
    // A full disk must not leave an empty lock.
    await writeAndFlush(temporary, holderBytes(own), disk);
    await disk.rename(temporary, file);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}

function hold(file: string, own: OwnHolder, disk: Disk): HeldLock {
  let lastBeat = Date.now();
  // One after the other: two at once would take each other's claim for another program's.
  let last: Promise<void> = Promise.resolve();
  const beat = (): Promise<void> => {
    const next = last.then(async () => {
      if (!(await renew(file, own, disk))) throw new WorkbenchError("readOnly", message("library.takenOver"));
      lastBeat = Date.now();
    });
    last = next.catch(() => undefined);
    return next;
  };
  const timer = setInterval(() => void beat().catch(() => undefined), beatEvery).unref();
  return {
    held: true,
    check: async (sure) => {
      if (sure || Date.now() - lastBeat >= deadAfter / 2) await beat();
    },
    release: async () => {
      clearInterval(timer);
      await last;
      if ((await readLockFile(file, disk))?.token !== own.token) return;
      await withClaim(file, own.token, disk, async () => {
        if ((await readLockFile(file, disk))?.token === own.token) await disk.remove(file);
      });
    },
  };
}
