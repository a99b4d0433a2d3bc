import type { ImportResult } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { FileDetails } from "../../../shared/papers/file-details.ts";
import { readersOn, sideBySide } from "../../../shared/papers/side-by-side.ts";
import { texts } from "../i18n/texts.ts";
import { type ImportedFile, importFailure, importOne, importSentences } from "./import-one.ts";
import { mayNeedOcr, readWithOcr } from "./read-with-ocr.ts";
import { openDialog, setBatch, setImportReport, setProgress, showMessage, showView, useShell } from "./shell.ts";

type Outcome = Readonly<{ result: ImportResult }> | Readonly<{ why: string; isStopped: boolean }>;

/**
 * Import several files, as many at a time as the computer has processors to spare. Their papers are added in the order
 * of the files. Each is read as it is found to be; a guess can be corrected in the paper's details.
 */
export async function importMany(
  files: readonly (ImportedFile & Readonly<{ details?: FileDetails }>)[],
): Promise<void> {
  const jobs = files.map(() => crypto.randomUUID());
  const running = new Set<string>();
  let ended = 0;
  const show = (name: string): void => setBatch({ at: ended + 1, of: files.length, name, jobs: [...running] });
  const isStopped = (): boolean => useShell.getState().batch === null;
  show(files[0]?.name ?? "");
  const outcomes = await sideBySide(
    files,
    readersOn(navigator.hardwareConcurrency),
    async ({ details = {}, ...file }, index): Promise<Outcome> => {
      const [job = "", after] = [jobs[index], jobs[index - 1]];
      running.add(job);
      show(file.name);
      try {
        return { result: await importOne({ ...file, ...details }, { job, ...(after === undefined ? {} : { after }) }) };
      } catch (error) {
        return {
          why: importFailure(file.name, error),
          isStopped: error instanceof WorkbenchError && error.code === "cancelled",
        };
      } finally {
        ended++;
        running.delete(job);
        if (!isStopped() && ended < files.length) show(file.name);
      }
    },
    isStopped,
  );
  setProgress(null);
  setBatch(null);
  // Several papers are shown side by side, so that none of them takes the place of what is being read.
  showView("library");
  report(outcomes, files.length);
  const added = outcomes.flatMap((outcome) =>
    "result" in outcome && !outcome.result.duplicate ? [outcome.result] : [],
  );
  const unread = added.filter(({ warnings }) => mayNeedOcr(warnings)).map(({ paper }) => paper.id);
  if (unread.length > 0) await readWithOcr(unread);
}

/** Say what became of the files: failures in a list that stays, all else in a message. */
function report(outcomes: readonly Outcome[], all: number): void {
  const { t } = texts();
  const failed = outcomes.flatMap((outcome) => ("why" in outcome && !outcome.isStopped ? [outcome.why] : []));
  const said = outcomes.flatMap((outcome) =>
    "result" in outcome ? importSentences(outcome.result) : outcome.isStopped ? [outcome.why] : [],
  );
  if (outcomes.length < all) said.push(t("import.stopped", { done: outcomes.length, all }));
  if (failed.length > 0) {
    setImportReport({ name: null, summary: t("import.summary", { done: all - failed.length, all }), rejected: failed });
    openDialog("import-report");
  }
  const isBad = outcomes.some((outcome) => "why" in outcome) && failed.length === 0;
  if (said.length > 0) showMessage(said.join(" "), isBad);
}
