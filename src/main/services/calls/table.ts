import { suggestIssues } from "../../../shared/codebook/suggest.ts";
import { type Calls, type Method, methods } from "../../../shared/contract/workbench.ts";
import { libraryFailure } from "../files/folder-disk.ts";
import { writeProfile } from "../files/profile.ts";
import { findLanguages } from "../ocr/language-files.ts";
import { runTask, tableIn } from "../tasks/run-task.ts";
import { exportAnalysis, makeAnalysis } from "./analyse.ts";
import { annotate } from "./annotate.ts";
import { exportBundle, importBundle } from "./bundle.ts";
import { carryQueue, replacePaper } from "./carry.ts";
import { cite } from "./cite.ts";
import { exportCodebook, importCodebook } from "./codebook.ts";
import type { Call, Context } from "./context.ts";
import { exportPaper } from "./export-paper.ts";
import { history } from "./history.ts";
import { importClaims } from "./import-claims.ts";
import { importPaper } from "./import-paper.ts";
import { importSample } from "./import-sample.ts";
import { opening, paperRecords } from "./opening.ts";
import { pagePicture, pageText } from "./pages.ts";
import { describePassage, needPaper } from "./papers.ts";
import { previewPaper } from "./preview-paper.ts";
import { previewText } from "./preview-text.ts";
import { readWithNewer } from "./read-with-newer.ts";
import { recognisePaper } from "./recognise-paper.ts";
import { describeRegion } from "./region.ts";
import { makeReport } from "./report.ts";
import { rereadPaper } from "./reread-paper.ts";

/** Every call of the contract. */
const table: { readonly [Name in Method]: Call<Name> } = {
  state: async ({ store }) => store.state(),
  opening,
  paperRecords,
  setCoderName: async ({ store, profile }, { name }) => {
    await store.nameCoder(name);
    if (profile !== null) await writeProfile(profile, name);
    return { name };
  },
  content: async ({ store, papers }, { paper }) => papers.content(needPaper(store, paper).id),
  importPaper,
  ocrLanguages: async () => findLanguages().map(({ code }) => code),
  recognisePaper,
  replacePaper,
  carryQueue,
  rereadPaper,
  readWithNewer,
  previewPaper,
  previewText,
  importSample,
  suggestIssues: async ({ store, papers }, { paper }) =>
    suggestIssues(await papers.content(paper), needPaper(store, paper).title, store.library.issues),
  describe: describePassage,
  describeRegion,
  pageText,
  pagePicture,
  commit: ({ store }, { label, edits }) => store.commit(label, edits),
  annotate,
  importClaims,
  undo: ({ store }) => store.undo(),
  redo: ({ store }) => store.redo(),
  history,
  search: ({ search }, args) => search.search(args),
  findPassages: ({ search }, args) => search.findPassages(args),
  pageMaps: ({ search }, { papers }) => search.pageMaps(papers),
  exportPaper,
  analyse: makeAnalysis,
  exportAnalysis,
  report: makeReport,
  drawPages: ({ jobs }, { job, ...work }) =>
    jobs.run(job, (signal, onProgress) => runTask("drawPages", work, { signal, onProgress })),
  cite,
  readTable: async (_context, file) => (await tableIn(file)).value,
  exportCodebook,
  importCodebook,
  verify: ({ maintenance }, args) => maintenance.verify(args),
  backup: ({ maintenance }, args) => maintenance.backup(args),
  backups: ({ maintenance }, args) => maintenance.backups(args),
  backupPlace: ({ maintenance }, args) => maintenance.backupPlace(args),
  forgetBackupPlace: ({ maintenance }, args) => maintenance.forgetBackupPlace(args),
  previewRestore: ({ maintenance }, args) => maintenance.previewRestore(args),
  restore: ({ maintenance }, args) => maintenance.restore(args),
  repair: ({ maintenance }, args) => maintenance.repair(args),
  conflicts: ({ maintenance }, args) => maintenance.conflicts(args),
  mergeConflicts: ({ maintenance }, args) => maintenance.mergeConflicts(args),
  exportBundle,
  importBundle,
  cancel: async ({ jobs }, { job }) => {
    jobs.cancel(job);
    return null;
  },
};

/** All calls of the contract over one library. */
export function bindCalls(context: Context): Calls {
  const bound = <Name extends Method>(name: Name): [Name, Calls[Name]] => {
    const call: Call<Name> = table[name];
    const answer = async (args: Parameters<Call<Name>>[1]) => {
      try {
        return await call(context, args);
      } catch (error) {
        throw libraryFailure(error);
      }
    };
    return [name, answer as Calls[Name]];
  };
  return Object.fromEntries(methods.map(bound)) as Calls;
}
