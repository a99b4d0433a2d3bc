import path from "node:path";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { pauses } from "../files/pause.ts";
import { type BackupContent, readBackupFile } from "../store/backup-file.ts";
import type { FileStore } from "../store/file-store.ts";
import { addBackup, listBackups } from "./backup-folder.ts";

/** Keep the library's present state as a file in its own folder. */
export async function backup(store: FileStore): Promise<Backup> {
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const pause = pauses(() => store.underWay());
  return addBackup(backupsFolder(store), store.library, statementOf(store), store.disk, pause);
}

/** What a backup says of the library it is of. */
export function statementOf({ library }: FileStore): Parameters<typeof addBackup>[2] {
  return { library: library.id };
}

/** The backups there are, newest first. */
export async function backups(store: FileStore): Promise<Backup[]> {
  return listBackups(backupsFolder(store), store.disk);
}

/** What a backup holds, or null when it is not whole. */
export async function readBackup(store: FileStore, name: string): Promise<BackupContent | null> {
  const found = await readBackupFile(
    path.join(backupsFolder(store), name),
    store.disk,
    pauses(() => store.underWay()),
  );
  return typeof found === "string" ? null : found;
}

/** Why a backup is none of this library's, or cannot be used, as one sentence; null when it can. */
export async function backupProblem(store: FileStore, name: string): Promise<Message | null> {
  const found = await readBackupFile(
    path.join(backupsFolder(store), name),
    store.disk,
    pauses(() => store.underWay()),
  );
  if (found === "newer") return message("backup.isNewer", { name });
  if (found === "damaged") return message("backup.isDamaged", { name });
  const { head } = found;
  if (head === null) return null;
  // In a library of which nothing else is left, its backups say which one it is.
  if (head.library !== store.library.id && store.last > 0) return message("backup.isForeign", { name });
  return name === `${head.at.replaceAll(":", "-")}.jsonl` ? null : message("backup.isRenamed", { name });
}

/** The folder of a library's backups. */
export function backupsFolder(store: FileStore): string {
  return path.join(store.folder, "backups");
}
