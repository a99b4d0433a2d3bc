import type { PaperId } from "../../../shared/model/ids.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { openPaper, useReading } from "../state/reading.ts";
import { attempt, confirmChange, showMessage } from "../state/shell.ts";

/** Keep the library, or some papers with all that is said of them, as one file where the reader wants it. */
export async function exportLibraryFile(papers: readonly PaperId[] | null): Promise<void> {
  const workbench = getWorkbench();
  const host = getHost();
  const job = crypto.randomUUID();
  const made = await attempt(() => workbench.exportBundle(papers === null ? { job } : { papers: [...papers], job }));
  if (made === null) return;
  const { name, mime, bytes } = made;
  const saved = await attempt(() => host.save({ name, mime, bytes }));
  if (saved !== null) showMessage(texts().t("keeping.bundleKept", { where: saved.where }));
}

/** Ask for such files and bring them in. */
export async function importLibraryFile(): Promise<void> {
  const host = getHost();
  await importLibraryFiles((await attempt(() => host.chooseFiles({ what: "bundle" }))) ?? []);
}

/** Bring in such files: an empty library becomes the same library, any other takes them as one change each. */
export async function importLibraryFiles(
  files: readonly Readonly<{ name: string; bytes: Uint8Array }>[],
): Promise<void> {
  const workbench = getWorkbench();
  for (const { name, bytes } of files) {
    const isEmpty = useLibrary.getState().server.version === null;
    const made = await attempt(() => workbench.importBundle({ name, bytes, job: crypto.randomUUID() }));
    if (made === null) return;
    const { papers, changes, merged, refused } = made;
    const what = isEmpty
      ? texts().t("keeping.bundleCopied", { papers, changes })
      : texts().t("keeping.bundleMerged", { papers, merged });
    const sentence = [what, ...refused.map(texts().say)].join(" ");
    if (isEmpty || merged === 0) showMessage(sentence);
    else confirmChange(sentence);
  }
  const { paper } = useReading.getState();
  const { library } = useLibrary.getState();
  const [first] = Object.values(library.papers);
  if (paper === null && first !== undefined) await openPaper(first.id);
}
