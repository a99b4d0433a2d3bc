import { useEffect, useLayoutEffect } from "react";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { recordOf } from "../../../shared/model/by-paper.ts";
import { getHost } from "../client/connection.ts";
import { FilterBar } from "../filter/FilterBar.tsx";
import { texts, useTexts } from "../i18n/texts.ts";
import { EmptyLibrary } from "../library/EmptyLibrary.tsx";
import { FolderDialog } from "../library/FolderDialog.tsx";
import { LibraryPane } from "../library/LibraryPane.tsx";
import { OcrDialog } from "../library/OcrDialog.tsx";
import { PasswordDialog } from "../library/PasswordDialog.tsx";
import { ReadingDialog } from "../library/ReadingDialog.tsx";
import { Welcome } from "../library/Welcome.tsx";
import { PrintedPaper } from "../reader/PrintedPaper.tsx";
import { landmarkRef } from "../state/focus.ts";
import { loadRest, useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { closeDialog, showMessage, useShell, type View } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { LoadingClaims } from "../ui/LoadingClaims.tsx";
import { loadWhenIdle, useLoaded } from "../ui/lazy.ts";
import { ContextMenu } from "./ContextMenu.tsx";
import { onContextMenu } from "./context-menu.ts";
import { DropZones } from "./DropZones.tsx";
import { dialogs, wholeDialogs } from "./dialogs.tsx";
import { Head } from "./Head.tsx";
import { onKey, onMenuCommand } from "./keys.ts";
import { watchFocus } from "./lost-focus.ts";
import { MessageBar } from "./Messages.tsx";
import { Panes } from "./Panes.tsx";
import { ShownView } from "./ShownView.tsx";
import { Status } from "./Status.tsx";
import { useShellInStep } from "./use-shell.ts";
import { useShownView } from "./use-shown-view.ts";
import { views } from "./views.tsx";

const inspector = landmarkRef("inspector");

/** The identical element at each drawing, so that React leaves the pane alone while the window around it changes. */
const leftPane = <LibraryPane />;

/** The window: head, three panes, status. */
export function App() {
  const { t } = useTexts();
  const host = getHost();
  const view = useShownView();
  const papers = useLibrary((state) => state.library.papers);
  const isLoading = useLibrary((state) => state.loading !== null);
  const paper = useReading((state) => state.paper);
  const dialog = useShell((state) => state.dialog);
  const selected = useReading((state) => state.selected);
  const idle = useLibrary(
    ({ library }) =>
      paper === null || selected === null || recordOf(library.annotations, paper, selected) === undefined,
  );
  // Before anything is painted: keys are heard from the moment that there is something to see.
  useLayoutEffect(() => {
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("contextmenu", onContextMenu);
    const stop = host.onCommand((id) => onMenuCommand(id as CommandId));
    return () => {
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("contextmenu", onContextMenu);
      stop();
    };
  }, [host]);
  useEffect(watchFocus, []);
  useEffect(loadRest, []);
  useShellInStep();
  useEffect(() => loadWhenIdle([...Object.values(views).map(({ parts }) => parts), ...Object.values(dialogs)]), []);
  const { filtered, roomy = false } = views[view];
  const { Aside = null } = views[view].parts.loaded() ?? {};
  const waits = isLoading && views[view].whole === true;
  const Loaded = useLoaded(dialog === null ? null : dialogs[dialog], closeUnloaded);
  const Open = isLoading && wholeDialogs.has(dialog) ? LoadingDialog : Loaded;
  const empty = Object.keys(papers).length === 0;
  return (
    <div className="window">
      <Head />
      <Panes
        left={leftPane}
        middle={
          <main className="middle">
            {!empty && <h1 className="unseen">{t(`command.${views[view].command}`)}</h1>}
            <MessageBar />
            {!empty && filtered && !waits && <FilterBar />}
            <div className="view">
              {empty ? <Empty view={view} /> : waits ? <LoadingClaims /> : <ShownView view={view} />}
            </div>
          </main>
        }
        right={
          Aside === null || waits || (roomy && idle) ? null : (
            <aside className="pane right" ref={inspector} aria-label={t("shell.inspector")}>
              <h2 className="unseen">{t("shell.inspector")}</h2>
              <Aside />
            </aside>
          )
        }
      />
      {/* Outside of the panes, which have the sizes of the screen. */}
      {view === "read" && <PrintedPaper />}
      <Status />
      {Open !== null && <Open onClose={closeDialog} />}
      <PasswordDialog />
      <OcrDialog />
      <FolderDialog />
      <ContextMenu />
      <DropZones />
      <ReadingDialog />
    </div>
  );
}

/** A dialog that could not be loaded is not waited for. */
function closeUnloaded(): void {
  closeDialog();
  showMessage(texts().t("shell.notLoaded"), true);
}

/** In the place of a dialog that needs all claims, until they are there. */
function LoadingDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  return (
    <Dialog title={t("shell.loadingClaims")} onClose={onClose}>
      <LoadingClaims />
    </Dialog>
  );
}

/** A view while the library has no paper. Codebook and history do without one. */
function Empty({ view }: Readonly<{ view: View }>) {
  if (view === "read" || view === "library") return <Welcome />;
  if (view === "codebook" || view === "history") return <ShownView view={view} />;
  return <EmptyLibrary view={view} />;
}
