import type { PaperId } from "../../../shared/model/ids.ts";
import { pageIndexAt } from "../../../shared/model/page-map.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useLibrary } from "./library.ts";
import { reader } from "./reader-control.ts";
import { useReading } from "./reading.ts";
import { setSettings } from "./settings.ts";
import { askOcr, openDialog, setBatch, setProgress, showMessage, useShell } from "./shell.ts";

/** Warnings of an import that name pages which OCR may read. */
const unreadPages: ReadonlySet<string> = new Set(["pdf.noText", "pdf.pagesWithoutText", "picture.noText"]);

/** Whether OCR is worth offering for a paper, by the warnings of its import. */
export function mayNeedOcr(warnings: readonly Readonly<{ key: string }>[]): boolean {
  return warnings.some(({ key }) => unreadPages.has(key));
}

/**
 * Ask how to read papers with OCR, and read them one after the other. Claims and notes stay at their words; stopping
 * leaves the paper that is being read as it was.
 */
export async function readWithOcr(ids: readonly PaperId[]): Promise<void> {
  const { papers } = useLibrary.getState().library;
  const chosen = ids.flatMap((id) => papers[id] ?? []);
  const [first] = chosen;
  if (first === undefined) return;
  const pages = chosen.length === 1 ? { count: first.pages, shown: shownPage(first.id) } : null;
  const choice = await askOcr({ titles: chosen.map(({ title }) => title), pages });
  if (choice === null) return;
  setSettings({ ocrLanguages: choice.languages });
  const messages: string[] = [];
  let bad = false;
  for (const [index, { id, title }] of chosen.entries()) {
    if (chosen.length > 1 && index > 0 && useShell.getState().batch === null) break;
    if (chosen.length > 1) setBatch({ at: index + 1, of: chosen.length, name: title });
    const job = crypto.randomUUID();
    useShell.setState({ progress: { job, label: title, done: 0, total: 1 } });
    try {
      const done = await getWorkbench().recognisePaper({ paper: id, ...choice, job });
      messages.push(texts().t("ocr.done", { title: done.paper.title }), ...done.warnings.map(texts().say));
      if (done.paper.toCheck !== undefined && useReading.getState().paper === id) openDialog("versions");
    } catch (error) {
      bad = true;
      messages.push(texts().t("ocr.failed", { title, why: texts().failure(error) }));
    }
  }
  setProgress(null);
  setBatch(null);
  showMessage(messages.join(" "), bad);
}

/** The page, from 1, with the caret of the open paper; 1 for any other paper. */
function shownPage(id: PaperId): number {
  const { paper, content } = useReading.getState();
  return paper === id && content !== null ? pageIndexAt(content, reader()?.caret() ?? 0) + 1 : 1;
}
