import { useEffect } from "react";
import type { CommandId } from "../../shared/commands.ts";
import { Composer } from "./annotate/Composer.tsx";
import { Inspector } from "./annotate/Inspector.tsx";
import { ClaimsView } from "./claims/ClaimsView.tsx";
import { MatrixView } from "./claims/MatrixView.tsx";
import { readFile } from "./client.ts";
import { runCommand } from "./commands.ts";
import { FilterBar } from "./filter/FilterBar.tsx";
import { useTexts } from "./i18n/texts.ts";
import { onKey, showKey } from "./keys.ts";
import { LibraryPane } from "./library/LibraryPane.tsx";
import { PasswordDialog } from "./library/PasswordDialog.tsx";
import { Welcome } from "./library/Welcome.tsx";
import { Palette } from "./Palette.tsx";
import { Arrangements } from "./pages/Arrangements.tsx";
import { Pages } from "./pages/Pages.tsx";
import { Reader } from "./reader/Reader.tsx";
import { Dialogs } from "./reports/Dialogs.tsx";
import { Status } from "./Status.tsx";
import { importFiles } from "./state/import-files.ts";
import { usePageView } from "./state/page-view.ts";
import { useStore } from "./state/store.ts";

const views = [
  ["view-read", "read"],
  ["view-claims", "claims"],
  ["view-matrix", "matrix"],
] as const;

/** Views that show claims, and so what the filter leaves of them. */
const filtered = new Set(["read", "claims", "matrix"]);

/** The window: head, three panes, status. */
export function App() {
  const { t } = useTexts();
  const { host, theme, view, composing, library, paper, message, progress, workbench, dialog } = useStore();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
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
  const arrangement = usePageView((state) => state.arrangement);
  const reading = view === "read" && !empty;
  return (
    <div className="window">
      <Head />
      <LibraryPane />
      <main className={`middle ${reading ? arrangement : ""}`}>
        {message !== null && (
          <div className={`message${message.bad ? " bad" : ""}`} role={message.bad ? "alert" : "status"}>
            {message.text}
            <button
              type="button"
              aria-label={t("shell.closeMessage")}
              onClick={() => useStore.setState({ message: null })}
            >
              ×
            </button>
          </div>
        )}
        {progress !== null && (
          <div className="message" role="status">
            {t("shell.progress", { label: progress.label, done: progress.done, total: progress.total })}
            <progress value={progress.done} max={progress.total} />
            <button type="button" onClick={() => void workbench.cancel({ job: progress.job })}>
              {t("shell.stop")}
            </button>
          </div>
        )}
        {!empty && filtered.has(view) && <FilterBar />}
        {empty ? <Welcome /> : view === "claims" ? <ClaimsView /> : view === "matrix" ? <MatrixView /> : <Read />}
        {composing && view === "read" && paper !== null && <Composer />}
      </main>
      <aside className="pane right" aria-label={t("shell.inspector")}>
        <Inspector />
      </aside>
      <Status />
      <Dialogs />
      {dialog === "palette" && <Palette />}
      <PasswordDialog />
    </div>
  );
}

/** The paper as text, as pages, or both side by side. */
function Read() {
  const arrangement = usePageView((state) => state.arrangement);
  return (
    <div className={`views ${arrangement}`}>
      {arrangement !== "pages" && <Reader />}
      {arrangement !== "text" && <Pages />}
    </div>
  );
}

function Head() {
  const { view, paper, server } = useStore();
  const { t } = useTexts();
  return (
    <header className="head">
      <b className="brand">{t("shell.brand")}</b>
      <nav aria-label={t("shell.views")}>
        {views.map(([id, name]) => (
          <button
            type="button"
            key={id}
            aria-pressed={view === name}
            className={view === name ? "on" : ""}
            onClick={() => runCommand(id)}
          >
            {t(`command.${id}`)}
          </button>
        ))}
      </nav>
      {view === "read" && paper !== null && <Arrangements />}
      <span className="grow" />
      <button type="button" className="search" onClick={() => runCommand("palette")}>
        {t("shell.search")} <kbd>{showKey("Mod-k")}</kbd>
      </button>
      <button
        type="button"
        disabled={server.undo === null}
        title={server.undo ?? ""}
        onClick={() => runCommand("undo")}
      >
        {t("shell.undo")}
      </button>
      <button
        type="button"
        disabled={server.redo === null}
        title={server.redo ?? ""}
        onClick={() => runCommand("redo")}
      >
        {t("shell.redo")}
      </button>
      <button type="button" onClick={() => runCommand("report")}>
        {t("shell.report")}
      </button>
      <button type="button" className="accent" disabled={paper === null} onClick={() => runCommand("export")}>
        {t("shell.export")}
      </button>
    </header>
  );
}
