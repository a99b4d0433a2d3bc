import { useEffect } from "react";
import type { CommandId } from "../../shared/commands.ts";
import { AnalysisView } from "./analysis/AnalysisView.tsx";
import { Composer } from "./annotate/Composer.tsx";
import { Inspector } from "./annotate/Inspector.tsx";
import { LinkDialog } from "./annotate/LinkDialog.tsx";
import { ClaimsView } from "./claims/ClaimsView.tsx";
import { readFile } from "./client.ts";
import { runCommand } from "./commands.ts";
import { FilterBar } from "./filter/FilterBar.tsx";
import { Head } from "./Head.tsx";
import { useTexts } from "./i18n/texts.ts";
import { onKey } from "./keys.ts";
import { LibraryPane } from "./library/LibraryPane.tsx";
import { PasswordDialog } from "./library/PasswordDialog.tsx";
import { Welcome } from "./library/Welcome.tsx";
import { Messages } from "./Messages.tsx";
import { Palette } from "./Palette.tsx";
import { Panes } from "./Panes.tsx";
import { Pages } from "./pages/Pages.tsx";
import { FindBar } from "./reader/FindBar.tsx";
import { Reader } from "./reader/Reader.tsx";
import { Dialogs } from "./reports/Dialogs.tsx";
import { Status } from "./Status.tsx";
import { KeysDialog } from "./settings/KeysDialog.tsx";
import { SettingsDialog } from "./settings/SettingsDialog.tsx";
import { Tour } from "./settings/Tour.tsx";
import { importFiles } from "./state/import-files.ts";
import { usePageView } from "./state/page-view.ts";
import { useStore } from "./state/store.ts";

const closeDialog = (): void => useStore.setState({ dialog: null });

/** Views that show claims, and so what the filter leaves of them. */
const filtered = new Set(["read", "claims", "matrix"]);

/** The window: head, three panes, status. */
export function App() {
  const { t } = useTexts();
  const { host, view, composing, editing, range, library, paper, dialog } = useStore();
  useEffect(() => {
    document.addEventListener("keydown", onKey, true);
    const stop = host.onCommand((id) => runCommand(id as CommandId));
    return () => {
      document.removeEventListener("keydown", onKey, true);
      stop();
    };
  }, [host]);
  useEffect(() => {
    const title = paper === null ? undefined : library.papers[paper]?.title;
    void host.setTitle({ title: title === undefined ? t("shell.brand") : t("shell.title", { title }) });
  }, [host, library.papers, paper, t]);
  useEffect(() => {
    const stay = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      void Promise.all([...(event.dataTransfer?.files ?? [])].map(readFile)).then(importFiles);
    };
    document.addEventListener("dragover", stay);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", stay);
      document.removeEventListener("drop", drop);
    };
  }, []);
  const empty = Object.keys(library.papers).length === 0;
  return (
    <div className="window">
      <Head />
      <Panes
        left={<LibraryPane />}
        middle={
          <main className="middle">
            <Messages />
            {!empty && filtered.has(view) && <FilterBar />}
            <div className="view">
              {empty ? (
                <Welcome />
              ) : view === "claims" ? (
                <ClaimsView />
              ) : view === "matrix" ? (
                <AnalysisView />
              ) : (
                <Read />
              )}
            </div>
            {composing && view === "read" && paper !== null && (
              <Composer key={editing ?? `${range?.start}-${range?.end}`} />
            )}
          </main>
        }
        right={
          <aside className="pane right" aria-label={t("shell.inspector")}>
            <Inspector />
          </aside>
        }
      />
      <Status />
      <Dialogs />
      {dialog === "palette" && <Palette />}
      {dialog === "keys" && <KeysDialog onClose={closeDialog} />}
      {dialog === "settings" && <SettingsDialog onClose={closeDialog} />}
      {dialog === "link" && <LinkDialog onClose={closeDialog} />}
      {dialog === "tour" && <Tour onClose={closeDialog} />}
      <PasswordDialog />
    </div>
  );
}

/** The paper as text, as pages, or both side by side. */
function Read() {
  const arrangement = usePageView((state) => state.arrangement);
  return (
    <div className="read">
      <FindBar />
      <div className={`views ${arrangement}`}>
        {arrangement !== "pages" && <Reader />}
        {arrangement !== "text" && <Pages />}
      </div>
    </div>
  );
}
