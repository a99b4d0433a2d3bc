import { difference, recordsOf } from "../../../shared/change/records.ts";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { FileStore } from "../store/file-store.ts";
import { backups, readBackup } from "./backup.ts";

/** Bring a backup's state back: as one change, which can be undone; in a damaged library with its files set aside. */
export async function restore(store: FileStore, name: string | undefined): Promise<Backup> {
  const all = await backups(store);
  for (const one of all) {
    if (name !== undefined && one.name !== name) continue;
    const edits = await readBackup(store, one.name);
    if (edits === null && name === undefined) continue;
    if (edits === null) throw new WorkbenchError("damaged", message("backup.damaged", { name: one.name }));
    const label = message("change.restoreBackup", { at: one.at });
    if (store.trouble !== null) await store.replace(label, edits);
    else {
      const needed = difference(recordsOf(store.library), edits);
      if (needed.length > 0) await store.commit(label, needed);
    }
    return one;
  }
  throw new WorkbenchError("missing", message("backup.missing"));
}
