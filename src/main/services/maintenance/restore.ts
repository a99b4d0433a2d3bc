import type { Edit } from "../../../shared/change/edit.ts";
import { findingDifference } from "../../../shared/change/records.ts";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { LibraryId } from "../../../shared/model/ids.ts";
import { inSlices, pauses } from "../files/pause.ts";
import type { FileStore } from "../store/file-store.ts";
import { backupProblem, backups, readBackup } from "./backup.ts";
import { listRecords } from "./repair.ts";

/** Bring a backup's state back, which can be undone: as one change; in a damaged library with its files set aside. */
export async function restore(store: FileStore, name: string | undefined): Promise<Backup> {
  const { backup, edits, library } = await chooseBackup(store, name);
  const label = message("change.restoreBackup", { at: backup.at });
  // Where nothing else is left, the backup says which library it is.
  if (store.trouble !== null) await store.replace(label, edits, store.last === 0 ? library : undefined);
  else {
    const pause = pauses(() => store.underWay());
    const needed = await inSlices(findingDifference(await listRecords(store.library, pause), edits), pause);
    if (needed.length > 0) await store.commit(label, needed);
  }
  return backup;
}

/** The backup of a name, or the newest that is whole and this library's own, with its records and its library. */
export async function chooseBackup(
  store: FileStore,
  name: string | undefined,
): Promise<Readonly<{ backup: Backup; edits: readonly Edit[]; library: LibraryId | undefined }>> {
  for (const backup of await backups(store)) {
    if (name !== undefined && backup.name !== name) continue;
    const content = await readBackup(store, backup.name);
    const problem = await backupProblem(store, backup.name);
    if ((content === null || problem !== null) && name === undefined) continue;
    if (problem !== null && content !== null) throw new WorkbenchError("invalid", problem);
    if (content === null) throw new WorkbenchError("damaged", message("backup.damaged", { name: backup.name }));
    return { backup, edits: content.edits, library: content.head?.library };
  }
  throw new WorkbenchError("missing", message("backup.missing"));
}
