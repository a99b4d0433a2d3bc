import path from "node:path";
import { apply, type Change } from "../../../shared/change/change.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type Disk, diskSentence } from "../files/disk.ts";
import { writeDurably } from "../files/durable.ts";
import { sentenceFor } from "./access.ts";
import { PastChanges } from "./history.ts";
import type { JournalOffset } from "./journal-chain.ts";
import type { JournalEntry } from "./journal-line.ts";
import { KnownFiles } from "./known-files.ts";
import { removeLeftovers } from "./leftovers.ts";
import { type Lock, takeLock } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { misplacedFiles } from "./misplaced.ts";
import { missingPapers } from "./paper-check.ts";
import { finishPuttingBack } from "./put-back.ts";
import { type Recovered, recover } from "./recover.ts";
import { finishReplacing } from "./replace.ts";
import { type HistoryPoint, writeSnapshot } from "./state-files.ts";
import { printTip, type Tip, tipName } from "./tip.ts";
import { pushEntry } from "./undo.ts";

/** A state with what can be undone and redone in it. */
export type StoreState = HistoryPoint &
  Readonly<{ library: Library; undo: ChangeLabel | null; redo: ChangeLabel | null }>;

/** A library as it was found, ready to be worked in. */
export type OpenState = Omit<Recovered, "replaced"> &
  StoreState &
  Readonly<{ past: PastChanges; replaced: Replaced | null; known: KnownFiles }>;

/** A history that took the place of a damaged library, by its first change, and the folder with the damaged files. */
export type Replaced = Readonly<{ folder: string; change: Change }>;

/** Read a library from its files, those of papers only where they are not known. Changes nothing. */
export async function readState(folder: string, disk: Disk, known = KnownFiles.none(folder, disk)): Promise<OpenState> {
  const found = await recover(folder, disk, known);
  const past = new PastChanges(path.join(folder, "journal"), found, disk);
  const first = found.replaced === null ? null : await past.change(1).catch(() => null);
  const replaced = found.replaced === null || first === null ? null : { folder: found.replaced, change: first };
  return { ...found, known, replaced, past, ...(await past.labels(found.stacks)) };
}

/**
 * Read a library as its one writer where that is possible. Where another program has the right, or the disk takes
 * nothing, the library is read only; where it cannot be read either, throws a sentence.
 */
export async function openWithLock(
  folder: string,
  program: string,
  disk: Disk,
): Promise<{ lock: Lock; found: OpenState }> {
  const lock = await takeLock(folder, program, disk).catch((error: unknown): Lock => {
    const reason = diskSentence(error);
    if (reason === null) throw error;
    return { held: false, holder: null, reason };
  });
  try {
    return { lock, found: await openState(folder, lock.held, disk) };
  } catch (error) {
    if (!lock.held) throw sentenceFor(error);
    await lock.release().catch(() => undefined);
    const reason = diskSentence(error);
    if (reason === null) throw error;
    const [misplaced] = reason.key === "disk.misplaced" ? await misplacedFiles(folder, disk) : [];
    const found = await openState(folder, false, disk).catch((failure: unknown) => {
      throw sentenceFor(failure);
    });
    return { lock: { held: false, holder: null, reason: misplaced?.sentence ?? reason }, found };
  }
}

/** Bring a library's files to where they can be worked in, as far as this program may write, and read it. */
export async function openState(folder: string, mayWrite: boolean, disk: Disk): Promise<OpenState> {
  if (mayWrite) await finishReplacing(folder, disk);
  if (mayWrite) await finishPuttingBack(folder, disk);
  const done = await migrate(folder, mayWrite, disk);
  // Who may not write has another program beside it, which may replace a file before it is looked at.
  const known = mayWrite ? await KnownFiles.read(folder, disk) : KnownFiles.none(folder, disk);
  const found = await readState(folder, disk, known).catch((error: unknown) => {
    if (!known.isMistaken) throw error;
    return readState(folder, disk);
  });
  const isNew = found.last === 0 && found.parts.length === 0;
  let { stated } = found;
  if (mayWrite && found.trouble === null && stated === null) {
    // A new library keeps its identifier from now on.
    if (isNew && found.snapshot === null)
      await writeSnapshot(folder, found.library, found, found.unsaved, new Map(Object.entries(found.annotated)), disk);
    const snapshot = isNew ? found.last : found.snapshot;
    stated = tipOf(found, snapshot, isNew);
    await writeDurably(path.join(folder, tipName), printTip(stated), disk);
  }
  if (mayWrite) await flushTip(folder, found.tip, disk);
  if (mayWrite) await removeLeftovers(folder, disk, found.library, known);
  const missing = await missingPapers(folder, found.library, disk, known);
  const misplaced = (await misplacedFiles(folder, disk)).map((file) => file.sentence);
  const notices = [...misplaced, ...done, ...found.notices];
  return { ...found, stated, notices: [...notices, ...(missing === null ? [] : [missing])] };
}

/**
 * The state after one more change, which is then one of the past. `position` is where its line ends, null while it has
 * none.
 */
export async function applyEntry(
  before: StoreState,
  entry: JournalEntry,
  past: PastChanges,
  position: JournalOffset | null,
): Promise<StoreState> {
  const library = apply(before.library, entry.change);
  past.remember(entry);
  const stacks = pushEntry(before.stacks, entry);
  const place = { last: entry.number, version: entry.change.id, position, stacks };
  const { history, extras } = before;
  return { ...place, history, extras, ...(await past.labels(stacks)), library };
}

/** What tip.json must say of a state. `listed` when every paper has the list of its files. */
export function tipOf(
  { library, history, last, position }: Pick<StoreState, "library" | "history" | "last" | "position">,
  snapshot: number | null,
  listed: boolean,
): Tip {
  return { tip: 1, library: library.id, history, last, position, snapshot, listed };
}

/**
 * Lines and names that a killed session has left may be in the system's memory only; what is built on them must not
 * outlive them.
 */
async function flushTip(folder: string, tip: JournalOffset | null, disk: Disk): Promise<void> {
  if (tip === null) return;
  await disk.flushFolder(path.join(folder, "journal"));
  const file = await disk.open(path.join(folder, "journal", tip.segment), "append");
  await file.flush().finally(() => file.close());
}
