import { create } from "zustand";
import { apply, type Change } from "../../../shared/change.ts";
import type { Edit } from "../../../shared/edit.ts";
import type { Host } from "../../../shared/host.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId, IssueId, PaperId, StanceId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { LibraryState, News, Query, Workbench } from "../../../shared/workbench.ts";
import { texts } from "../i18n/texts.ts";

export type View = "read" | "claims" | "matrix";
export type Theme = "light" | "dark";
export type Dialog = "export" | "report" | "keys" | "palette" | null;
export type LastCoding = Readonly<{ issue: IssueId; stance: StanceId; actor: string }>;

export type State = Readonly<{
  workbench: Workbench;
  host: Host;
  server: LibraryState;
  library: Library;
  paper: PaperId | null;
  content: PaperContent | null;
  selected: AnnotationId | null;
  /** The words the reader has selected, offsets of the canonical text. */
  range: Readonly<{ start: number; end: number }> | null;
  composing: boolean;
  query: Query;
  /** The filter bar is wanted over the paper too. */
  filtering: boolean;
  view: View;
  theme: Theme;
  dialog: Dialog;
  message: Readonly<{ text: string; bad: boolean }> | null;
  progress: Readonly<{ job: string; label: string; done: number; total: number }> | null;
  last: LastCoding | null;
  saved: string | null;
  /** A place the reader is to show as soon as its paper is there. */
  goal: Readonly<{ paper: PaperId; start: number }> | null;
  /** A password that an import waits for. */
  asked: Readonly<{ name: string; why: string; answer: (password: string | null) => void }> | null;
}>;

/** The one store of the window. Features read it with `useStore` and act through the functions below. */
export const useStore = create<State>(() => ({}) as State);

/** Fill the store from the workbench and keep it in step with the news. */
export async function begin(workbench: Workbench, host: Host): Promise<void> {
  const server = await workbench.state({});
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light");
  dark.addEventListener("change", ({ matches }) => {
    if (localStorage.getItem("theme") === null) useStore.setState({ theme: matches ? "dark" : "light" });
  });
  useStore.setState({
    workbench,
    host,
    server,
    library: server.library,
    paper: null,
    content: null,
    selected: null,
    range: null,
    composing: false,
    query: {},
    filtering: false,
    view: "read",
    theme: theme === "dark" ? "dark" : "light",
    dialog: null,
    message: server.notices[0] === undefined ? null : { text: server.notices.join(" "), bad: false },
    progress: null,
    last: null,
    saved: null,
    goal: null,
    asked: null,
  });
  workbench.subscribe((news) => void hear(news));
  const first = Object.keys(server.library.papers)[0];
  const wanted = localStorage.getItem("paper") ?? first;
  const paper =
    Object.values(server.library.papers).find((one) => one.id === wanted) ?? Object.values(server.library.papers)[0];
  if (paper !== undefined) await openPaper(paper.id);
}

async function hear(news: News): Promise<void> {
  if (news.kind === "progress") useStore.setState({ progress: news.done >= news.total ? null : news });
  else if (news.kind === "reload") await reload();
  else take(news.change, news.undo, news.redo);
}

/** Apply a change to the window's own copy, with the same `apply`; anything that does not fit means that news were missed. */
function take(change: Change, undo: string | null, redo: string | null): void {
  const { library, server, paper } = useStore.getState();
  try {
    const after = apply(library, change);
    const saved = texts().time(change.at);
    useStore.setState({ library: after, server: { ...server, undo, redo, version: change.id }, saved });
    if (paper !== null && after.papers[paper] === undefined)
      useStore.setState({ paper: null, content: null, selected: null });
  } catch {
    void reload();
  }
}

async function reload(): Promise<void> {
  const server = await useStore.getState().workbench.state({});
  useStore.setState({ server, library: server.library });
}

/** Show a paper in the reader. */
export async function openPaper(paper: PaperId, selected: AnnotationId | null = null): Promise<void> {
  const before = useStore.getState();
  localStorage.setItem("paper", paper);
  if (before.paper !== paper) {
    const content = await attempt(() => before.workbench.content({ paper }));
    if (content === null) return;
    useStore.setState({ paper, content, range: null, composing: false });
  }
  useStore.setState({ selected, view: "read" });
}

/** Show a place of a paper, an offset of its canonical text. */
export async function goTo(paper: PaperId, start: number): Promise<void> {
  await openPaper(paper);
  useStore.setState({ goal: { paper, start } });
}

/** Alter the library; a failure becomes a message. */
export async function commit(label: string, edits: readonly Edit[]): Promise<boolean> {
  if (edits.length === 0) return true;
  return (await attempt(() => useStore.getState().workbench.commit({ label, edits: [...edits] }))) !== null;
}

/** The value of some work, or null after its failure has been told in one sentence. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    useStore.setState({ message: { text: error instanceof Error ? error.message : String(error), bad: true } });
    return null;
  }
}

export function tell(text: string): void {
  useStore.setState({ message: { text, bad: false } });
}

export function setTheme(theme: Theme): void {
  localStorage.setItem("theme", theme);
  useStore.setState({ theme });
}
