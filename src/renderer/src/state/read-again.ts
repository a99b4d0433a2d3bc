import type { TextPreview } from "../../../shared/contract/workbench.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { TrackedText } from "../../../shared/model/paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "./library.ts";
import { useReading } from "./reading.ts";
import { askReading, attempt, openDialog, type ReadingChoice, showMessage } from "./shell.ts";

/**
 * How to read a file: asked for where its encoding is a guess, its lines could be either, or only a part of a web page
 * would be read; null when the question is cancelled.
 */
export async function readingOf(file: Readonly<{ name: string; bytes: Uint8Array }>): Promise<ReadingChoice | null> {
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
