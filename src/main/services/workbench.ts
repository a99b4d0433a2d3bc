import { existsSync } from "node:fs";
import path from "node:path";
import type { PlacedBackup } from "../../shared/contract/backup-place.ts";
import type { Workbench } from "../../shared/contract/workbench.ts";
import { KnownAnalyses } from "./calls/known-analyses.ts";
import { PaperPacks } from "./calls/paper-packs.ts";
import { Passwords } from "./calls/passwords.ts";
import { SearchIndex } from "./calls/search.ts";
import { SearchUpkeep } from "./calls/search-upkeep.ts";
import { bindCalls } from "./calls/table.ts";
import { readProfile } from "./files/profile.ts";
import { backUpInto } from "./maintenance/backup-place.ts";
import { conflicts } from "./maintenance/conflicts.ts";
import { DailyBackups } from "./maintenance/daily-backups.ts";
import { fileMaintenance } from "./maintenance/file-maintenance.ts";
import { FileLibrary } from "./store/library.ts";
import { PackFiles } from "./store/pack-files.ts";
import { PaperFiles } from "./store/paper-files.ts";
import { SearchFiles } from "./store/search-files.ts";
import { pagePool } from "./tasks/run-task.ts";
import { Jobs } from "./workers/jobs.ts";
import { WorkerPool } from "./workers/pool.ts";

/**
 * A workbench that holds its library until it is closed. `backUpInto` backs it up with its sources in a folder outside
 * of it, and with `daily` from now on each day: a call for hosts, since a window names no folders.
 */
export type OpenWorkbench = Workbench & {
  backUpInto(folder: string, daily: boolean): Promise<PlacedBackup>;
  close(): Promise<void>;
};

/** What a host opens a library with. */
export type WorkbenchOptions = Readonly<{
  /** The library's folder; made when it is not there. */
  folder: string;
  /** Who works, where that is said each time; otherwise as the profile says. */
  coder?: string;
  /** The file that remembers the name that a coder has chosen. Without it, only this library has the name. */
  profile?: string;
  /** What the lock says holds the library: "the desktop app", "the web host" … */
  program: string;
  /**
   * How long a change is kept in memory and tried again when the disk does not take it, in milliseconds; 0 when left
   * out. A host with a window waits without end and says so meanwhile; a command says that it failed.
   */
  patience?: number;
  /** The folder of resources that come with the program. */
  resources: string;
}>;

/**
 * Open a library. Every host offers what this returns and nothing else. A library that cannot be read whole is opened
 * for reading only.
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<OpenWorkbench> {
  const { profile = null } = options;
  const coder = options.coder ?? (profile === null ? undefined : readProfile(profile));
  const { coder: _said, ...others } = options;
  const store = await FileLibrary.open(options.folder, coder === undefined ? others : { ...others, coder });
  store.addNotices((await conflicts(store)).map((conflict) => conflict.sentence));
  const daily = new DailyBackups(store);
  void daily.look();
  const papers = new PaperFiles(options.folder, store.disk, (id) => store.library.papers[id]);
  const pages = new WorkerPool(pagePool);
  const isWritable = (): boolean => store.access.mode === "write";
  const search = new SearchIndex(store, papers, new SearchFiles(options.folder, store.disk, isWritable));
  const searchUpkeep = new SearchUpkeep(store, search);
  const calls = bindCalls({
    store,
    papers,
    maintenance: fileMaintenance(store),
    jobs: new Jobs((news) => store.announce(news)),
    packs: new PaperPacks(new PackFiles(options.folder, store.disk, isWritable)),
    passwords: new Passwords(),
    search,
    analyses: new KnownAnalyses(),
    pagePool: pages,
    profile: options.coder === undefined ? profile : null,
    resources: options.resources,
  });
  return {
    ...calls,
    subscribe: (listener) => store.subscribe(listener),
    backUpInto: async (folder, everyDay) => {
      const made = await backUpInto(store, folder, everyDay);
      store.reportUpkeep("backup", null);
      return made;
    },
    close: async () => {
      await searchUpkeep.close();
      await pages.close();
      // The first session of a library has something to keep only now.
      await daily.look();
      await daily.close();
      await store.close();
    },
  };
}

export { restoreFrom } from "./maintenance/restore-from.ts";

/** Whether a folder holds a library, whole or damaged: any of the files that every library has. */
export function isLibrary(folder: string): boolean {
  return ["library.json", "library.json.bak", "tip.json", "journal", "backups", "papers"].some((name) =>
    existsSync(path.join(folder, name)),
  );
}
