import path from "node:path";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Backup } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { listIfThere } from "../files/durable.ts";
import { readBackupFile, writeBackupFile } from "../store/backup-file.ts";
import type { FileStore } from "../store/file-store.ts";

/** Backups kept; the oldest go first. */
const kept = 10;
/** An automatic backup is made when the newest is older than this, in milliseconds. */
const daily = 24 * 3600_000;

/**
 * Keep the library's present state as a file, read again and compared before it counts. What is damaged or another's
 * must not push good backups out.
 */
export async function backup(store: FileStore): Promise<Backup> {
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const { disk, library } = store;
  const folder = backupsFolder(store);
  const at = new Date().toISOString();
  const name = `${at.replaceAll(":", "-")}.jsonl`;
  // Another backup may be under way in the same millisecond: the daily one, as the library is opened.
  const temporary = path.join(folder, `${name}.${crypto.randomUUID().slice(0, 8)}.tmp`);
  await disk.makeFolder(folder);
  try {
    await writeBackupFile(temporary, library, { library: library.id }, at, disk);
    await disk.rename(temporary, path.join(folder, name));
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.flushFolder(folder);
  for (const old of (await backups(store)).slice(kept)) await disk.remove(path.join(folder, old.name));
  return describeBackup(store, name);
}

/** Keep a backup when there is something to keep and the newest is a day old; null when there was no need. */
export async function dailyBackup(store: FileStore): Promise<Backup | null> {
  if (store.last === 0 || store.access.mode === "read") return null;
  const [newest] = await backups(store);
  return newest !== undefined && Date.now() - Date.parse(newest.at) < daily ? null : backup(store);
}

/** The backups there are, newest first. */
export async function backups(store: FileStore): Promise<Backup[]> {
  const names = (await listIfThere(backupsFolder(store), store.disk)).filter((name) =>
    /^\d{4}-.*Z\.jsonl?$/.test(name),
  );
  return Promise.all(names.reverse().map((name) => describeBackup(store, name)));
}

/** The records in a backup, or null when it is not whole. */
export async function readBackup(store: FileStore, name: string): Promise<readonly Edit[] | null> {
  const found = await readBackupFile(path.join(backupsFolder(store), name), store.disk);
  return typeof found === "string" ? null : found.edits;
}

/** The folder of a library's backups. */
export function backupsFolder(store: FileStore): string {
  return path.join(store.folder, "backups");
}

async function describeBackup(store: FileStore, name: string): Promise<Backup> {
  const { bytes } = await store.disk.stat(path.join(backupsFolder(store), name));
  return { name, at: name.replace(/T(\d\d)-(\d\d)-/, "T$1:$2:").replace(/\.jsonl?$/, ""), bytes };
}
