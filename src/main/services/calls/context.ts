import type { Arguments, Calls, Method, Result } from "../../../shared/contract/workbench.ts";
import type { LibraryStore, PaperSources } from "../store/library-store.ts";
import type { Tasks } from "../tasks/tasks.ts";
import type { Jobs } from "../workers/jobs.ts";
import type { WorkerPool } from "../workers/pool.ts";
import type { KnownAnalyses } from "./known-analyses.ts";
import type { PaperPacks } from "./paper-packs.ts";
import type { Passwords } from "./passwords.ts";
import type { SearchIndex } from "./search.ts";

/** The calls that look after a library's own files; each kind of store has its own. */
export type Maintenance = Pick<
  Calls,
  | "verify"
  | "backup"
  | "backups"
  | "backupPlace"
  | "forgetBackupPlace"
  | "previewRestore"
  | "restore"
  | "repair"
  | "conflicts"
  | "mergeConflicts"
>;

/** All that a call of the contract works with. */
export type Context = Readonly<{
  store: LibraryStore;
  papers: PaperSources;
  maintenance: Maintenance;
  jobs: Jobs;
  packs: PaperPacks;
  passwords: Passwords;
  search: SearchIndex;
  analyses: KnownAnalyses;
  /** Workers that draw and read single pages. */
  pagePool: WorkerPool<Tasks>;
  /** The file that remembers the coder's name; null where no name outlives this library. */
  profile: string | null;
  /** The folder of resources that come with the program. */
  resources: string;
}>;

/** A call of the contract as the services do it. Its arguments have the form that the contract gives them. */
export type Call<Name extends Method> = (context: Context, args: Arguments<Name>) => Promise<Result<Name>>;
