import type { Maintenance } from "../calls/context.ts";
import { upkeepSentence } from "../files/disk.ts";
import type { FileStore } from "../store/file-store.ts";
import { backup, backups, dailyBackup } from "./backup.ts";
import { conflicts, mergeConflicts } from "./conflicts.ts";
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
    restore: ({ backup: name }) => restore(store, name),
    repair: () => repair(store),
    conflicts: () => conflicts(store, true),
    mergeConflicts: () => mergeConflicts(store),
  };
}

/** The daily backup; when it fails, the reader is told and work goes on. */
export async function backUpDaily(store: FileStore): Promise<void> {
  try {
    await dailyBackup(store);
  } catch (error) {
    store.reportUpkeep("backup", upkeepSentence(error));
  }
}
