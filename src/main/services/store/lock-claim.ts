import path from "node:path";
import { type Disk, hasCode } from "../files/disk.ts";
import { listIfThere, writeAndFlush } from "../files/durable.ts";
import { holderBytes, newHolder, readLockFile } from "./lock-holder.ts";

/**
 * Do work while nobody else may replace or remove the lock that has this token; null when another program is at it.
 *
 * The right is a folder `lock.TOKEN.claim` with its claimer's name inside. Renaming a filled folder to that name either
 * succeeds or fails as a whole on every system, so that one program gets it, and nobody ever sees it without a name.
 * The claim of a process that died is itself a lock with a token, and is removed under a claim to that token. Whoever
 * has a claim must still read the lock: the claim may have been won after the lock was replaced.
 */
export async function withClaim<Value>(
  lock: string,
  token: string,
  disk: Disk,
  work: () => Promise<Value>,
): Promise<Value | null> {
  const claim = `${lock}.${token}.claim`;
  const own = await takeClaim(lock, claim, disk);
  if (own === null) return null;
  try {
    return await work();
  } finally {
    await removeClaim(claim, disk).catch((error: unknown) => {
      abandoned.add(own);
      throw error;
    });
  }
}

/** Tokens of claims that this process has made and that a failing disk kept it from removing: nobody needs them. */
const abandoned = new Set<string>();

/** Remove what dead processes left of claims. Only for the holder of the lock, whose own claims stay. */
export async function removeOldClaims(lock: string, token: string, disk: Disk): Promise<void> {
  const folder = path.dirname(lock);
  const own = `${path.basename(lock)}.${token}.claim`;
  // Claims to other tokens are worth nothing now: those locks exist no more.
  for (const name of await listIfThere(folder, disk))
    if (/^lock\..+\.claim(\..+\.tmp)?$/.test(name) && !name.startsWith(own)) await disk.remove(path.join(folder, name));
}

/** The token of the claim that was made; null when another program has one. */
async function takeClaim(lock: string, claim: string, disk: Disk): Promise<string | null> {
  for (;;) {
    const own = (await exists(claim, disk)) ? null : await makeClaim(claim, disk);
    if (own !== null) return own;
    const found = await readLockFile(path.join(claim, "holder"), disk);
    if (found === null || !(found.dead || abandoned.has(found.token))) return null;
    const removed = await withClaim(lock, found.token, disk, async () => {
      if ((await readLockFile(path.join(claim, "holder"), disk))?.token !== found.token) return false;
      await removeClaim(claim, disk);
      return true;
    });
    if (removed !== true) return null;
  }
}

async function makeClaim(claim: string, disk: Disk): Promise<string | null> {
  const temporary = temporaryOf(claim);
  const holder = newHolder("a claim");
  try {
    await disk.makeFolder(temporary);
    await writeAndFlush(path.join(temporary, "holder"), holderBytes(holder), disk);
    await disk.rename(temporary, claim);
    return holder.token;
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    // Another program was faster, or holds the lock already and has removed the temporary folder.
    if (hasCode(error, "EEXIST", "ENOTEMPTY") || (hasCode(error, "EPERM", "EACCES") && (await exists(claim, disk))))
      return null;
    if (hasCode(error, "ENOENT") && (await exists(path.dirname(claim), disk))) return null;
    throw error;
  }
}

/** Renaming first: a folder that is being emptied must not be found under the claim's name. */
async function removeClaim(claim: string, disk: Disk): Promise<void> {
  const aside = temporaryOf(claim);
  try {
    await disk.rename(claim, aside);
    await disk.remove(aside);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function temporaryOf(claim: string): string {
  return `${claim}.${crypto.randomUUID().slice(0, 8)}.tmp`;
}

async function exists(file: string, disk: Disk): Promise<boolean> {
  return disk.stat(file).then(
    () => true,
    () => false,
  );
}
