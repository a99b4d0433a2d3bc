import { create } from "zustand";
import { apply, type Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { LibraryState } from "../../../shared/contract/workbench.ts";
import { recordTables } from "../../../shared/model/by-paper.ts";
import { type ChangeId, CoderId, LibraryId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import { shareStrings } from "../../../shared/model/share-strings.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { attempt, confirmChange } from "./shell.ts";
import { type UpkeepNews, upkeepAfter } from "./upkeep.ts";

/** The window's copy of the library, and what the workbench says about it. */
export type LibraryStore = Readonly<{
  server: LibraryState;
  library: Library;
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
  connected: true,
  saved: null,
}));

/** Whether the library may be edited. */
export function isWritable({ server }: Pick<LibraryStore, "server">): boolean {
  return server.access.mode === "write";
}

/** Read the whole library from the workbench. */
export async function readLibrary(): Promise<LibraryState> {
  const server = await getWorkbench().state({});
  const { annotations, positions } = server.library;
  shareStrings([...recordTables<object>(annotations), ...recordTables<object>(positions)]);
  useLibrary.setState({ server, library: server.library, connected: true });
  return server;
}

export function setUpkeep(news: UpkeepNews): void {
  useLibrary.setState(({ server }) => ({ server: { ...server, upkeep: upkeepAfter(server.upkeep, news) } }));
}

export function setDisconnected(): void {
  useLibrary.setState({ connected: false });
}

/** Apply a change to the window's copy with the same `apply`; what does not fit means that news were missed. */
export function takeChange(change: Change, undo: ChangeLabel | null, redo: ChangeLabel | null): void {
  const { library, server } = useLibrary.getState();
  const after = apply(library, change);
  const saved = texts().time(change.at);
  useLibrary.setState({ library: after, server: { ...server, undo, redo, version: change.id }, saved });
}

/**
 * Edit the library; a failure becomes a message. Once it is true, the window's own copy has the change, and it has been
 * confirmed on screen once: in the words of its label, or in better ones.
 */
export async function commit(
  label: ChangeLabel,
  edits: readonly Edit[],
  confirmation: () => string = () => texts().say(label),
): Promise<boolean> {
  if (edits.length === 0) return true;
  const change = await attempt(() => getWorkbench().commit({ label, edits: [...edits] }));
  if (change !== null) {
    await waitForNews(change.id);
    confirmChange(confirmation());
  }
  return change !== null;
}

/** How long to wait for the news of a change before the library is read again, in milliseconds. */
const newsTimeout = 2000;

/** The answer to a commit and the news of it arrive separately, in either order. Identifiers sort by time. */
async function waitForNews(change: ChangeId): Promise<void> {
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
