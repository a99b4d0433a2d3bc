import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { LibraryId } from "../../../shared/model/ids.ts";
import { type Disk, type DiskFile, diskSentence, hasCode, journalGone } from "../files/disk.ts";
import { type JournalOffset, newSegmentName, readSegment } from "./journal-chain.ts";
import {
  claimedSeal,
  type Header,
  type JournalEntry,
  journalVersion,
  type OlderSegment,
  printEntry,
  printHeader,
} from "./journal-line.ts";

/** Where a journal lies, and how it writes. */
export type JournalOptions = Readonly<{
  folder: string;
  library: LibraryId;
  /**
   * Which history of the library this is; null where its files do not say, which the library's identifier stands for.
   */
  history: string | null;
  /** Where the history ends, and whether something that was never acknowledged follows. */
  tip: (JournalOffset & Readonly<{ dropsRest: boolean }>) | null;
  disk: Disk;
  /** A segment that has grown past this many bytes is followed by a new one. */
  segmentBytes: number;
  /** How long a change is kept in memory and tried again when the disk does not take it, in milliseconds. */
  patience: number;
  /** The segments of the history from before version 4, for the first one that begins after them. */
  older: () => Promise<OlderSegment[]>;
  /** Called before a write; throws when this process may not write any more. `sure` before a new segment begins. */
  guard: (sure: boolean) => Promise<void>;
  /** The disk does not take changes (a sentence and how many wait), or takes them again (null). */
  onTrouble: (reason: Message | null, waiting: number) => void;
  /** Called before the changes that wait are refused, all of them, since each builds on the one before. */
  onRefuse: () => void;
}>;

type Waiting = Readonly<{
  entry: JournalEntry;
  done: (end: JournalOffset) => void;
  failed: (error: unknown) => void;
}>;

/**
 * Appends changes; each call returns, with the place after its line, only after the bytes are flushed. Calls that wait
 * together share one flush. When the disk fails, what waits is kept and tried again in a new segment, so that no line
 * ever follows a doubtful one.
 */
export class Journal {
  readonly #options: JournalOptions;
  #tip: JournalOptions["tip"];
  #library: LibraryId;
  #history: string | null;
  /** The present segment takes no more lines. */
  #ended = false;
  /** A segment was begun in this session. */
  #hasBegun = false;
  #file: DiskFile | null = null;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | null = null;
  #patience: number;
  readonly #hurry = new AbortController();

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#tip = options.tip;
    this.#library = options.library;
    this.#history = options.history;
    this.#patience = options.patience;
  }

  /** Segments that begin from now on are of this library. */
  belongTo(library: LibraryId): void {
    this.#library = library;
    this.#history = null;
  }

  append(entry: JournalEntry): Promise<JournalOffset> {
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, done, failed });
      this.#flushing ??= this.#flush();
    });
  }

  /** Finish what waits, trying once more where the disk fails. */
  async close(): Promise<void> {
    this.#patience = 0;
    this.#hurry.abort();
    await this.#flushing;
    await this.#file?.close().catch(() => undefined);
    this.#file = null;
  }

  async #flush(): Promise<void> {
    // Commits that are made in the same turn of the event loop go to the disk together.
    await null;
    let failing: number | null = null;
    for (let pause = 200; this.#waiting.length > 0; ) {
      const batch = [...this.#waiting];
      try {
        const ends = await this.#write(batch);
        this.#waiting.splice(0, batch.length);
        if (failing !== null) this.#options.onTrouble(null, 0);
        failing = null;
        for (const [index, waiting] of batch.entries())
          waiting.done(ends[index] ?? { segment: "", bytes: 0, sha256: null });
      } catch (error) {
        failing ??= Date.now();
        const reason = diskSentence(error);
        if (reason === null || Date.now() - failing >= this.#patience) this.#refuse(error, reason);
        else {
          this.#options.onTrouble(reason, this.#waiting.length);
          await wait(pause, undefined, { signal: this.#hurry.signal }).catch(() => undefined);
          pause = Math.min(pause * 2, 5000);
        }
      }
    }
    this.#flushing = null;
  }

  #refuse(error: unknown, reason: Message | null): void {
    const failure = reason === null ? error : new WorkbenchError("disk", message("disk.notSaved", { reason }), error);
    const all = this.#waiting;
    this.#waiting = [];
    this.#options.onRefuse();
    for (const waiting of all) waiting.failed(failure);
  }

  async #write(batch: readonly Waiting[]): Promise<JournalOffset[]> {
    const first = batch[0]?.entry.number ?? 1;
    await this.#options.guard(false);
    if (this.#tip !== null && this.#tip.bytes >= this.#options.segmentBytes) await this.#endSegment();
    const file = this.#file ?? (await this.#reopen()) ?? (await this.#begin(first));
    this.#file = file;
    const tip = this.#tip;
    if (tip === null) throw new WorkbenchError("internal", message("journal.noSegment"));
    const { lines, ends } = linesAfter(tip, batch);
    try {
      await file.write(Buffer.concat(lines));
      await file.flush();
      if (!(await this.#hasWritten(file, tip, lines))) throw await this.#gone();
    } catch (error) {
      // What was not acknowledged must not stay. Where it cannot be cut off, the next segment says that it does not
      // count.
      await file.truncate(tip.bytes).catch(() => undefined);
      this.#tip = { ...tip, dropsRest: true };
      await this.#endSegment();
      throw error;
    }
    this.#tip = { ...tip, ...ends.at(-1), dropsRest: false };
    return ends;
  }

  /**
   * Throws unless the journal is still where it was: what is written into a file that was deleted, moved or replaced is
   * lost with it.
   */
  async check(): Promise<void> {
    const tip = this.#tip;
    if (tip === null) return;
    const bytes = await this.#options.disk.read(path.join(this.#options.folder, tip.segment)).catch(() => null);
    if (bytes === null || bytes.length < tip.bytes) throw await this.#gone();
    const counts = bytes.subarray(0, tip.bytes - 1);
    const seal = claimedSeal(counts.toString("utf8", counts.lastIndexOf(10) + 1));
    if (tip.sha256 !== null && seal !== tip.sha256) throw await this.#gone();
  }

  /** What to report when the journal is not where it was: the failure of the disk when its whole folder is gone. */
  async #gone(): Promise<unknown> {
    const { disk, folder } = this.#options;
    return disk.stat(path.dirname(folder)).then(
      () => Object.assign(new Error("The journal is not where it was."), { code: journalGone }),
      (error: unknown) => error,
    );
  }

  /**
   * Whether what was just written is found under the segment's name, in the same file or in one with the same bytes.
   */
  async #hasWritten(file: DiskFile, tip: JournalOffset, lines: readonly Buffer[]): Promise<boolean> {
    const { disk, folder } = this.#options;
    const name = path.join(folder, tip.segment);
    const found = await disk.stat(name).catch((error: unknown) => {
      if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
      throw error;
    });
    if (found === null) return false;
    if (found.id === (await file.id())) return true;
    return (await disk.read(name, tip.bytes)).equals(Buffer.concat(lines));
  }

  async #endSegment(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close().catch(() => undefined);
    this.#ended = true;
  }

  /** Go on in the segment of the last session when it is whole, of this format and this machine's own. */
  async #reopen(): Promise<DiskFile | null> {
    const { folder, disk } = this.#options;
    const tip = this.#tip;
    if (tip === null || tip.dropsRest || this.#ended || tip.bytes >= this.#options.segmentBytes) return null;
    const segment = await readSegment(folder, tip.segment, disk);
    if (segment?.header?.host !== hostname() || segment.bytes !== tip.bytes) return null;
    // Lines of this format may say what an older program that reads the segment cannot know.
    if (segment.version !== journalVersion) return null;
    return disk.open(path.join(folder, tip.segment), "append");
  }

  async #begin(first: number): Promise<DiskFile> {
    const { folder, disk } = this.#options;
    const name = newSegmentName(first);
    const tip = this.#tip;
    const after = tip && { ...tip, sha256: tip.sha256 ?? undefined };
    const older = tip === null || this.#hasBegun ? [] : await this.#options.older();
    const header: Header = {
      library: this.#library,
      history: this.#history ?? this.#library,
      first,
      host: hostname(),
      after,
      ...(older.length > 0 ? { older } : {}),
    };
    const text = printHeader(header);
    const line = Buffer.from(text);
    // Where a drive was taken out, a folder of the same name must not be begun on another.
    await this.#options.guard(true);
    await this.check();
    await disk.makeFolder(folder);
    const file = await disk.open(path.join(folder, name), "new");
    try {
      await file.write(line);
      await file.flush();
      await disk.flushFolder(folder);
    } catch (error) {
      await file.close().catch(() => undefined);
      await disk.remove(path.join(folder, name)).catch(() => undefined);
      throw error;
    }
    this.#tip = { segment: name, bytes: line.length, sha256: claimedSeal(text), dropsRest: false };
    this.#ended = false;
    this.#hasBegun = true;
    return file;
  }
}

/** The lines of some changes after a place in the journal, and the place after each. */
function linesAfter(tip: JournalOffset, batch: readonly Waiting[]): { lines: Buffer[]; ends: JournalOffset[] } {
  const lines: Buffer[] = [];
  const ends: JournalOffset[] = [];
  let { segment, bytes, sha256 } = tip;
  for (const { entry } of batch) {
    const text = printEntry(entry, sha256 ?? "");
    const line = Buffer.from(text);
    bytes += line.length;
    sha256 = claimedSeal(text);
    lines.push(line);
    ends.push({ segment, bytes, sha256 });
  }
  return { lines, ends };
}
