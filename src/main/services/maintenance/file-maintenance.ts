import type { Maintenance } from "../calls/context.ts";
import type { FileStore } from "../store/file-store.ts";
import { backup, backups } from "./backup.ts";
import { describeBackupPlace, forgetBackupPlace } from "./backup-place.ts";
import { conflicts, mergeConflicts } from "./conflicts.ts";
import { previewRestore } from "./preview-restore.ts";
import { repair } from "./repair.ts";
import { restore } from "./restore.ts";
import { verify } from "./verify.ts";

/**
 * The calls that look after a library's files, for one in a folder. A backup that succeeds ends the report of one that
 * failed.
 */
export function fileMaintenance(store: FileStore): Maintenance {
  return {
    verify: () => verify(store),
    backup: async () => {
      const made = await backup(store);
      store.reportUpkeep("backup", null);
      return made;
    },
    backups: () => backups(store),
    backupPlace: () => describeBackupPlace(store),
    forgetBackupPlace: async () => {
      await forgetBackupPlace(store);
      return null;
    },
    previewRestore: ({ backup: name }) => previewRestore(store, name),
    restore: ({ backup: name }) => restore(store, name),
    repair: () => repair(store),
    conflicts: () => conflicts(store, true),
    mergeConflicts: () => mergeConflicts(store),
  };
}
