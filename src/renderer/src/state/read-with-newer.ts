import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { isReadByOlder } from "../../../shared/model/reader-version.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "./library.ts";
import { useReading } from "./reading.ts";
import { askPassword, openDialog, setBatch, setProgress, showMessage, useShell } from "./shell.ts";

let known: Readonly<{ papers: Library["papers"]; older: readonly PaperId[] }> | null = null;

/** The papers whose text an earlier version of the program has read. */
export function papersOfOlder({ papers }: Library): readonly PaperId[] {
  if (known?.papers !== papers)
    known = { papers, older: Object.values(papers).flatMap((paper) => (isReadByOlder(paper) ? [paper.id] : [])) };
  return known.older;
}

/**
 * Read papers again with this version, one after the other. Claims and notes stay at their words; stopping leaves the
 * paper that is being read as it was. Places that are not certain are listed in its versions dialog.
 */
export async function readWithNewer(ids: readonly PaperId[]): Promise<void> {
  const { papers } = useLibrary.getState().library;
  const chosen = ids.flatMap((id) => papers[id] ?? []);
  const { t, say, failure } = texts();
  const messages: string[] = [];
  let [unsure, bad] = [0, false];
  for (const [index, { id, title }] of chosen.entries()) {
    if (index > 0 && useShell.getState().batch === null) break;
    if (chosen.length > 1) setBatch({ at: index + 1, of: chosen.length, name: title });
    const job = crypto.randomUUID();
    useShell.setState({ progress: { job, label: title, done: 0, total: 1 } });
    try {
      const { paper, warnings } = await readOne(id, title, job);
      if (paper.toCheck !== undefined) unsure++;
      if (chosen.length === 1) messages.push(t("reading.done", { title: paper.title }), ...warnings.map(say));
      if (paper.toCheck !== undefined && useReading.getState().paper === id) openDialog("versions");
    } catch (error) {
      bad = true;
      messages.push(t("reading.newer.failed", { title, why: failure(error) }));
    }
  }
  setProgress(null);
  setBatch(null);
  if (chosen.length > 1) messages.unshift(t("reading.newer.done", { count: chosen.length, unsure }));
  showMessage(messages.join(" "), bad);
}

async function readOne(paper: PaperId, title: string, job: string, password?: string) {
  try {
    return await getWorkbench().readWithNewer({ paper, job, ...(password === undefined ? {} : { password }) });
  } catch (error) {
    const asked =
      error instanceof WorkbenchError && error.code === "password"
        ? await askPassword(title, texts().failure(error))
        : null;
    if (asked === null) throw error;
    return readOne(paper, title, job, asked);
  }
}
