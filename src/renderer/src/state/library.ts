import { create } from "zustand";
import { apply, paperOf } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { type ChangeLabel, doneLabel } from "../../../shared/change/label.ts";
import type { LibraryState, News } from "../../../shared/contract/workbench.ts";
import { recordTables } from "../../../shared/model/by-paper.ts";
import { type ChangeId, CoderId, LibraryId, PaperId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import { shareStrings } from "../../../shared/model/share-strings.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { type Loading, RecordLoader } from "./record-loader.ts";
import { attempt, confirmChange, showMessage } from "./shell.ts";
import { type UpkeepNews, upkeepAfter } from "./upkeep.ts";

/** The window's copy of the library, and what the workbench says about it. */
export type LibraryStore = Readonly<{
  server: LibraryState;
  /** While `loading`, annotations are those of the papers that have been opened only. */
  library: Library;
  /** How far the annotations of a large library have come; null when all are there. */
  loading: Loading | null;
  /** False while the library cannot be reached. */
  connected: boolean;
  /** The time of the last change, as people read it; null before the first. */
  saved: string | null;
}>;

const nil = "00000000-0000-0000-0000-000000000000";
const nothing = emptyLibrary(LibraryId.parse(nil));

/** Empty until `readLibrary` has filled it. */
export const useLibrary = create<LibraryStore>(() => ({
  server: {
    library: nothing,
    version: null,
    last: 0,
    coder: CoderId.parse(nil),
    coderName: "",
    isCoderNamed: true,
    folder: "",
    name: "",
    access: { mode: "write" },
    damaged: false,
    notices: [],
    upkeep: {},
    undo: null,
    redo: null,
  },
  library: nothing,
  loading: null,
  connected: true,
  saved: null,
}));

/** Whether the library may be edited. */
export function isWritable({ server }: Pick<LibraryStore, "server">): boolean {
  return server.access.mode === "write";
}

type ChangeNews = Omit<Extract<News, { kind: "change" }>, "kind">;

/** Gets what is missing of a large library; null when all is there. */
let loader: RecordLoader | null = null;
/** How many answers with the library are waited for. News wait as well, since they may be newer than the answer. */
let reads = 0;
let waiting: ChangeNews[] = [];

/**
 * Read the library from the workbench. It is done when the paper that is open, or was read last, can be shown with its
 * annotations; those of other papers may come later (`loading`).
 */
export async function readLibrary(): Promise<LibraryState> {
  const paper = PaperId.safeParse(localStorage.getItem("paper")).data;
  reads++;
  try {
    const { state, missing } = await getWorkbench().opening(paper === undefined ? {} : { paper });
    const { annotations, positions } = state.library;
    shareStrings([...recordTables<object>(annotations), ...recordTables<object>(positions)]);
    loader?.stop();
    loader = missing.length === 0 ? null : newLoader(state, missing);
    useLibrary.setState({
      server: state,
      library: state.library,
      loading: loader?.progress ?? null,
      connected: true,
    });
    if (mayLoad) loader?.start();
    return state;
  } finally {
    if (--reads === 0) takeWaiting();
  }
}

let mayLoad = false;

/** Get the rest of the library from now on: the first paper that is read comes before it. */
export function loadRest(): void {
  if (mayLoad) return;
  mayLoad = true;
  loader?.start();
}

function newLoader({ library, last }: LibraryState, missing: readonly PaperId[]): RecordLoader {
  let since = performance.now();
  const rest = async (milliseconds: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    since = performance.now();
  };
  const own = new RecordLoader(library, last, missing, {
    ask: (papers) =>
      getWorkbench()
        .paperRecords({ papers })
        .catch((error: unknown) => {
          // A lost connection is shown already; whatever else fails would only look like a long wait.
          if (loader === own && useLibrary.getState().connected) showMessage(texts().failure(error), true);
          throw error;
        }),
    onChange: () => {
      if (loader !== own) return;
      if (own.progress === null) loader = null;
      useLibrary.setState({ library: own.library, loading: own.progress });
    },
    pause: () => (performance.now() - since < longestWork ? undefined : rest(0)),
    waitToRetry: () => rest(retryDelay),
  });
  return own;
}

/** How long the window works on what arrives before keys and drawing get their turn, in milliseconds. */
const longestWork = 8;
/** How long until records are asked for again after a failure, in milliseconds. */
const retryDelay = 1000;

/** Wait for a paper's annotations where they have not come yet. Throws when they cannot be had. */
export async function loadPaper(paper: string): Promise<void> {
  await loader?.show(paper);
}

/** Wait until all annotations are there. */
export function whenLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (useLibrary.getState().loading === null) return resolve();
    const stop = useLibrary.subscribe(({ loading }) => {
      if (loading !== null) return;
      stop();
      resolve();
    });
  });
}

function takeWaiting(): void {
  const news = waiting;
  waiting = [];
  try {
    for (const change of news) takeChange(change);
  } catch {
    void attempt(readLibrary);
  }
}

export function setUpkeep(news: UpkeepNews): void {
  useLibrary.setState(({ server }) => ({ server: { ...server, upkeep: upkeepAfter(server.upkeep, news) } }));
}

/** The coder who works has chosen a name. */
export function setCoderName(coderName: string): void {
  useLibrary.setState(({ server }) => ({ server: { ...server, coderName, isCoderNamed: true } }));
}

export function setDisconnected(): void {
  useLibrary.setState({ connected: false });
}

/**
 * Apply a change to the window's copy with the same `apply`. Throws when it does not fit or one is missing before it:
 * then news were missed.
 */
export function takeChange(news: ChangeNews): void {
  if (reads > 0) {
    waiting.push(news);
    return;
  }
  const { number, change, undo, redo } = news;
  const { library, server } = useLibrary.getState();
  if (number <= server.last) return;
  if (number > server.last + 1) throw new RangeError(`Change ${server.last + 1} has not been heard of.`);
  const after = loader === null ? apply(library, change) : loader.takeChange(number, change);
  const loading = loader?.progress ?? null;
  if (loading === null) loader = null;
  const about = { undo, redo, version: change.id, last: number };
  useLibrary.setState({ library: after, loading, server: { ...server, ...about }, saved: texts().time(change.at) });
}

/**
 * Edit the library; a failure becomes a message. Once it is true, the window's own copy has the change, and it has been
 * confirmed on screen once, as done: in the words of its label, or in better ones.
 */
export async function commit(
  label: ChangeLabel,
  edits: readonly Edit[],
  confirmation: () => string = () => texts().say(doneLabel(label)),
): Promise<boolean> {
  if (edits.length === 0) return true;
  const change = await attempt(async () => {
    for (const paper of new Set(edits.map(paperOf))) if (paper !== null) await loadPaper(paper);
    return getWorkbench().commit({ label, edits: [...edits] });
  });
  if (change !== null) {
    await waitForNews(change.id);
    confirmChange(confirmation());
  }
  return change !== null;
}

/** How long to wait for the news of a change before the library is read again, in milliseconds. */
const newsTimeout = 2000;

/** The answer to a commit and the news of it arrive separately, in either order. Identifiers sort by time. */
export async function waitForNews(change: ChangeId): Promise<void> {
  const isThere = (): boolean => (useLibrary.getState().server.version ?? "") >= change;
  if (isThere()) return;
  const there = await new Promise<boolean>((resolve) => {
    const end = (came: boolean): void => {
      clearTimeout(late);
      stop();
      resolve(came);
    };
    const late = setTimeout(() => end(false), newsTimeout);
    const stop = useLibrary.subscribe(() => isThere() && end(true));
  });
  if (!there) await attempt(readLibrary);
}
