import { codedOne } from "../../shared/claims.ts";
import { removeAnnotationEdits, removePaperEdits } from "../../shared/coding.ts";
import type { CommandId } from "../../shared/commands.ts";
import { texts } from "./i18n/texts.ts";
import { acceptIssues } from "./library/LibraryPane.tsx";
import { importFiles } from "./state/import-files.ts";
import { type Arrangement, arrange, toggleThumbnails, usePageView, zoomBy, zoomTo } from "./state/page-view.ts";
import { reader } from "./state/reader-control.ts";
import { attempt, commit, openPaper, type State, setTheme, tell, useStore } from "./state/store.ts";

/** Answers whether a command can be run now and, with `run`, does it. */
export type Command = (state: State, run?: boolean) => boolean;

const when =
  (test: (state: State) => boolean, work: (state: State) => unknown): Command =>
  (state, run) => {
    if (!test(state)) return false;
    if (run) void work(state);
    return true;
  };
const always = (work: (state: State) => unknown): Command => when(() => true, work);
const inReader = (work: (state: State) => unknown): Command =>
  when((state) => state.view === "read" && reader() !== null, work);
const writable = (state: State): boolean => state.server.access.mode === "write";
const set = (part: Partial<State>) => () => useStore.setState(part);

const show = (arrangement: Arrangement): Command =>
  when(
    ({ paper }) => paper !== null,
    () => {
      useStore.setState({ view: "read" });
      arrange(arrangement);
      requestAnimationFrame(() => reader()?.focus());
    },
  );
const onPages = (work: () => unknown): Command =>
  when(({ view }) => view === "read" && usePageView.getState().arrangement !== "text", work);

/** What each command of the table does; a missing one does not compile. */
export const handlers: Record<CommandId, Command> = {
  import: when(writable, async ({ host }) => importFiles((await attempt(() => host.chooseFiles({}))) ?? [])),
  "import-sample": when(writable, async ({ workbench }) => {
    const made = await attempt(() => workbench.importSample({}));
    if (made?.[0] !== undefined) await openPaper(made[0].paper.id);
  }),
  export: when(({ paper }) => paper !== null, set({ dialog: "export" })),
  report: always(set({ dialog: "report" })),
  "remove-paper": when(
    (state) => state.paper !== null && writable(state),
    ({ library, paper }) => paper !== null && commit(texts().t("change.removePaper"), removePaperEdits(library, paper)),
  ),
  "accept-issues": when(
    (state) => state.paper !== null && writable(state),
    async ({ workbench, library, paper }) => {
      const suggested = paper === null ? [] : ((await attempt(() => workbench.suggestIssues({ paper }))) ?? []);
      if (suggested.length === 0) tell(texts().t("library.headingsKnown"));
      else await acceptIssues(library.issues, suggested);
    },
  ),
  undo: when(
    ({ server }) => server.undo !== null,
    ({ workbench }) => attempt(() => workbench.undo({})),
  ),
  redo: when(
    ({ server }) => server.redo !== null,
    ({ workbench }) => attempt(() => workbench.redo({})),
  ),
  "copy-quote": when(
    ({ range }) => range !== null,
    ({ host, content, range, library, paper }) => {
      const title = paper === null ? "" : (library.papers[paper]?.title ?? "");
      const quote = content === null || range === null ? "" : content.text.slice(range.start, range.end);
      return attempt(() => host.copy({ text: `“${quote}” (${title})` }));
    },
  ),
  "view-read": always(set({ view: "read" })),
  "view-claims": always(set({ view: "claims" })),
  "view-matrix": always(set({ view: "matrix" })),
  "show-text": show("text"),
  "show-pages": show("pages"),
  "show-both": show("both"),
  "zoom-in": onPages(() => zoomBy(1)),
  "zoom-out": onPages(() => zoomBy(-1)),
  "fit-width": onPages(() => zoomTo({ kind: "width" })),
  "fit-page": onPages(() => zoomTo({ kind: "page" })),
  "toggle-thumbnails": onPages(toggleThumbnails),
  "toggle-theme": always(({ theme }) => setTheme(theme === "dark" ? "light" : "dark")),
  palette: always(set({ dialog: "palette" })),
  keys: always(set({ dialog: "keys" })),
  filter: always(() => {
    useStore.setState({ filtering: true });
    requestAnimationFrame(() => document.getElementById("filter-text")?.focus());
  }),
  "next-claim": inReader(() => reader()?.step(1)),
  "previous-claim": inReader(() => reader()?.step(-1)),
  "focus-reader": inReader(() => reader()?.focus()),
  code: when((state) => state.range !== null && !state.composing && writable(state), set({ composing: true })),
  "select-sentence": inReader(() => reader()?.selectSentence(false)),
  "extend-sentence": inReader(() => reader()?.selectSentence(true)),
  "select-paragraph": inReader(() => reader()?.selectParagraph()),
  repeat: when(
    (state) => state.range !== null && state.last !== null && writable(state),
    () => reader()?.repeat(),
  ),
  "cycle-claims": when(
    (state) => state.selected !== null && state.view === "read" && reader()?.canCycle() === true,
    () => reader()?.cycle(),
  ),
  "delete-claim": when(
    (state) => state.selected !== null && writable(state),
    ({ library, paper, selected }) => {
      if (paper === null || selected === null || codedOne(library, paper, selected) === null) return undefined;
      useStore.setState({ selected: null });
      return commit(texts().t("change.deleteClaim"), removeAnnotationEdits(library, paper, selected));
    },
  ),
};

/** Run a command by its name; false when it cannot be run now. */
export function runCommand(id: CommandId): boolean {
  return handlers[id](useStore.getState(), true);
}
