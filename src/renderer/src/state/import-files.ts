import type { ImportResult } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { openPaper, setGoal } from "./reading.ts";
import { askPassword, attempt, setBatch, setProgress, showMessage, showView, useShell } from "./shell.ts";

/** Bring files in one after the other; duplicates, warnings and failures are told in words. A password is asked for where one is needed. */
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
      const { paper, duplicate, annotations, warnings } = await importOne(file, undefined);
      told.push(texts().t(duplicate ? "import.duplicate" : "import.done", { title: paper.title }));
      if (annotations > 0) told.push(texts().t("import.annotations", { count: annotations }));
      told.push(...warnings);
      if (files.length === 1) await openPaper(paper.id);
    } catch (error) {
      bad = true;
      told.push(
        texts().t("import.failed", { name: file.name, why: error instanceof Error ? error.message : String(error) }),
      );
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

async function importOne(
  file: Readonly<{ name: string; bytes: Uint8Array }>,
  password: string | undefined,
): Promise<ImportResult> {
  const workbench = getWorkbench();
  const job = crypto.randomUUID();
  useShell.setState({ progress: { job, label: file.name, done: 0, total: 1 } });
  try {
    return await workbench.importPaper({ ...file, job, ...(password === undefined ? {} : { password }) });
  } catch (error) {
    const asked =
      error instanceof WorkbenchError && error.code === "password" ? await askPassword(file.name, error.message) : null;
    if (asked === null) throw error;
    return importOne(file, asked);
  }
}
