import { mkdir } from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";
import { apply, Change, invert } from "../../shared/change.ts";
import type { Edit } from "../../shared/edit.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import { ChangeId, CoderId, newId } from "../../shared/model/ids.ts";
import type { Library } from "../../shared/model/library.ts";
import type { Access, LibraryState, News } from "../../shared/workbench.ts";
import { hasCode } from "./files.ts";
import { type Entry, Journal, readJournal } from "./journal.ts";
import { type Lock, takeLock } from "./lock.ts";
import { papersOf, readState, writeState } from "./state-files.ts";
import { stacksOf } from "./undo.ts";

/** Changes between two snapshots written in the background. */
const snapshotEvery = 500;
/** How often a reader that may not write looks for new changes, in milliseconds. */
const followEvery = 300;

/** The one funnel: a library on disk, altered only by `commit`, which journals, applies and announces. */
export class LibraryStore {
  readonly folder: string;
  readonly access: Access;
  readonly notices: readonly string[];
  #library: Library;
  readonly #entries: Entry[];
  #last: number;
  readonly #coderName: string;
  readonly #lock: Lock;
  #journal: Journal | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<(news: News) => void>();
  readonly #unsaved: Set<string>;
  #sinceSnapshot = 0;
  readonly #follower: NodeJS.Timeout | null = null;
  readonly #coder: CoderId;
  #following = false;
  #closed = false;

  private constructor(folder: string, lock: Lock, state: Awaited<ReturnType<typeof readState>>, coder: string) {
    this.folder = folder;
    this.#lock = lock;
    this.#library = state.library;
    this.#entries = state.entries;
    this.#last = state.last;
    this.notices = state.notices;
    this.#unsaved = new Set(state.unsaved);
    this.#coderName = coder;
    this.#coder = Object.values(state.library.coders).find((one) => one.name === coder)?.id ?? newId(CoderId);
    this.access = lock.held ? { mode: "write" } : { mode: "read", reason: whyReadOnly(lock), holder: lock.holder };
    if (!lock.held) this.#follower = setInterval(() => void this.#follow(), followEvery);
  }

  /** Open or make the library in a folder. Throws `damaged` and touches nothing when it cannot be read whole. */
  static async open(folder: string, options: { program: string; coder?: string }): Promise<LibraryStore> {
    await mkdir(folder, { recursive: true }).catch(refuseFolder(folder));
    const lock = await takeLock(folder, options.program);
    try {
      const state = await readState(folder);
      // A new library keeps its identifier from now on.
      if (lock.held && state.last === 0) await writeState(folder, state.library, 0, []);
      return new LibraryStore(folder, lock, state, options.coder ?? userInfo().username);
    } catch (error) {
      if (lock.held) await lock.release();
      throw error;
    }
  }

  get library(): Library {
    return this.#library;
  }

  get coder(): CoderId {
    return this.#coder;
  }

  get changes(): readonly Entry[] {
    return this.#entries;
  }

  state(): LibraryState {
    return {
      library: this.#library,
      version: this.#entries.at(-1)?.change.id ?? null,
      coder: this.#coder,
      name: path.basename(this.folder),
      access: this.access,
      notices: this.notices,
      ...this.#labels(),
    };
  }

  subscribe(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** Alter the library. Returns after the change is on disk; throws and alters nothing when it does not fit. */
  commit(label: string, edits: readonly Edit[]): Promise<Change> {
    return this.#next(() => this.#write(label, edits, null));
  }

  /** Take back the newest change that still stands; null when there is none. */
  undo(): Promise<Change | null> {
    return this.#next(async () => {
      const change = stacksOf(this.#entries).undo.at(-1);
      return change ? this.#write(`Undo: ${change.label}`, invert(change.edits), change.id) : null;
    });
  }

  /** Do again what was last undone; null when there is nothing, or new work came after. */
  redo(): Promise<Change | null> {
    return this.#next(async () => {
      const change = stacksOf(this.#entries).redo.at(-1);
      return change ? this.#write(change.label.replace(/^Undo: /, ""), invert(change.edits), change.id) : null;
    });
  }

  /** Finish what is waiting, write the snapshot, give the library free. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#follower !== null) clearInterval(this.#follower);
    await this.#queue.catch(() => undefined);
    if (this.#journal !== null) await this.#snapshot();
    await this.#journal?.close();
    if (this.#lock.held) await this.#lock.release();
    this.#listeners.clear();
  }

  #next<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.catch(() => undefined).then(work);
    this.#queue = turn;
    return turn;
  }

  async #write(label: string, edits: readonly Edit[], undoes: ChangeId | null): Promise<Change> {
    if (this.access.mode === "read") throw new WorkbenchError("readOnly", this.access.reason);
    if (this.#closed) throw new WorkbenchError("readOnly", "This library is closed.");
    // What is written must be what can be read again.
    const change = Change.parse({
      id: newId(ChangeId),
      at: new Date().toISOString(),
      coder: this.#coder,
      label: label.slice(0, 300),
      edits: [...this.#ownCoder(edits, undoes), ...edits],
      undoes,
    });
    const after = apply(this.#library, change);
    const entry = { number: this.#last + 1, change };
    this.#journal ??= await Journal.open(path.join(this.folder, "journal"), this.#coder);
    await this.#journal.append(entry);
    this.#take(entry, after);
    if (++this.#sinceSnapshot >= snapshotEvery) await this.#snapshot();
    return change;
  }

  #ownCoder(edits: readonly Edit[], undoes: ChangeId | null): Edit[] {
    if (edits.some((edit) => edit.table === "coders" && edit.to?.id === this.#coder)) return [];
    if (undoes !== null || Object.hasOwn(this.#library.coders, this.#coder)) return [];
    return [{ table: "coders", from: null, to: { id: this.#coder, name: this.#coderName } }];
  }

  #take(entry: Entry, after: Library): void {
    this.#library = after;
    this.#entries.push(entry);
    this.#last = entry.number;
    for (const paper of papersOf(entry.change)) this.#unsaved.add(paper);
    this.announce({ kind: "change", change: entry.change, ...this.#labels() });
  }

  async #snapshot(): Promise<void> {
    const papers = [...this.#unsaved].filter((paper) => paper !== "");
    await writeState(this.folder, this.#library, this.#last, papers);
    this.#unsaved.clear();
    this.#sinceSnapshot = 0;
  }

  async #follow(): Promise<void> {
    if (this.#following) return;
    this.#following = true;
    try {
      const { entries } = await readJournal(path.join(this.folder, "journal"), this.#last);
      for (const entry of entries) if (!this.#closed) this.#take(entry, apply(this.#library, entry.change));
    } catch {
      // The writer may be in the middle of a line or of making a folder; the next look finds it whole.
    } finally {
      this.#following = false;
    }
  }

  #labels(): { undo: string | null; redo: string | null } {
    const { undo, redo } = stacksOf(this.#entries);
    return { undo: undo.at(-1)?.label ?? null, redo: redo.at(-1)?.label.replace(/^Undo: /, "") ?? null };
  }
}

function whyReadOnly(lock: Extract<Lock, { held: false }>): string {
  if (lock.holder === null) return "This library can only be read: its folder cannot be written.";
  const { program, host, pid, since } = lock.holder;
  return `This library can only be read: ${program} on ${host} (process ${pid}) has had it open since ${since.slice(0, 16).replace("T", " ")}.`;
}

function refuseFolder(folder: string): (error: unknown) => void {
  return (error) => {
    if (hasCode(error, "EROFS", "EACCES", "EPERM")) return;
    throw new WorkbenchError("invalid", `${folder} cannot be used as a library folder.`, error);
  };
}
