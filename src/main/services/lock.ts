import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { Holder } from "../../shared/workbench.ts";
import { hasCode } from "./files.ts";

const HolderFile = z.strictObject({ pid: z.int(), host: z.string(), program: z.string(), since: z.iso.datetime() });

export type Lock =
  | Readonly<{ held: true; release: () => Promise<void> }>
  | Readonly<{ held: false; holder: Holder | null }>;

/** Take the one right to write in a library, or learn who has it. A lock whose process is gone from this machine is taken over. */
export async function takeLock(folder: string, program: string): Promise<Lock> {
  const file = path.join(folder, "lock");
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const handle = await open(file, "wx");
      const holder: Holder = { pid: process.pid, host: hostname(), program, since: new Date().toISOString() };
      await handle.writeFile(JSON.stringify(holder));
      await handle.close();
      return { held: true, release: () => rm(file, { force: true }) };
    } catch (error) {
      if (hasCode(error, "EROFS", "EACCES", "EPERM")) return { held: false, holder: null };
      if (!hasCode(error, "EEXIST")) throw error;
    }
    const holder = await readHolder(file);
    if (holder !== null && !isGone(holder)) return { held: false, holder };
    if (holder === null && !(await isOld(file))) await new Promise((resolve) => setTimeout(resolve, 50));
    // Renaming first means that of two processes that find a dead lock only one removes it.
    else
      await rename(file, `${file}.${process.pid}`).then(
        () => rm(`${file}.${process.pid}`, { force: true }),
        ignoreGone,
      );
  }
  return { held: false, holder: await readHolder(file) };
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return HolderFile.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

/** A lock without a holder is being written this moment, or its writer died between making and filling it. */
async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > 5000;
}

function isGone(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}

function ignoreGone(error: unknown): void {
  if (!hasCode(error, "ENOENT")) throw error;
}
