import { useEffect, useLayoutEffect } from "react";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { Inspector } from "../annotate/Inspector.tsx";
import { FilterBar } from "../filter/FilterBar.tsx";
import { useTexts } from "../i18n/texts.ts";
import { LibraryPane } from "../library/LibraryPane.tsx";
import { PasswordDialog } from "../library/PasswordDialog.tsx";
import { Welcome } from "../library/Welcome.tsx";
import { useStore } from "../state/store.ts";
import { runCommand } from "./commands.ts";
import { dialogs } from "./dialogs.tsx";
import { Head } from "./Head.tsx";
import { onKey } from "./keys.ts";
import { MessageBar } from "./Messages.tsx";
import { Panes } from "./Panes.tsx";
import { Status } from "./Status.tsx";
import { views } from "./views.tsx";

const closeDialog = (): void => useStore.setState({ dialog: null });

/** The window: head, three panes, status. */
export function App() {
  const { t, language } = useTexts();
  const host = useStore((state) => state.host);
  const view = useStore((state) => state.view);
  const papers = useStore((state) => state.library.papers);
  const paper = useStore((state) => state.paper);
  const dialog = useStore((state) => state.dialog);
  const idle = useStore(({ paper: of, selected, library }) => {
    return of === null || selected === null || ofPaper(library.annotations, of)[selected] === undefined;
  });
  // Before anything is painted: keys are heard from the moment that there is something to see.
  useLayoutEffect(() => {
    document.addEventListener("keydown", onKey, true);
    const stop = host.onCommand((id) => runCommand(id as CommandId));
    return () => {
      document.removeEventListener("keydown", onKey, true);
      stop();
    };
  }, [host]);
  useEffect(() => {
    const title = paper === null ? undefined : papers[paper]?.title;
    void host.setTitle({ title: title === undefined ? t("shell.brand") : t("shell.title", { title }) });
  }, [host, papers, paper, t]);
  useEffect(() => void host.setLanguage({ language }), [host, language]);
  const { Show, filtered, Aside = Inspector, roomy = false } = views[view];
  const Open = dialog === null ? null : dialogs[dialog];
  const empty = Object.keys(papers).length === 0;
  return (
    <div className="window">
      <Head />
      <Panes
        left={<LibraryPane />}
        middle={
          <main className="middle">
            <MessageBar />
            {!empty && filtered && <FilterBar />}
            <div className="view">{empty ? <Welcome /> : <Show />}</div>
          </main>
        }
        right={
          Aside === null || (roomy && idle) ? null : (
            <aside className="pane right" aria-label={t("shell.inspector")}>
              <Aside />
            </aside>
          )
        }
      />
      <Status />
      {Open !== null && <Open onClose={closeDialog} />}
      <PasswordDialog />
    </div>
  );
}
