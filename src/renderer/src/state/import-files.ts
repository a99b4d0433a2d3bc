import type { ImportResult } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "./library.ts";
import { openPaper, setGoal } from "./reading.ts";
import {
  askOcr,
  askPassword,
  askReading,
  attempt,
  type ReadingChoice,
  setBatch,
  setProgress,
  showMessage,
  showView,
  useShell,
} from "./shell.ts";

/**
 * Import files one after the other; duplicates, warnings and failures are reported in words. A password is asked for
 * where one is needed.
 */
export async function importFiles(files: readonly Readonly<{ name: string; bytes: Uint8Array }>[]): Promise<void> {
  const told: string[] = [];
  let bad = false;
  const many = files.length > 1;
  for (const [index, file] of files.entries()) {
    if (many && index > 0 && useShell.getState().batch === null) {
      told.push(texts().t("import.stopped", { done: index, all: files.length }));
      break;
    }
    if (many) setBatch({ at: index + 1, of: files.length, name: file.name });
    try {
      // Of many files each is read as it is found to be; a guess can be corrected in the paper's details.
      const reading = files.length === 1 ? await readingOf(file) : {};
      if (reading === null) return;
      const { paper, duplicate, annotations, warnings } = await importOne({ ...file, ...reading }, undefined);
      told.push(texts().t(duplicate ? "import.duplicate" : "import.done", { title: paper.title }));
      if (annotations > 0) told.push(texts().t("import.annotations", { count: annotations }));
      told.push(...warnings.map(texts().say));
      if (files.length === 1) await openPaper(paper.id);
      if (files.length === 1 && warnings.some(({ key }) => unreadPages.has(key))) void readWithOcr(paper.id);
    } catch (error) {
      bad = true;
      told.push(texts().t("import.failed", { name: file.name, why: texts().failure(error) }));
    }
  }
  setProgress(null);
  setBatch(null);
  // Several papers are shown side by side, so that none of them takes the place of what is being read.
  if (files.length > 1) showView("library");
  if (told.length > 0) showMessage(told.join(" "), bad);
}

/** Bring in the sample paper and give it the keyboard. */
export async function openSample(): Promise<void> {
  const made = await attempt(() => getWorkbench().importSample({}));
  const paper = made?.[0]?.paper.id;
  if (paper === undefined) return;
  await openPaper(paper);
  setGoal({ paper, start: 0, focus: true });
}

type File = Readonly<{ name: string; bytes: Uint8Array }>;

/**
 * How to read a file: asked for where its encoding is a guess or its lines could be either; null when the question is
 * cancelled.
 */
async function readingOf(file: File): Promise<ReadingChoice | null> {
  // What can't be read is refused by the import itself, with the same sentence.
  const preview = await getWorkbench()
    .previewText({ source: file })
    .catch(() => null);
  if (preview === null || !(preview.isEncodingGuessed || preview.areLinesUnsure)) return {};
  return askReading({ name: file.name, source: file, now: {} });
}

/**
 * Ask for another encoding or other lines of a paper, and read its source again. Its claims and notes stay at their
 * words.
 */
export async function rereadPaper(id: PaperId): Promise<void> {
  const paper = useLibrary.getState().library.papers[id];
  if (paper === undefined) return;
  const { encoding, lines } = paper.reading ?? { encoding: null, lines: null };
  const now = { ...(encoding === null ? {} : { encoding }), ...(lines === null ? {} : { lines }) };
  const chosen = await askReading({ name: paper.title, source: { paper: id }, now });
  if (chosen === null) return;
  const done = await attempt(() => getWorkbench().rereadPaper({ paper: id, ...chosen }));
  if (done !== null) showMessage([texts().t("reading.done", { title: done.paper.title }), ...done.warnings].join(" "));
}

/** Ask for the languages of a paper's pages and read those without text with OCR. Claims and notes stay at their words. */
export async function readWithOcr(id: PaperId): Promise<void> {
  const title = useLibrary.getState().library.papers[id]?.title;
  const languages = title === undefined ? null : await askOcr(title);
  if (title === undefined || languages === null) return;
  const job = crypto.randomUUID();
  useShell.setState({ progress: { job, label: title, done: 0, total: 1 } });
  const done = await attempt(() => getWorkbench().recognisePaper({ paper: id, languages: [...languages], job }));
  setProgress(null);
  if (done === null) return;
  const { t, say } = texts();
  showMessage([t("ocr.done", { title: done.paper.title }), ...done.warnings.map(say)].join(" "));
}

/** Warnings of pages that OCR may read. */
const unreadPages = new Set(["pdf.noText", "pdf.pagesWithoutText"]);

async function importOne(file: File & ReadingChoice, password: string | undefined): Promise<ImportResult> {
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
