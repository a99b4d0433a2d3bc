import { flushSync } from "react-dom";
import { removePaperEdits } from "../../../shared/claims/claim-edits.ts";
import type { CommandId } from "../../../shared/contract/commands.ts";
import { message } from "../../../shared/messages/message.ts";
import { texts } from "../i18n/texts.ts";
import { acceptIssues } from "../library/LibraryPane.tsx";
import { exportLibraryFile, importLibraryFile } from "../maintenance/bundle.ts";
import { isOpen } from "../state/filtered-claims.ts";
import { importFiles, openSample } from "../state/import-files.ts";
import { canGo } from "../state/navigation-history.ts";
import { type Arrangement, arrange, toggleThumbnails, usePageView, zoomBy, zoomTo } from "../state/page-view.ts";
import { togglePane } from "../state/panes.ts";
import { setPapers } from "../state/papers.ts";
import { reader } from "../state/reader-control.ts";
import { stepHit, useSearch } from "../state/search.ts";
import { attempt, commit, navigate, type State, showMessage, useStore } from "../state/store.ts";
import { nextTheme, turnPages } from "../state/theme.ts";
import { always, type Command, commandWhen, writable } from "./command.ts";
import { readerHandlers } from "./reader-commands.ts";

const show = (part: Partial<State>) => () => useStore.setState(part);

const arranged = (arrangement: Arrangement): Command =>
  commandWhen(
    ({ paper }) => paper !== null,
    () => {
      useStore.setState({ view: "read" });
      arrange(arrangement);
      requestAnimationFrame(() => reader()?.focus());
    },
  );
const hasHits = (): boolean => (useSearch.getState().found?.hits.length ?? 0) > 0;
const onPages = (work: () => unknown): Command =>
  commandWhen(({ view }) => view === "read" && usePageView.getState().arrangement !== "text", work);

/** What each command of the table does; a missing one does not compile. */
export const handlers: Record<CommandId, Command> = {
  import: commandWhen(writable, async ({ host }) => importFiles((await attempt(() => host.chooseFiles({}))) ?? [])),
  "import-sample": commandWhen(writable, openSample),
  export: commandWhen(({ paper }) => paper !== null, show({ dialog: "export" })),
  report: always(show({ dialog: "report" })),
  "page-labels": commandWhen((state) => state.paper !== null && writable(state), show({ dialog: "page-labels" })),
  "remove-paper": commandWhen(
    (state) => state.paper !== null && writable(state),
    ({ library, paper }) => paper !== null && commit(message("change.removePaper"), removePaperEdits(library, paper)),
  ),
  "accept-issues": commandWhen(
    (state) => state.paper !== null && writable(state),
    async ({ workbench, library, paper }) => {
      const suggested = paper === null ? [] : ((await attempt(() => workbench.suggestIssues({ paper }))) ?? []);
      if (suggested.length === 0) showMessage(texts().t("library.headingsKnown"));
      else await acceptIssues(library.issues, suggested);
    },
  ),
  keeping: always(show({ dialog: "keeping" })),
  "export-bundle": always(() => exportLibraryFile(null)),
  "export-paper-bundle": commandWhen(
    ({ paper }) => paper !== null,
    ({ paper }) => paper !== null && exportLibraryFile([paper]),
  ),
  "import-bundle": commandWhen(writable, importLibraryFile),
  undo: commandWhen(
    ({ server }) => server.undo !== null,
    ({ workbench }) => attempt(() => workbench.undo({})),
  ),
  redo: commandWhen(
    ({ server }) => server.redo !== null,
    ({ workbench }) => attempt(() => workbench.redo({})),
  ),
  "copy-quote": commandWhen(
    ({ range }) => range !== null,
    ({ host, content, range, library, paper }) => {
      const title = paper === null ? "" : (library.papers[paper]?.title ?? "");
      const quote = content === null || range === null ? "" : content.text.slice(range.start, range.end);
      return attempt(() => host.copy({ text: `“${quote}” (${title})` }));
    },
  ),
  "edit-record": commandWhen(
    ({ paper }) => paper !== null,
    ({ paper }) => {
      setPapers({ edited: paper });
      useStore.setState({ dialog: "record" });
    },
  ),
  "view-library": always(show({ view: "library" })),
  "view-search": always(() => {
    flushSync(() => useStore.setState({ view: "search" }));
    document.getElementById("search-words")?.focus();
  }),
  "next-hit": commandWhen(hasHits, () => stepHit(1)),
  "previous-hit": commandWhen(hasHits, () => stepHit(-1)),
  "clear-filter": commandWhen(({ query }) => !isOpen(query), show({ query: {}, filtering: false })),
  "view-read": always(show({ view: "read" })),
  "view-claims": always(show({ view: "claims" })),
  "view-matrix": always(show({ view: "matrix" })),
  "view-report": always(show({ view: "report" })),
  "view-codebook": always(() => {
    useStore.setState({ view: "codebook" });
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(".codebook-view [role='treeitem'][tabindex='0']")?.focus(),
    );
  }),
  "view-history": always(() => {
    useStore.setState({ view: "history" });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".history input")?.focus());
  }),
  "show-text": arranged("text"),
  "show-pages": arranged("pages"),
  "show-both": arranged("both"),
  "zoom-in": onPages(() => zoomBy(1)),
  "zoom-out": onPages(() => zoomBy(-1)),
  "fit-width": onPages(() => zoomTo({ kind: "width" })),
  "fit-page": onPages(() => zoomTo({ kind: "page" })),
  "toggle-thumbnails": onPages(toggleThumbnails),
  "turn-pages": onPages(turnPages),
  "toggle-theme": always(nextTheme),
  settings: always(show({ dialog: "settings" })),
  "toggle-left": always(() => togglePane("left")),
  "toggle-right": always(() => togglePane("right")),
  tour: always(show({ dialog: "tour" })),
  back: commandWhen(
    () => canGo(-1),
    () => navigate(-1),
  ),
  forward: commandWhen(
    () => canGo(1),
    () => navigate(1),
  ),
  palette: always(show({ dialog: "palette" })),
  keys: always(show({ dialog: "keys" })),
  filter: always(() => {
    // The bar is there before the next key, so that no letter typed after the command is lost.
    flushSync(() => useStore.setState({ filtering: true }));
    document.getElementById("filter-text")?.focus();
  }),
  ...readerHandlers,
};

/** Run a command by its name; false when it cannot be run now. */
export function runCommand(id: CommandId): boolean {
  return handlers[id](useStore.getState(), true);
}
