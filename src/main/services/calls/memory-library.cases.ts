import { apply, Change, invert } from "../../../shared/change/change.ts";
import { compareStates, countRecords } from "../../../shared/change/compare-states.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { type ChangeLabel, undoLabel, undoneLabel } from "../../../shared/change/label.ts";
import { difference, recordsOf } from "../../../shared/change/records.ts";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import type { Access, LibraryState, News, Upkeep } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { ChangeId, CoderId, LibraryId, newId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import type { ChangeHistory, LibraryStore } from "../store/library-store.ts";
import type { Maintenance } from "./context.ts";

type Entry = Readonly<{ change: Change; undoes: number | null }>;

/** A library that is kept in memory only: a second implementation of `LibraryStore` beside the one in a folder. */
export class MemoryLibrary implements LibraryStore {
  readonly coder = newId(CoderId);
  readonly access: Access = { mode: "write" };
  readonly past: ChangeHistory;
  readonly #entries: Entry[] = [];
  readonly #listeners = new Set<(news: News) => void>();
  #library = emptyLibrary(newId(LibraryId));
  #upkeep: LibraryState["upkeep"] = {};
  #notices: readonly Message[] = [];
  #coderName = "Ada";
  #undo: number[] = [];
  #redo: number[] = [];

  constructor() {
    const entries = this.#entries;
    this.past = {
      async *backwards() {
        for (let number = entries.length; number > 0; number--) {
          const change = entries[number - 1]?.change;
          if (change !== undefined) yield { number, change };
        }
      },
    };
  }

  get library(): Library {
    return this.#library;
  }

  get last(): number {
    return this.#entries.length;
  }

  state(): LibraryState {
    const { library, coder, access, last } = this;
    const version = this.#entries.at(-1)?.change.id ?? null;
    const about = { damaged: false, notices: this.#notices, upkeep: this.#upkeep, ...this.#labels() };
    const named = { coderName: this.#coderName, isCoderNamed: true };
    return { library, version, last, coder, ...named, name: "memory", folder: "memory", access, ...about };
  }

  subscribe(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  addNotices(sentences: readonly Message[]): void {
    this.#notices = [...this.#notices, ...sentences];
  }

  reportUpkeep(work: Upkeep, reason: Message | null): void {
    this.#upkeep = reason === null ? {} : { [work]: reason };
    this.announce({ kind: "upkeep", work, reason });
  }

  async commit(label: ChangeLabel, edits: readonly Edit[]): Promise<Change> {
    const own = Object.hasOwn(this.#library.coders, this.coder) ? [] : [this.#ownCoder()];
    const change = this.#compose(label, [...own, ...edits], null);
    this.#take({ change, undoes: null });
    return change;
  }

  async nameCoder(name: string): Promise<void> {
    const { [this.coder]: known, ...others } = this.#library.coders;
    if (Object.values(others).some((coder) => coder.name === name))
      throw new WorkbenchError("conflict", message("coder.nameTaken", { name }));
    if (known !== undefined)
      await this.commit(message("change.coderName", { name }), [
        { table: "coders", from: known, to: { ...known, name } },
      ]);
    this.#coderName = name;
  }

  undo(): Promise<Change | null> {
    return this.#invert(this.#undo.at(-1), undoLabel);
  }

  redo(): Promise<Change | null> {
    return this.#invert(this.#redo.at(-1), undoneLabel);
  }

  async adopt(changes: readonly Change[]): Promise<void> {
    this.#mustBeNew();
    for (const change of changes) {
      const undone = this.#entries.findIndex((entry) => entry.change.id === change.undoes);
      this.#take({ change, undoes: undone < 0 ? null : undone + 1 });
    }
  }

  async becomeCopyOf(id: LibraryId): Promise<void> {
    this.#mustBeNew();
    this.#library = { ...this.#library, id };
  }

  #mustBeNew(): void {
    if (this.last > 0) throw new WorkbenchError("conflict", message("library.notEmpty"));
  }

  #ownCoder(): Edit {
    return { table: "coders", from: null, to: { id: this.coder, name: this.#coderName } };
  }

  async #invert(number: number | undefined, labelled: (change: Change) => ChangeLabel): Promise<Change | null> {
    const undone = this.#entries[(number ?? 0) - 1]?.change;
    if (number === undefined || undone === undefined) return null;
    const change = this.#compose(labelled(undone), invert(undone.edits), undone.id);
    this.#take({ change, undoes: number });
    return change;
  }

  #compose(label: ChangeLabel, edits: readonly Edit[], undoes: ChangeId | null): Change {
    const about = { id: newId(ChangeId), at: new Date().toISOString(), coder: this.coder, undoes };
    return Change.parse({ ...about, label, edits });
  }

  #take(entry: Entry): void {
    this.#library = apply(this.#library, entry.change);
    this.#entries.push(entry);
    const number = this.#entries.length;
    if (entry.undoes === null) [this.#undo, this.#redo] = [[...this.#undo, number], []];
    else if (this.#undo.at(-1) === entry.undoes) {
      this.#undo.pop();
      this.#redo.push(number);
    } else {
      this.#redo.pop();
      this.#undo.push(number);
    }
    this.announce({ kind: "change", number, change: entry.change, ...this.#labels() });
  }

  #labels(): { undo: ChangeLabel | null; redo: ChangeLabel | null } {
    const find = (number = 0): Change | undefined => this.#entries[number - 1]?.change;
    const redo = find(this.#redo.at(-1));
    return { undo: find(this.#undo.at(-1))?.label ?? null, redo: redo === undefined ? null : undoneLabel(redo) };
  }
}

/** What looks after a library in memory: it has no files that could be damaged, and its backups go with it. */
export function memoryMaintenance(store: LibraryStore): Maintenance {
  const kept: (Backup & { records: Edit[] })[] = [];
  const described = ({ name, at, bytes }: Backup): Backup => ({ name, at, bytes });
  const chosen = (name: string | undefined): (typeof kept)[number] => {
    const found = kept.find((backup) => name === undefined || backup.name === name);
    if (found === undefined) throw new WorkbenchError("missing", message("backup.missing"));
    return found;
  };
  return {
    verify: async () => ({ ok: true, problems: [] }),
    backup: async () => {
      const time = new Date().toISOString();
      const records = recordsOf(store.library);
      const made = { name: `${kept.length}`, at: time, bytes: records.length, records };
      kept.unshift(made);
      return described(made);
    },
    backups: async () => kept.map(described),
    backupPlace: async () => null,
    forgetBackupPlace: async () => null,
    previewRestore: async ({ backup: name }) => {
      const { records, ...backup } = chosen(name);
      const compared = compareStates(recordsOf(store.library), records);
      return { ...compared, backup, has: countRecords(records), repair: null, sentences: [] };
    },
    restore: async ({ backup: name }) => {
      const found = chosen(name);
      await store.commit("Restore", difference(recordsOf(store.library), found.records));
      return described(found);
    },
    repair: async () => {
      throw new WorkbenchError("invalid", message("library.notDamaged"));
    },
    conflicts: async () => [],
    mergeConflicts: async () => ({ merged: 0, refused: [] }),
  };
}
