import type { NewVersion } from "../../../shared/claims/carry-edits.ts";
import type { ImportResult, TextPreview } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { TrackedText } from "../../../shared/model/paper.ts";
import { type FileDetails, findDetails } from "../../../shared/papers/file-details.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "./library.ts";
import { mayNeedOcr, readWithOcr } from "./read-with-ocr.ts";
import { openPaper, setGoal, useReading } from "./reading.ts";
import { useSettings } from "./settings.ts";
import {
  askFolder,
  askPassword,
  askReading,
  attempt,
  confirmChange,
  type FolderImport,
  offer,
  openDialog,
  type ReadingChoice,
  setBatch,
  setImportReport,
  setProgress,
  showMessage,
  showView,
  useShell,
} from "./shell.ts";

/**
 * Import files one after the other; duplicates, warnings and failures are reported in words. A password is asked for
 * where one is needed. A new version of the paper `replaces` shows which claims wait for a decision; a paper that
 * resembles one of the library is offered as its new version. Papers with pages that have no text can be read with OCR.
 */
export async function importFiles(
  files: readonly (File & Readonly<{ details?: FileDetails }>)[],
  replaces?: PaperId,
): Promise<void> {
  const messages: string[] = [];
  const unread: PaperId[] = [];
  const failed: string[] = [];
  let bad = false;
  let changes = 0;
  const many = files.length > 1;
  for (const [index, { details = {}, ...file }] of files.entries()) {
    if (many && index > 0 && useShell.getState().batch === null) {
      messages.push(texts().t("import.stopped", { done: index, all: files.length }));
      break;
    }
    if (many) setBatch({ at: index + 1, of: files.length, name: file.name });
    try {
      // Of many files each is read as it is found to be; a guess can be corrected in the paper's details.
      const reading = files.length === 1 ? await readingOf(file) : {};
      if (reading === null) return;
      const earlier = replaces === undefined ? {} : { replaces };
      const result = await importOne({ ...file, ...details, ...reading, ...earlier }, undefined);
      const { paper, duplicate, annotations, warnings, version, resembles } = result;
      messages.push(texts().t(duplicate ? "import.duplicate" : "import.done", { title: paper.title }));
      if (!duplicate || annotations > 0) changes++;
      if (annotations > 0) messages.push(texts().t("import.annotations", { count: annotations }));
      if (version !== undefined) messages.push(versionSentence(version));
      messages.push(...warnings.map(texts().say));
      if (files.length === 1) await openPaper(paper.id);
      if (!duplicate && mayNeedOcr(warnings)) unread.push(paper.id);
      if (files.length > 1 || (version?.waiting ?? 0) + (resembles === undefined ? 0 : 1) === 0) continue;
      if (resembles !== undefined) useShell.setState({ suggestedVersion: { paper: paper.id, replaces: resembles } });
      openDialog("versions");
    } catch (error) {
      bad = true;
      const why = texts().t("import.failed", { name: file.name, why: texts().failure(error) });
      const isStopped = error instanceof WorkbenchError && error.code === "cancelled";
      (many && !isStopped ? failed : messages).push(why);
    }
  }
  setProgress(null);
  setBatch(null);
  // Several papers are shown side by side, so that none of them takes the place of what is being read.
  if (files.length > 1) showView("library");
  if (failed.length > 0) {
    const summary = texts().t("import.summary", { done: files.length - failed.length, all: files.length });
    setImportReport({ name: null, summary, rejected: failed });
    openDialog("import-report");
  }
  // Undo takes back one change only.
  if (messages.length > 0 && changes === 1 && !many && !bad) confirmChange(messages.join(" "));
  else if (messages.length > 0) showMessage(messages.join(" "), bad && failed.length === 0);
  if (unread.length > 0) await readWithOcr(unread);
}

/** Import the files that the reader chooses. */
export async function importChosen(): Promise<void> {
  await importSeveral((await attempt(() => getHost().chooseFiles({}))) ?? [], []);
}

/** Import one file as it is; of several, ask which are wanted and where their details come from. */
export async function importSeveral(
  files: readonly (File & Readonly<{ within?: string }>)[],
  tables: FolderImport["tables"],
): Promise<void> {
  const placed = files.map(({ name, bytes, within = name }) => ({ name, bytes, within }));
  const wanted =
    placed.length > 1
      ? await askFolder({ files: placed, tables })
      : placed.map((file) => ({
          ...file,
          details: findDetails(
            null,
            tables.map(({ read }) => read),
          )(file.within),
        }));
  if (wanted !== null && wanted.length > 0)
    await importFiles(wanted.map(({ name, bytes, details }) => ({ name, bytes, details })));
}

/** Bring in the sample paper and give it the keyboard. Whoever has not seen the tour is offered it. */
export async function openSample(): Promise<void> {
  const made = await attempt(() => getWorkbench().importSample({}));
  const paper = made?.[0]?.paper.id;
  if (paper === undefined) return;
  await openPaper(paper);
  setGoal({ paper, start: 0, focus: true });
  if (!useSettings.getState().toured) offer(texts().t("tour.offer"), "tour");
}

type File = Readonly<{ name: string; bytes: Uint8Array }>;

/**
 * How to read a file: asked for where its encoding is a guess, its lines could be either, or only a part of a web page
 * would be read; null when the question is cancelled.
 */
async function readingOf(file: File): Promise<ReadingChoice | null> {
  // What can't be read is refused by the import itself, with the same sentence.
  const preview = await getWorkbench()
    .previewText({ source: file })
    .catch(() => null);
  if (preview === null || !isQuestion(preview)) return {};
  return askReading({ name: file.name, source: file, now: {} });
}

/** Whether a text could be read in another way as well. */
export function isQuestion({ isEncodingGuessed, areLinesUnsure, extent }: TextPreview): boolean {
  return isEncodingGuessed || areLinesUnsure || extent === "article";
}

/**
 * Ask for another encoding, other lines or more of a paper, and read its source again. Its claims and notes stay at
 * their words.
 */
export async function rereadPaper(id: PaperId): Promise<void> {
  const paper = useLibrary.getState().library.papers[id];
  if (paper === undefined) return;
  const { encoding = null, lines = null, extent } = paper.reading ?? {};
  const now = {
    ...(encoding === null ? {} : { encoding }),
    ...(lines === null ? {} : { lines }),
    ...(extent === undefined ? {} : { extent }),
  };
  const chosen = await askReading({ name: paper.title, source: { paper: id }, now });
  if (chosen === null) return;
  await readAgain(id, chosen);
}

/** Read a document with tracked changes accepted, or as it was before them. Claims and notes stay at their words. */
export async function readTrackedText(id: PaperId, changes: TrackedText): Promise<void> {
  await readAgain(id, { changes });
}

async function readAgain(id: PaperId, reading: ReadingChoice & Readonly<{ changes?: TrackedText }>): Promise<void> {
  const done = await attempt(() => getWorkbench().rereadPaper({ paper: id, ...reading }));
  if (done === null) return;
  const { t, say } = texts();
  showMessage([t("reading.done", { title: done.paper.title }), ...done.warnings.map(say)].join(" "));
  if (done.paper.toCheck !== undefined && useReading.getState().paper === id) openDialog("versions");
}

/** What became of the claims of the version before, in a sentence. */
export function versionSentence({ carried, waiting }: NewVersion): string {
  const { t } = texts();
  return [t("versions.carried", carried), t("versions.toDecide", { count: waiting })].join(" ");
}

async function importOne(
  file: File & FileDetails & ReadingChoice & Readonly<{ replaces?: PaperId }>,
  password: string | undefined,
): Promise<ImportResult> {
  const workbench = getWorkbench();
  const job = crypto.randomUUID();
  useShell.setState({ progress: { job, label: file.name, done: 0, total: 1 } });
  try {
    return await workbench.importPaper({ ...file, job, ...(password === undefined ? {} : { password }) });
  } catch (error) {
    const asked =
      error instanceof WorkbenchError && error.code === "password"
        ? await askPassword(file.name, texts().failure(error))
        : null;
    if (asked === null) throw error;
    return importOne(file, asked);
  }
}
