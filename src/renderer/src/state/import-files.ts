import type { PaperId } from "../../../shared/model/ids.ts";
import { type FileDetails, findDetails } from "../../../shared/papers/file-details.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { importMany } from "./import-many.ts";
import { importFailure, importOne, importSentences } from "./import-one.ts";
import { readingOf } from "./read-again.ts";
import { mayNeedOcr, readWithOcr } from "./read-with-ocr.ts";
import { openPaper, setGoal } from "./reading.ts";
import { useSettings } from "./settings.ts";
import {
  askFolder,
  attempt,
  confirmChange,
  type FolderImport,
  offer,
  openDialog,
  setProgress,
  showMessage,
  useShell,
} from "./shell.ts";

/**
 * Import files; duplicates, warnings and failures are reported in words. A password is asked for where one is needed. A
 * new version of the paper `replaces` shows which claims wait for a decision; a paper that resembles one of the library
 * is offered as its new version. Papers with pages that have no text can be read with OCR.
 */
export async function importFiles(
  files: readonly (File & Readonly<{ details?: FileDetails }>)[],
  replaces?: PaperId,
): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  if (files.length > 1) return importMany(files);
  const { details = {}, ...file } = first;
  try {
    const reading = await readingOf(file);
    if (reading === null) return;
    const result = await importOne({
      ...file,
      ...details,
      ...reading,
      ...(replaces === undefined ? {} : { replaces }),
    });
    const { paper, duplicate, annotations, warnings, version, resembles } = result;
    await openPaper(paper.id);
    if (resembles !== undefined) useShell.setState({ suggestedVersion: { paper: paper.id, replaces: resembles } });
    if ((version?.waiting ?? 0) > 0 || resembles !== undefined) openDialog("versions");
    setProgress(null);
    const text = importSentences(result).join(" ");
    if (!duplicate || annotations > 0) confirmChange(text);
    else showMessage(text);
    if (!duplicate && mayNeedOcr(warnings)) await readWithOcr([paper.id]);
  } catch (error) {
    showMessage(importFailure(file.name, error), true);
  } finally {
    setProgress(null);
  }
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
