import path from "node:path";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { readBackupFile } from "../store/backup-file.ts";
import type { FileStore } from "../store/file-store.ts";
import { addBackup, listBackups } from "./backup-folder.ts";

/** Keep the library's present state as a file in its own folder. */
export async function backup(store: FileStore): Promise<Backup> {
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  return addBackup(backupsFolder(store), store.library, statementOf(store), store.disk);
}

/** What a backup says of the library it is of. */
export function statementOf({ library }: FileStore): Parameters<typeof addBackup>[2] {
  return { library: library.id };
}

/** The backups there are, newest first. */
export async function backups(store: FileStore): Promise<Backup[]> {
  return listBackups(backupsFolder(store), store.disk);
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
