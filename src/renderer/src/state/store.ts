import { create } from "zustand";
import { apply, type Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Host } from "../../../shared/contract/host.ts";
import type { LibraryState, News, Workbench } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { paperTables } from "../../../shared/model/by-paper.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId, ChangeId, IssueId, PaperId, StanceId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/model/query.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { shareStrings } from "../../../shared/model/share-strings.ts";
import { labelled } from "../../../shared/papers/page-labels.ts";
import { texts } from "../i18n/texts.ts";
import { go, type NavigationPlace, pushPlace } from "./navigation-history.ts";
import { reader } from "./reader-control.ts";
import { wordsOfDraft } from "./saved-draft.ts";
import { upkeepAfter, upkeepTexts } from "./upkeep.ts";

export type View = "library" | "read" | "claims" | "matrix" | "search" | "report" | "codebook" | "history";
export type DialogName =
  | "record"
  | "export"
  | "report"
  | "keys"
  | "palette"
  | "settings"
  | "link"
  | "follow"
  | "tour"
  | "keeping"
  | "page-labels"
  | null;
export type LastPosition = Readonly<{ issue: IssueId; stance: StanceId; strength: number | null }>;
export type LastCoding = Readonly<{ positions: readonly LastPosition[]; actor: string }>;

export type State = Readonly<{
  workbench: Workbench;
  host: Host;
  server: LibraryState;
  library: Library;
  paper: PaperId | null;
  content: PaperContent | null;
  selected: AnnotationId | null;
  /** The words the reader has selected, offsets of the canonical text. */
  range: TextRange | null;
  /** Words selected before that go into the same claim. */
  added: readonly TextRange[];
  composing: boolean;
  /** The annotation the composer alters; null when it makes a new one. */
  editing: AnnotationId | null;
  /** The key that opened the composer, when it means an issue or a stance. */
  composeKey: string | null;
  /** The issues used last, newest first, at most five. */
  recent: readonly IssueId[];
  /** The names of the actors used last, newest first, at most five. */
  recentActors: readonly string[];
  query: Query;
  /** The filter bar is wanted over the paper too. */
  filtering: boolean;
  view: View;
  dialog: DialogName;
  /** False while the library cannot be reached. */
  connected: boolean;
  message: Readonly<{ text: string; bad: boolean }> | null;
  progress: Readonly<{ job: string; label: string | Message; done: number; total: number }> | null;
  last: LastCoding | null;
  saved: string | null;
  /** A place the reader is to show as soon as its paper is there. */
  goal: Readonly<{
    paper: PaperId;
    start: number;
    focus: boolean /** The words to select and go on coding. */;
    end?: number;
  }> | null;
  /** A password that an import waits for. */
  asked: Readonly<{ name: string; why: string; answer: (password: string | null) => void }> | null;
}>;

/** The one store of the window. Features read it with `useStore` and act through the functions below. */
export const useStore = create<State>(() => ({}) as State);

/** Fill the store from the workbench and keep it in step with the news. */
export async function begin(workbench: Workbench, host: Host): Promise<void> {
  const server = await read(workbench);
  useStore.setState({
    workbench,
    host,
    server,
    library: server.library,
    paper: null,
    content: null,
    selected: null,
    range: null,
    added: [],
    composing: false,
    editing: null,
    composeKey: null,
    recent: [],
    recentActors: [],
    query: {},
    filtering: false,
    view: "read",
    // What can be done about a damaged library stands there.
    dialog: server.damaged ? "keeping" : null,
    connected: true,
    message: server.notices[0] === undefined ? null : { text: server.notices.map(texts().say).join(" "), bad: false },
    progress: null,
    last: null,
    saved: null,
    goal: null,
    asked: null,
  });
  workbench.subscribe((news) => void onNews(news));
  const first = Object.keys(server.library.papers)[0];
  const wanted = localStorage.getItem("paper") ?? first;
  const paper =
    Object.values(server.library.papers).find((one) => one.id === wanted) ?? Object.values(server.library.papers)[0];
  if (paper !== undefined) await openPaper(paper.id);
  const written = wordsOfDraft();
  if (written !== null && written.paper === paper?.id)
    useStore.setState({ goal: { ...written, paper: paper.id, focus: false } });
}

async function read(workbench: Workbench): Promise<LibraryState> {
  const state = await workbench.state({});
  const { annotations, positions } = state.library;
  shareStrings([...paperTables<object>(annotations), ...paperTables<object>(positions)].map(([, table]) => table));
  return state;
}

async function onNews(news: News): Promise<void> {
  if (news.kind === "progress") useStore.setState({ progress: news.done >= news.total ? null : news });
  else if (news.kind === "lost") useStore.setState({ connected: false });
  else if (news.kind === "reload") await reload(news.reason);
  else if (news.kind === "unsaved") showUnsaved(news.reason, news.waiting);
  else if (news.kind === "upkeep") showUpkeep(news);
  else take(news.change, news.undo, news.redo);
}

/** Say that the disk does not take changes, and when it does again. */
function showUnsaved(why: Message | null, waiting: number): void {
  const { t, say } = texts();
  const text = why === null ? t("shell.savedAgain") : t("shell.unsaved", { why: say(why), waiting });
  useStore.setState({ message: { text, bad: why !== null } });
}

/** Show that the daily backup or a snapshot failed; the status line and the history keep showing it until one works. */
function showUpkeep(news: Extract<News, { kind: "upkeep" }>): void {
  const { server } = useStore.getState();
  const upkeep = upkeepAfter(server.upkeep, news);
  useStore.setState({ server: { ...server, upkeep } });
  const failed = upkeepTexts(upkeep, texts()).find(({ work }) => work === news.work);
  if (failed !== undefined) useStore.setState({ message: { text: failed.full, bad: true } });
}

/** Apply a change to the window's own copy, with the same `apply`; anything that does not fit means that news were missed. */
function take(change: Change, undo: ChangeLabel | null, redo: ChangeLabel | null): void {
  const { library, server, paper } = useStore.getState();
  try {
    const after = apply(library, change);
    const saved = texts().time(change.at);
    useStore.setState({ library: after, server: { ...server, undo, redo, version: change.id }, saved });
    relabel();
    if (paper !== null && after.papers[paper] === undefined)
      useStore.setState({ paper: null, content: null, selected: null });
  } catch {
    void reload();
  }
}

async function reload(reason?: Message): Promise<void> {
  const server = await read(useStore.getState().workbench);
  const { connected } = useStore.getState();
  useStore.setState({ server, library: server.library, connected: true });
  // A program that ended never tells the end of its work.
  if (!connected)
    useStore.setState({
      progress: null,
      message: reason === undefined ? null : { text: texts().say(reason), bad: false },
    });
  relabel();
}

/** Give the pages on the screen the labels that the library says now. */
function relabel(): void {
  const { library, paper, content } = useStore.getState();
  const record = paper === null ? undefined : library.papers[paper];
  if (record === undefined || content === null) return;
  const fresh = labelled(content, record.labels);
  if (fresh !== content) useStore.setState({ content: fresh });
}

/** Show a paper in the reader, at the place where it was left unless an annotation is to be shown. */
export async function openPaper(paper: PaperId, selected: AnnotationId | null = null): Promise<void> {
  const before = useStore.getState();
  const caret = reader()?.caret();
  if (before.paper !== null && caret !== undefined && (before.paper !== paper || selected !== null))
    pushPlace({ paper: before.paper, start: caret, selected: before.selected });
  if (!(await show(paper))) return;
  useStore.setState({ selected, view: "read" });
  if (before.paper !== paper && selected === null)
    useStore.setState({ goal: { paper, start: savedPlace(paper), focus: false } });
}

let looking: ReturnType<typeof setTimeout> | undefined;

/** Show an annotation in the inspector without leaving the view; while one goes quickly from one to the next, only the last. */
export function inspect(paper: PaperId, selected: AnnotationId): void {
  clearTimeout(looking);
  looking = setTimeout(() => void show(paper).then((shown) => shown && useStore.setState({ selected })), 80);
}

async function show(paper: PaperId): Promise<boolean> {
  const before = useStore.getState();
  localStorage.setItem("paper", paper);
  if (before.paper === paper) return true;
  const content = await attempt(() => before.workbench.content({ paper }));
  if (content === null) return false;
  useStore.setState({ paper, content, range: null, added: [], composing: false, editing: null });
  return true;
}

/** Show a place of a paper, an offset of its canonical text. */
export async function goTo(paper: PaperId, start: number): Promise<void> {
  const { paper: from, selected } = useStore.getState();
  const caret = reader()?.caret();
  if (from !== null && caret !== undefined) pushPlace({ paper: from, start: caret, selected });
  await arrive({ paper, start, selected: null });
}

/** Go back (-1) or forward (1) along the places that jumps began at. */
export async function navigate(direction: 1 | -1): Promise<void> {
  const { paper, selected } = useStore.getState();
  const place = paper === null ? null : go(direction, { paper, start: reader()?.caret() ?? 0, selected });
  if (place !== null) await arrive(place);
}

async function arrive({ paper, start, selected }: NavigationPlace): Promise<void> {
  if (useStore.getState().library.papers[paper] === undefined || !(await show(paper))) return;
  useStore.setState({ selected, view: "read", goal: { paper, start, focus: true } });
}

/** Remember how far a paper has been read, an offset of its canonical text. */
export function savePlace(paper: PaperId, start: number): void {
  localStorage.setItem(`place:${paper}`, String(start));
}

function savedPlace(paper: PaperId): number {
  return Number(localStorage.getItem(`place:${paper}`)) || 0;
}

/** Alter the library; a failure becomes a message. Once it is true, the window's own copy has the change. */
export async function commit(label: ChangeLabel, edits: readonly Edit[]): Promise<boolean> {
  if (edits.length === 0) return true;
  const change = await attempt(() => useStore.getState().workbench.commit({ label, edits: [...edits] }));
  if (change !== null) await waitForNews(change.id);
  return change !== null;
}

/** How long the news of a change are waited for, in milliseconds, before the library is read anew. */
const patience = 2000;

/** The answer to a commit and the news of it come on two ways, in either order. Identifiers sort by time. */
async function waitForNews(change: ChangeId): Promise<void> {
  const isThere = (): boolean => (useStore.getState().server.version ?? "") >= change;
  if (isThere()) return;
  const there = await new Promise<boolean>((resolve) => {
    const end = (came: boolean): void => {
      clearTimeout(late);
      stop();
      resolve(came);
    };
    const late = setTimeout(() => end(false), patience);
    const stop = useStore.subscribe(() => isThere() && end(true));
  });
  if (!there) await attempt(() => reload());
}

/** The value of some work, or null after its failure has been told in one sentence. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    useStore.setState({ message: { text: texts().failure(error), bad: true } });
    return null;
  }
}

export function showMessage(text: string): void {
  useStore.setState({ message: { text, bad: false } });
}
