import { suggestIssues } from "../../shared/suggest-issues.ts";
import type { ImportResult, Workbench } from "../../shared/workbench.ts";
import { exportAnalysis, makeAnalysis } from "./analyse.ts";
import { annotate } from "./annotate.ts";
import { backup, backups, restore } from "./backup.ts";
import { exportCodebook, importCodebook } from "./codebook.ts";
import { codingRows } from "./coding-file.ts";
import { readCsv } from "./csv.ts";
import { exportPaper } from "./export/files.ts";
import { makeReport } from "./export/report/make-report.ts";
import { history } from "./history.ts";
import { Jobs } from "./jobs.ts";
import { LibraryStore } from "./library.ts";
import { Pages } from "./page-view/pages.ts";
import { PaperFiles } from "./paper-files.ts";
import { describePassage, importPaper, needPaper, sampleFile } from "./papers.ts";
import { Passwords } from "./passwords.ts";
import { search } from "./search.ts";
import { verify } from "./verify.ts";

export type OpenWorkbench = Workbench & { close(): Promise<void> };

export type WorkbenchOptions = Readonly<{
  /** The library's folder; made when it is not there. */
  folder: string;
  /** Who works; the system's user name when left out. */
  coder?: string;
  /** What the lock says holds the library: "the desktop app", "the web host" … */
  program: string;
  /** The folder of resources that come with the program. */
  resources: string;
}>;

/** Open a library. Every host offers what this returns and nothing else. Throws `damaged` when the library cannot be read whole. */
export async function openWorkbench(options: WorkbenchOptions): Promise<OpenWorkbench> {
  const store = await LibraryStore.open(options.folder, options);
  const files = new PaperFiles(options.folder);
  const jobs = new Jobs((news) => store.announce(news));
  const passwords = new Passwords();
  const pages = new Pages(store, files, passwords);
  return {
    state: async () => store.state(),
    content: async ({ paper }) => files.content(needPaper(store, paper).id),
    importPaper: async (args) => {
      const result = await importPaper(store, files, jobs, args);
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
    history: async (args) => history(store.changes, args),
    search: ({ query, limit }) => search(store, files, query, limit ?? 200),
    exportPaper: (args) => exportPaper(store, { files, jobs, passwords }, args),
    analyse: (args) => makeAnalysis(store, { files, jobs }, args),
    exportAnalysis: (args) => exportAnalysis(store, { files, jobs }, args),
    report: (args) => makeReport(store, { files, jobs }, args),
    exportCodebook: async ({ format }) => exportCodebook(store.library, format),
    importCodebook: ({ name, bytes }) => importCodebook(store, name, bytes),
    verify: () => verify(store, files),
    backup: () => backup(store),
    backups: () => backups(store),
    restore: ({ backup: name }) => restore(store, name),
    cancel: async ({ job }) => {
      jobs.cancel(job);
      return null;
    },
    subscribe: (listener) => store.subscribe(listener),
    close: async () => {
      await pages.close();
      await store.close();
    },
  };
}

/** The sample paper with its codebook and, the first time, its claims. */
async function importSample(
  store: LibraryStore,
  files: PaperFiles,
  jobs: Jobs,
  resources: string,
): Promise<ImportResult[]> {
  const bytes = await sampleFile(resources, "sample.pdf");
  const result = await importPaper(store, files, jobs, { name: "sample.pdf", bytes });
  if (result.duplicate) return [result];
  await importCodebook(store, "codebook.csv", await sampleFile(resources, "codebook.csv"));
  const table = readCsv((await sampleFile(resources, "claims.csv")).toString("utf8"));
  await annotate(store, files, codingRows(table));
  return [result];
}
