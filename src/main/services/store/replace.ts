import { hostname } from "node:os";
import path from "node:path";
import { apply, type Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { difference, recordsOf } from "../../../shared/change/records.ts";
import { ChangeId, type LibraryId, newId } from "../../../shared/model/ids.ts";
import { emptyLibrary } from "../../../shared/model/library.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, writeDurably } from "../files/durable.ts";
import { freeName, moveIfThere, stateFiles } from "./aside.ts";
import { newSegmentName } from "./journal-chain.ts";
import { type JournalEntry, printSegment } from "./journal-line.ts";
import { replayEntries } from "./recover.ts";
import { noExtras, papersOf, writeSnapshot } from "./state-files.ts";
import { printTip, type Tip, tipName } from "./tip.ts";
import { noStacks, pushEntry } from "./undo.ts";

/** Records in one change of the new history. */
const perChange = 2000;

/**
 * Restart a library's history with the given records: the new journal is written whole first, then the old files are
 * moved to `damaged/<time>`, then the new ones take their place. Killed in between, the library is damaged as before,
 * or `finishReplacing` ends the work. Returns that folder's name.
 */
export async function replaceFiles(
  folder: string,
  id: LibraryId,
  about: Omit<Change, "id" | "edits" | "undoes">,
  records: readonly Edit[],
  disk: Disk,
): Promise<string> {
  const edits = creationEdits(id, records);
  apply(emptyLibrary(id), { edits });
  const entries: JournalEntry[] = [];
  for (let from = 0; from < edits.length; from += perChange) {
    const id = newId(ChangeId);
    const number = entries.length + 1;
    // What a history begins with cannot be undone by itself: it undoes itself, so that nothing else is.
    const change = { ...about, id, undoes: id, edits: edits.slice(from, from + perChange) };
    entries.push({ number, undoes: number, change });
  }
  const name = await freeName(folder, disk);
  const old = await stateFiles(folder, disk);
  const fresh = path.join(folder, "journal.new");
  await disk.remove(fresh);
  const segment = newSegmentName(1);
  const history = crypto.randomUUID();
  const replaced = old.length === 0 ? {} : { replaced: path.basename(name) };
  const header = { library: id, history, first: 1, host: hostname(), after: null, ...replaced };
  const { text, sha256 } = printSegment(header, entries);
  await writeDurably(path.join(fresh, segment), text, disk);
  const position = { segment, bytes: text.length, sha256 };
  const library = replayEntries(entries, id);
  const last = entries.length;
  // It takes the place of the old one together with the journal.
  const tip: Tip = { tip: 1, library: id, history, last, position, snapshot: null, listed: false };
  await writeDurably(path.join(fresh, tipName), printTip(tip), disk);

  const aside = path.join(folder, name);
  await disk.makeFolder(aside);
  // The old one stays until the new one takes its place.
  for (const { file, kept } of old)
    if (file === tipName) await writeDurably(path.join(aside, kept), await disk.read(path.join(folder, file)), disk);
    else await moveIfThere(path.join(folder, file), path.join(aside, kept), disk);
  // What was set aside must have its new name before its old one is gone for good.
  await disk.flushFolder(aside);
  await finishReplacing(folder, disk);

  const version = entries.at(-1)?.change.id ?? null;
  const stacks = entries.reduce(pushEntry, noStacks);
  const place = { last, version, position, stacks, history, extras: noExtras };
  const papers = new Set(entries.flatMap((entry) => papersOf(entry.change)));
  await writeSnapshot(folder, library, place, papers, new Map(), disk);
  return name;
}

/**
 * Put a new journal in its place when the old one has been moved away, and its tip.json in the place of the old one.
 */
export async function finishReplacing(folder: string, disk: Disk): Promise<void> {
  const [from, to] = [path.join(folder, "journal.new"), path.join(folder, "journal")];
  const old = await listIfThere(to, disk);
  if (old.length === 0 && (await listIfThere(from, disk)).length > 0) {
    await disk.remove(to);
    await disk.rename(from, to);
    await disk.flushFolder(folder);
  } else if (!old.includes(tipName)) return;
  await moveIfThere(path.join(to, tipName), path.join(folder, tipName), disk);
  await disk.flushFolder(folder);
}

/** Edits that make those records of an empty library, whose stance scale is there already. */
export function creationEdits(id: LibraryId, records: readonly Edit[]): Edit[] {
  return difference(recordsOf(emptyLibrary(id)), records);
}
