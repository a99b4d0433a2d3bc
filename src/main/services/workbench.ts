import { existsSync } from "node:fs";
import path from "node:path";
import { codingTable } from "../../shared/claims/coding-table.ts";
import { suggestIssues } from "../../shared/codebook/suggest.ts";
import type { ImportResult, Workbench } from "../../shared/contract/workbench.ts";
import { exportAnalysis, makeAnalysis } from "./calls/analyse.ts";
import { annotate } from "./calls/annotate.ts";
import { exportCodebook, importCodebook } from "./calls/codebook.ts";
import { exportPaper } from "./calls/export-paper.ts";
import { importPaper } from "./calls/import-paper.ts";
import { Pages } from "./calls/pages.ts";
import { describePassage, needPaper, sampleFile } from "./calls/papers.ts";
import { Passwords } from "./calls/passwords.ts";
import { makeReport } from "./calls/report.ts";
import { Search } from "./calls/search.ts";
import { readCsv } from "./files/csv.ts";
import { backup, backups, dailyBackup, restore } from "./maintenance/backup.ts";
import { exportBundle, importBundle } from "./maintenance/bundle.ts";
import { conflicts, mergeConflicts } from "./maintenance/conflicts.ts";
import { repair } from "./maintenance/repair.ts";
import { verify } from "./maintenance/verify.ts";
import { history } from "./store/history.ts";
import { FileLibrary } from "./store/library.ts";
import { PaperFiles } from "./store/paper-files.ts";
import { Jobs } from "./workers/jobs.ts";

/** A workbench that holds its library until it is closed. */
export type OpenWorkbench = Workbench & { close(): Promise<void> };

/** What a host opens a library with. */
export type WorkbenchOptions = Readonly<{
  /** The library's folder; made when it is not there. */
  folder: string;
  /** Who works; the system's user name when left out. */
  coder?: string;
  /** What the lock says holds the library: "the desktop app", "the web host" … */
  program: string;
  /**
   * How long a change is kept in memory and tried again when the disk does not take it, in milliseconds; 0 when left out. A
   * host with a window waits without end and says so meanwhile; a command says that it failed.
   */
  patience?: number;
  /** The folder of resources that come with the program. */
  resources: string;
}>;

/** Open a library. Every host offers what this returns and nothing else. A library that cannot be read whole is opened for reading only. */
export async function openWorkbench(options: WorkbenchOptions): Promise<OpenWorkbench> {
  const store = await FileLibrary.open(options.folder, options);
  store.addNotices((await conflicts(store)).map((one) => one.sentence));
  const daily = dailyBackup(store).catch(() => null);
  const files = new PaperFiles(options.folder, undefined, (id) => store.library.papers[id]?.labels ?? []);
  const jobs = new Jobs((news) => store.announce(news));
  const passwords = new Passwords();
  const pages = new Pages(store, files, passwords);
  const index = new Search(store, files);
  return {
    state: async () => store.state(),
    content: async ({ paper }) => files.content(needPaper(store, paper).id),
    importPaper: async (args) => {
      const result = await importPaper({ store, files, jobs }, args);
      passwords.keep(result.paper.id, args.password);
      return result;
    },
    importSample: () => importSample(store, files, jobs, options.resources),
    suggestIssues: async ({ paper }) =>
      suggestIssues(await files.content(paper), needPaper(store, paper).title, store.library.issues),
    describe: (args) => describePassage(store, files, args),
    pageText: (args) => pages.text(args),
    pagePicture: (args) => pages.picture(args),
    commit: ({ label, edits }) => store.commit(label, edits),
    annotate: ({ rows }) => annotate(store, files, rows),
    undo: () => store.undo(),
    redo: () => store.redo(),
    history: (args) => history(store.library, store.past, args),
    search: (args) => index.search(args),
    pageMaps: ({ papers }) => index.pageMaps(papers),
    exportPaper: (args) => exportPaper(store, { files, jobs, passwords }, args),
    analyse: (args) => makeAnalysis(store, { files, jobs }, args),
    exportAnalysis: (args) => exportAnalysis(store, { files, jobs }, args),
    report: (args) => makeReport(store, { files, jobs }, args),
    exportCodebook: async ({ format }) => exportCodebook(store.library, format),
    importCodebook: ({ name, bytes }) => importCodebook(store, name, bytes),
    verify: () => verify(store),
    backup: () => backup(store),
    backups: () => backups(store),
    restore: ({ backup: name }) => restore(store, name),
    repair: () => repair(store),
    conflicts: () => conflicts(store, true),
    mergeConflicts: () => mergeConflicts(store),
    exportBundle: (args) => exportBundle(store, { files, jobs }, args),
    importBundle: (args) => importBundle(store, { files, jobs }, args),
    cancel: async ({ job }) => {
      jobs.cancel(job);
      return null;
    },
    subscribe: (listener) => store.subscribe(listener),
    close: async () => {
      await pages.close();
      await daily;
      await store.close();
    },
  };
}

/** The sample paper with its codebook and, the first time, its claims. */
async function importSample(
  store: FileLibrary,
  files: PaperFiles,
  jobs: Jobs,
  resources: string,
): Promise<ImportResult[]> {
  const bytes = await sampleFile(resources, "sample.pdf");
  const result = await importPaper({ store, files, jobs }, { name: "sample.pdf", bytes });
  if (result.duplicate) return [result];
  await importCodebook(store, "codebook.csv", await sampleFile(resources, "codebook.csv"));
  const table = readCsv((await sampleFile(resources, "claims.csv")).toString("utf8"));
  await annotate(
    store,
    files,
    codingTable(table).rows.map(({ coding }) => coding),
  );
  return [result];
}

/** Whether a folder holds a library, whole or damaged: any of the files that every library has. */
export function isLibrary(folder: string): boolean {
  return ["library.json", "library.json.bak", "journal", "backups", "papers"].some((name) =>
    existsSync(path.join(folder, name)),
  );
}
