import { flushSync } from "react-dom";
import { removePapersEdits } from "../../../shared/claims/claim-edits.ts";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { message } from "../../../shared/messages/message.ts";
import { linkOfClaim } from "../../../shared/model/claim-link.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { acceptIssues } from "../library/LibraryPane.tsx";
import { exportLibraryFile, importLibraryFile } from "../maintenance/bundle.ts";
import { commitNext, stepHistory } from "../state/commit-next.ts";
import { copyClaim, copyQuote } from "../state/copy-quote.ts";
import { type FocusTarget, focusOn, focusWhenShown } from "../state/focus.ts";
import { importChosen, openSample } from "../state/import-files.ts";
import { importClaims } from "../state/import-tables.ts";
import { importVersion } from "../state/import-version.ts";
import { useLibrary } from "../state/library.ts";
import { type Arrangement, arrange, toggleThumbnails, zoomBy, zoomTo } from "../state/page-view.ts";
import { togglePane } from "../state/panes.ts";
import { setPapers } from "../state/papers.ts";
import { papersOfOlder, readWithNewer } from "../state/read-with-newer.ts";
import { readWithOcr } from "../state/read-with-ocr.ts";
import { reader } from "../state/reader-control.ts";
import { navigate, openPaper, useReading } from "../state/reading.ts";
import { stepHit } from "../state/search.ts";
import { setSettings } from "../state/settings.ts";
import {
  attempt,
  clearFilter,
  confirmChange,
  type DialogName,
  openDialog,
  setFiltering,
  showMessage,
  showView,
  type View,
} from "../state/shell.ts";
import { nextTheme, turnPages } from "../state/theme.ts";
import { type Command, onClaim, onPaper } from "./command.ts";
import { contextHandlers } from "./context-commands.ts";
import { canRun } from "./facts.ts";
import { readerHandlers } from "./reader-commands.ts";

const open =
  (dialog: Exclude<DialogName, null>): Command =>
  () =>
    openDialog(dialog);

/** Show a view, and give the keyboard to where work in it goes on. */
const show =
  (view: View, target: FocusTarget): Command =>
  () => {
    flushSync(() => showView(view));
    focusWhenShown(target);
  };

const arranged =
  (arrangement: Arrangement): Command =>
  () => {
    showView("read");
    arrange(arrangement);
    requestAnimationFrame(() => reader()?.focus());
  };

async function suggestIssues(paper: PaperId): Promise<void> {
  const suggested = (await attempt(() => getWorkbench().suggestIssues({ paper }))) ?? [];
  if (suggested.length === 0) showMessage(texts().t("library.headingsKnown"));
  else await acceptIssues(suggested);
}

/** Undo or redo, and say what. The other one leads back. */
async function step(direction: "undo" | "redo"): Promise<void> {
  const label = await stepHistory(direction);
  if (label === null) return;
  const { t, say } = texts();
  const what = say(label);
  if (direction === "undo") confirmChange(t("shell.undone", { what }), "redo");
  else confirmChange(t("shell.redone", { what }), "undo");
}

/** What each command of the table does; a missing one does not compile. */
export const handlers: Record<CommandId, Command> = {
  import: importChosen,
  "import-claims": importClaims,
  "import-sample": openSample,
  export: open("export"),
  report: open("report"),
  ocr: onPaper((paper) => readWithOcr([paper])),
  "read-newer": onPaper((paper) => readWithNewer([paper])),
  "read-all-newer": () => readWithNewer(papersOfOlder(useLibrary.getState().library)),
  "page-labels": open("page-labels"),
  "import-version": onPaper(importVersion),
  versions: open("versions"),
  "remove-paper": onPaper((paper) =>
    commitNext(message("change.removePaper"), (now) => removePapersEdits(now, [paper])),
  ),
  "accept-issues": onPaper(suggestIssues),
  keeping: open("keeping"),
  "export-bundle": () => exportLibraryFile(null),
  "export-paper-bundle": onPaper((paper) => exportLibraryFile([paper])),
  "import-bundle": importLibraryFile,
  undo: () => step("undo"),
  redo: () => step("redo"),
  "copy-quote": copyQuote,
  "copy-claim": () => copyClaim(useReading.getState().selected),
  "copy-link": onClaim(async (claim) => {
    await attempt(() => getHost().copy({ text: linkOfClaim(claim) }));
    showMessage(texts().t("reader.linkCopied"));
  }),
  print: () => attempt(() => getHost().print({})),
  "edit-record": onPaper((paper) => {
    setPapers({ edited: paper });
    openDialog("record");
  }),
  "open-paper": onPaper((paper) => openPaper(paper)),
  ...contextHandlers,
  "view-library": show("library", "papers"),
  "view-search": show("search", "search"),
  "next-hit": () => stepHit(1),
  "previous-hit": () => stepHit(-1),
  "clear-filter": clearFilter,
  "view-read": () => {
    flushSync(() => showView("read"));
    // The paper is drawn in a later frame where it was not on screen before.
    requestAnimationFrame(() => reader()?.focus());
  },
  "view-claims": show("claims", "claims"),
  "view-matrix": show("matrix", "analysis"),
  "view-report": show("report", "report"),
  "view-codebook": () => {
    showView("codebook");
    requestAnimationFrame(() => focusWhenShown("codebook"));
  },
  "view-history": () => {
    showView("history");
    requestAnimationFrame(() => focusWhenShown("history"));
  },
  "show-text": arranged("text"),
  "show-pages": arranged("pages"),
  "show-both": arranged("both"),
  "zoom-in": () => zoomBy(1),
  "zoom-out": () => zoomBy(-1),
  "fit-width": () => zoomTo({ kind: "width" }),
  "fit-page": () => zoomTo({ kind: "page" }),
  "toggle-thumbnails": toggleThumbnails,
  "turn-pages": turnPages,
  "toggle-theme": nextTheme,
  "theme-light": () => setSettings({ theme: "light" }),
  "theme-sepia": () => setSettings({ theme: "sepia" }),
  "theme-dark": () => setSettings({ theme: "dark" }),
  "theme-contrast": () => setSettings({ theme: "contrast" }),
  settings: open("settings"),
  "toggle-left": () => togglePane("left"),
  "toggle-right": () => togglePane("right"),
  tour: open("tour"),
  back: () => navigate(-1),
  forward: () => navigate(1),
  palette: open("palette"),
  keys: open("keys"),
  filter: () => {
    // The bar is there before the next key, so that no letter typed after the command is lost.
    flushSync(() => setFiltering(true));
    focusOn("filter");
  },
  ...readerHandlers,
};

/** Run a command by its name; false when it is not available now. */
export function runCommand(id: CommandId): boolean {
  if (!canRun(id)) return false;
  void handlers[id]();
  return true;
}
