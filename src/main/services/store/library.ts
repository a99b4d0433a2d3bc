import path from "node:path";
import { Change, invert } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { type ChangeLabel, fittingLabel, undoLabel, undoneLabel } from "../../../shared/change/label.ts";
import type { Access, LibraryState, News, Upkeep } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { ChangeId, type CoderId, type LibraryId, newId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type Disk, realDisk, upkeepSentence } from "../files/disk.ts";
import { folderDisk } from "../files/folder-disk.ts";
import { pauses } from "../files/pause.ts";
import { libraryDisk } from "../files/sharing.ts";
import { accessOf, refuseFolder } from "./access.ts";
import { Compactor } from "./compact.ts";
import type { FileStore } from "./file-store.ts";
import { Follower } from "./follow.ts";
import type { PastChanges } from "./history.ts";
import { Journal } from "./journal.ts";
import type { JournalOffset } from "./journal-chain.ts";
import type { JournalEntry } from "./journal-line.ts";
import { readOlder } from "./journal-read.ts";
import type { HeldLock, Lock } from "./lock.ts";
import { NewsDesk } from "./news-desk.ts";
import { applyEntry, type OpenState, openWithLock, type Replaced, readState, type StoreState, tipOf } from "./open.ts";
import { OwnCoder } from "./own-coder.ts";
import { putBack, undoingOf } from "./put-back.ts";
import { replaceFiles } from "./replace.ts";
import { finishSession, type Session, undoIn } from "./session.ts";
import { writeSnapshot } from "./state-files.ts";
import { type Sizes, type StoreOptions, usualSizes } from "./store-options.ts";
import { type Tip, TipWriter } from "./tip.ts";
import { Turns } from "./turns.ts";

/** The one funnel: a library on disk, changed only by `commit`, which journals, applies and announces. */
export class FileLibrary implements FileStore {
  readonly folder: string;
  readonly disk: Disk;
  readonly #lock: Lock;
  readonly #patience: number;
  readonly #sizes: Required<Sizes>;
  readonly #coder: OwnCoder;
  readonly #news = new NewsDesk();
  #session: Session;
  #access: Access;
  #notices: readonly Message[];
  listed: boolean;
  /** The last change in library.json, null while it is not written. */
  #snapshot: number | null;
  /** What is on disk. */
  #stand: StoreState;
  /** What will be there when everything that waits for the disk is. */
  #head: StoreState;
  #follower: Follower | null = null;
  readonly #turns = new Turns();
  readonly #noting: Promise<void> | undefined;
  #closed = false;

  private constructor(folder: string, lock: Lock, found: OpenState, options: StoreOptions) {
    this.folder = folder;
    this.disk = options.disk ?? realDisk;
    this.#lock = lock;
    this.#patience = options.patience ?? 0;
    this.#sizes = { ...usualSizes, ...options.sizes };
    this.#stand = this.#head = found;
    this.#snapshot = found.snapshot;
    this.listed = found.stated?.listed ?? false;
    this.#notices = found.notices;
    this.#coder = new OwnCoder(found.library, options.coder);
    this.#access = accessOf(lock, found.trouble);
    this.#session = this.#begin(found);
    if (!lock.held) this.#follower = this.#follow(found);
    found.known.whenMistaken(() => this.#doubt());
    if (found.trouble === null) this.#noting = found.known.save(this.#sizes.knownFrom);
  }

  /**
   * Open or make the library in a folder. What cannot be read whole is opened for reading and never written over.
   * Throws when a newer Stancemark made it.
   */
  static async open(folder: string, options: StoreOptions): Promise<FileLibrary> {
    const given = options.disk ?? (await libraryDisk(folder));
    await given.makeFolder(folder).catch(refuseFolder(folder));
    const disk = folderDisk(folder, given);
    const { lock, found } = await openWithLock(folder, options.program, disk);
    return new FileLibrary(folder, lock, found, { ...options, disk });
  }

  get library(): Library {
    return this.#stand.library;
  }

  get coder(): CoderId {
    return this.#coder.id;
  }

  get access(): Access {
    return this.#access;
  }

  /** The changes there were. */
  get past(): PastChanges {
    return this.#session.past;
  }

  /** Why the library is not whole; null when it is. */
  get trouble(): Message | null {
    return this.#session.trouble;
  }

  async check(): Promise<void> {
    if (!this.#lock.held) return;
    await this.disk.stat(this.folder);
    await this.#session.journal?.check();
  }

  /** Where in the journal the newest change ends; null when there is none. */
  get position(): JournalOffset | null {
    return this.#stand.position;
  }

  get last(): number {
    return this.#stand.last;
  }

  underWay(): Promise<unknown> | undefined {
    return this.#turns.underWay();
  }

  state(): LibraryState {
    const { library, version, last, redo } = this.#stand;
    const name = path.basename(this.folder);
    const damaged = this.trouble !== null;
    return {
      library,
      version,
      last,
      coder: this.coder,
      coderName: this.#coder.name,
      isCoderNamed: this.#coder.isNamed,
      folder: path.resolve(this.folder),
      name,
      access: this.access,
      damaged,
      notices: this.#notices,
      upkeep: this.#news.upkeep,
      undo: undoIn(this.#session, this.#stand),
      redo,
    };
  }

  addNotices(sentences: readonly Message[]): void {
    this.#notices = [...this.#notices, ...sentences];
  }

  reportUpkeep(work: Upkeep, reason: Message | null): void {
    this.#news.reportUpkeep(work, reason);
  }

  subscribe(listener: (news: News) => void): () => void {
    return this.#news.subscribe(listener);
  }

  announce(news: News): void {
    this.#news.announce(news);
  }

  commit(label: ChangeLabel, edits: readonly Edit[]): Promise<Change> {
    return this.#turns.take(() => this.#submit(this.#compose(label, edits, null), null));
  }

  async nameCoder(name: string): Promise<void> {
    this.#mayWrite();
    const edits = this.#coder.renaming(this.#head.library, name);
    if (edits.length > 0) await this.commit(message("change.coderName", { name }), edits);
    this.#coder.rename(name);
  }

  async adopt(changes: readonly Change[]): Promise<void> {
    if (this.#head.last > 0) throw new WorkbenchError("conflict", message("library.notEmpty"));
    const numbers = new Map(changes.map((change, index) => [change.id, index + 1]));
    const undone = (change: Change): number | null =>
      change.undoes === null ? null : (numbers.get(change.undoes) ?? null);
    await Promise.all(changes.map((change) => this.#turns.take(() => this.#submit(change, undone(change)))));
  }

  async becomeCopyOf(id: LibraryId): Promise<void> {
    await this.#turns.take(async () => {
      if (this.#head.last > 0) throw new WorkbenchError("conflict", message("library.notEmpty"));
      this.#mayWrite();
      this.#stand = this.#head = { ...this.#head, history: null, library: { ...this.#head.library, id } };
      this.#session.journal?.belongTo(id);
      // Twice, so that the copy is of this library too.
      for (let time = 0; time < 2; time++)
        await writeSnapshot(this.folder, this.#head.library, this.#head, [], new Map(), this.disk);
      return { change: null, durable: Promise.resolve() };
    });
    this.announce({ kind: "reload", reason: message("library.replaced") });
  }

  async replace(label: ChangeLabel, records: readonly Edit[], id: LibraryId = this.library.id): Promise<string> {
    if (!this.#lock.held || this.trouble === null) throw new WorkbenchError("invalid", message("library.notDamaged"));
    await this.#lock.check(true);
    const about = { at: new Date().toISOString(), coder: this.coder, label };
    const aside = await replaceFiles(this.folder, id, about, records, this.disk);
    await this.#readAgain();
    return aside;
  }

  async #readAgain(): Promise<void> {
    const found = await readState(this.folder, this.disk);
    this.#stand = this.#head = found;
    this.#snapshot = found.snapshot;
    this.listed = found.stated?.listed ?? false;
    this.#notices = found.notices;
    this.#access = accessOf(this.#lock, found.trouble);
    this.#session = this.#begin(found);
    this.announce({ kind: "reload", reason: message("library.replaced") });
  }

  /** Read all files again after some work on them, with nothing on its way to the disk. */
  async #renew(work: () => Promise<void>): Promise<void> {
    await this.#session.journal?.close();
    await finishSession(this.#session, this.#stand, () => this.#tip());
    await work().finally(() => this.#readAgain());
  }

  /** A file is not what was known of it when the library was opened; with its folder gone, nothing can be read. */
  #doubt(): void {
    const turn = this.#turns.take<Change | null>(async () => {
      if (!this.#closed) await this.check().then(() => this.#renew(async () => undefined));
      return { change: null, durable: Promise.resolve() };
    });
    void turn.catch(() => undefined);
  }

  /** Bring back the damaged files that this history took the place of, and set its own aside. */
  async #putBack({ folder, change }: Replaced): Promise<Change> {
    this.#mayWrite();
    if (this.#lock.held) await this.#lock.check(true);
    await this.#renew(() => putBack(this.folder, folder, this.disk));
    return undoingOf(change, this.coder);
  }

  undo(): Promise<Change | null> {
    return this.#takeBack("undo");
  }

  redo(): Promise<Change | null> {
    return this.#takeBack("redo");
  }

  /** Finish what is waiting, write the snapshot where much has changed, give the library free. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#follower?.stop();
    await this.#turns.submitted();
    await this.#noting;
    const { journal } = this.#session;
    await journal?.close();
    const isThere = await this.check().then(
      () => journal !== null && this.#access.mode === "write",
      () => false,
    );
    if (isThere) await finishSession(this.#session, this.#stand, () => this.#tip());
    if (this.#lock.held) await this.#lock.release().catch(() => undefined);
    this.#news.close();
  }

  #takeBack(what: "undo" | "redo"): Promise<Change | null> {
    return this.#turns.take<Change | null>(async () => {
      const number = this.#head.stacks[what]?.high;
      const { replaced } = this.#session;
      if (number === undefined && what === "undo" && replaced !== null)
        return { change: await this.#putBack(replaced), durable: Promise.resolve() };
      if (number === undefined) return { change: null, durable: Promise.resolve() };
      const past = await this.past.change(number);
      if (past === null) throw new WorkbenchError("damaged", message("journal.changeUnreadable", { number }));
      const label = what === "undo" ? undoLabel(past) : undoneLabel(past);
      return this.#submit(this.#compose(label, invert(past.edits), past.id), number);
    });
  }

  #mayWrite(): void {
    if (this.access.mode === "read") throw new WorkbenchError("readOnly", this.access.reason);
    if (this.#closed) throw new WorkbenchError("readOnly", message("library.closed"));
  }

  #compose(label: ChangeLabel, edits: readonly Edit[], undoes: ChangeId | null): Change {
    const about = { id: newId(ChangeId), at: new Date().toISOString(), coder: this.coder, undoes };
    // What is written must be what can be read again. This is the one place where edits are checked.
    const change = Change.parse({ ...about, label: fittingLabel(label), edits });
    const own = undoes === null ? this.#coder.edits(this.#head.library, change.edits) : [];
    return { ...change, edits: [...own, ...change.edits] };
  }

  async #submit<Value extends Change>(
    change: Value,
    undoes: number | null,
  ): Promise<{ change: Value; durable: Promise<void> }> {
    this.#mayWrite();
    const { journal } = this.#session;
    if (journal === null) throw new WorkbenchError("readOnly", message("library.readOnly"));
    const before = this.#head;
    const entry: JournalEntry = { number: before.last + 1, undoes, change };
    const after = await applyEntry(before, entry, this.past, null);
    // A failure of the disk while the labels were looked up has taken the ground away.
    if (this.#head !== before) throw new WorkbenchError("disk", message("disk.failed"));
    this.#head = after;
    const durable = journal.append(entry).then((position) => this.#take(entry, { ...after, position }));
    return { change, durable };
  }

  #take(entry: JournalEntry, stand: StoreState): void {
    this.#stand = stand;
    if (stand.position !== null) this.past.wrote(stand.position, entry.number);
    if (this.#session.journal !== null) {
      this.#session.compactor.note(entry.change, stand);
      this.#session.tip.note(this.#tip());
    }
    const labels = { undo: undoIn(this.#session, stand), redo: stand.redo };
    this.announce({ kind: "change", number: entry.number, change: entry.change, ...labels });
  }

  #tip(): Tip {
    return tipOf(this.#stand, this.#snapshot, this.listed);
  }

  #begin(found: OpenState): Session {
    const { trouble, past, replaced } = found;
    const lock = this.#lock;
    const journal = lock.held && trouble === null ? this.#openJournal(found, lock) : null;
    return {
      trouble,
      past,
      replaced,
      journal,
      compactor: new Compactor(this.folder, found, this.disk, {
        every: this.#sizes.compactEvery,
        check: () => this.check(),
        pause: pauses(() => this.underWay()),
        onOutcome: (error, last) => {
          if (error === null) this.#snapshot = last;
          this.reportUpkeep("snapshot", error === null ? null : upkeepSentence(error));
        },
      }),
      tip: new TipWriter(this.folder, found.stated, this.disk),
    };
  }

  #openJournal(found: OpenState, lock: HeldLock): Journal {
    return new Journal({
      folder: path.join(this.folder, "journal"),
      library: found.library.id,
      history: found.history,
      older: () => readOlder(path.join(this.folder, "journal"), found, this.disk),
      tip: found.tip,
      disk: this.disk,
      patience: this.#patience,
      segmentBytes: this.#sizes.segmentBytes,
      guard: async (sure) => {
        await lock.check(sure).catch((error: unknown) => {
          if (error instanceof WorkbenchError) this.#loseRight(error.reason);
          throw error;
        });
      },
      onTrouble: (reason, waiting) => this.announce({ kind: "unsaved", reason, waiting }),
      onRefuse: () => {
        this.#head = this.#stand;
      },
    });
  }

  #loseRight(reason: Message): void {
    this.#access = { mode: "read", reason, holder: null };
    this.announce({ kind: "reload", reason });
  }

  #follow(found: Pick<OpenState, "tip" | "parts">): Follower {
    return new Follower(path.join(this.folder, "journal"), found, this.disk, {
      take: async (entry, position) => {
        if (this.#closed) return;
        this.#take(entry, await applyEntry(this.#stand, entry, this.past, position));
      },
      lose: async () => {
        if (this.#closed) return;
        const again = await readState(this.folder, this.disk).catch(() => null);
        if (again !== null) {
          this.#stand = again;
          this.#session = this.#begin(again);
        }
        if (!this.#closed) this.#follower = this.#follow(again ?? found);
        this.announce({ kind: "reload", reason: message("library.readAgain") });
      },
    });
  }
}
