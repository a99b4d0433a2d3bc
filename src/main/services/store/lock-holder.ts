import { hostname, uptime } from "node:os";
import { z } from "zod";
import type { Holder } from "../../../shared/contract/workbench.ts";
import { digest } from "../files/digest.ts";
import { type Disk, hasCode } from "../files/disk.ts";
import { readIfThere } from "../files/durable.ts";

/** A lock that was not renewed for this long, in milliseconds, is taken over: clocks differ, and machines sleep. */
export const deadAfter = 10 * 60_000;
/** A lock file that names no holder for this long, in milliseconds, is a leftover: its writer needs far less. */
export const unreadableAfter = 5000;

const HolderFile = z.strictObject({
  pid: z.int(),
  host: z.string(),
  program: z.string(),
  since: z.iso.datetime(),
  /** When the holder last renewed its lock. Locks of format 1 have none. */
  beat: z.iso.datetime().optional(),
  /** Distinguishes two locks of the same process. */
  token: z.string().optional(),
});
export type HolderFile = z.infer<typeof HolderFile>;

/**
 * A lock file as it was read: what identifies this lock, who holds it (null when the file names nobody), and whether
 * it may be taken over.
 */
export type FoundLock = Readonly<{ token: string; holder: Holder | null; dead: boolean }>;

/** What this process writes into a new lock file. */
export function newHolder(program: string): HolderFile & { token: string } {
  const now = new Date().toISOString();
  return { pid: process.pid, host: hostname(), program, since: now, beat: now, token: crypto.randomUUID() };
}

/** A holder with the time of its last renewal, as bytes of a lock file. */
export function holderBytes(holder: HolderFile): Buffer {
  return Buffer.from(JSON.stringify({ ...holder, beat: new Date().toISOString() }));
}

/** Read a lock file; null when there is none. */
export async function readLockFile(file: string, disk: Disk): Promise<FoundLock | null> {
  const bytes = await readIfThere(file, disk);
  if (bytes === null) return null;
  const found = parseHolder(bytes);
  // The token becomes a part of file names.
  const token = /^[\w-]{8,64}$/.test(found?.token ?? "") ? found?.token : undefined;
  return {
    token: token ?? digest(bytes).slice(0, 32),
    holder: found === null ? null : holderOf(found),
    dead: found === null ? await isOld(file, disk) : isDead(found),
  };
}

function parseHolder(bytes: Buffer): HolderFile | null {
  try {
    return HolderFile.parse(JSON.parse(bytes.toString()));
  } catch {
    return null;
  }
}

function holderOf({ pid, host, program, since }: HolderFile): Holder {
  return { pid, host, program, since };
}

async function isOld(file: string, disk: Disk): Promise<boolean> {
  const found = await disk.stat(file).catch(() => null);
  return found !== null && Date.now() - found.modified > unreadableAfter;
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
