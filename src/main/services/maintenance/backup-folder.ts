import path from "node:path";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";
import { readBackupFile, writeBackupFile } from "../store/backup-file.ts";
import { outdatedBackups } from "./rotation.ts";

/** The name of a backup: when it was made, without the colons that some file systems refuse. */
const backupName = /^\d{4}-\d\d-\d\dT.*Z\.jsonl?$/;

/** The backups in a folder, newest first by the time in their names. */
export async function listBackups(folder: string, disk: Disk): Promise<Backup[]> {
  const names = (await listIfThere(folder, disk)).filter((name) => backupName.test(name));
  const all = await Promise.all(names.reverse().map((name) => describe(folder, name, disk)));
  // One that was removed in the meantime.
  return all.flatMap((backup) => (backup === null ? [] : [backup]));
}

/**
 * Write a library's present state into a folder of backups, read it again and compare it before it counts, and remove
 * the backups that are no longer needed. `statement` is what the backup says of the library.
 */
export async function addBackup(
  folder: string,
  library: Library,
  statement: Parameters<typeof writeBackupFile>[2],
  disk: Disk,
): Promise<Backup> {
  const time = new Date().toISOString();
  const name = `${time.replaceAll(":", "-")}.jsonl`;
  // Another backup may be under way in the same millisecond: the daily one, as the library is opened.
  const temporary = path.join(folder, `${name}.${crypto.randomUUID().slice(0, 8)}.tmp`);
  await disk.makeFolder(folder);
  try {
    await writeBackupFile(temporary, library, statement, time, disk);
    await disk.rename(temporary, path.join(folder, name));
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.flushFolder(folder);
  const { bytes } = await disk.stat(path.join(folder, name));
  const others = (await listBackups(folder, disk)).filter((backup) => backup.name !== name);
  const isGood = async (other: string): Promise<boolean> => {
    const found = await readBackupFile(path.join(folder, other), disk);
    return typeof found !== "string" && (found.head === null || found.head.library === library.id);
  };
  for (const old of await outdatedBackups(
    [{ name, at: time }, ...others],
    async (candidate) => candidate === name || isGood(candidate),
    Date.now(),
  ))
    if (old !== name) await disk.remove(path.join(folder, old));
  return { name, at: time, bytes };
}

async function describe(folder: string, name: string, disk: Disk): Promise<Backup | null> {
  const found = await disk.stat(path.join(folder, name)).catch(() => null);
  if (found === null) return null;
  return { name, at: name.replace(/T(\d\d)-(\d\d)-/, "T$1:$2:").replace(/\.jsonl?$/, ""), bytes: found.bytes };
}
