import path from "node:path";
import type { Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { ConflictCopy, Merge } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { PaperId } from "../../../shared/model/ids.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import { mergeEdits } from "../merge/merge.ts";
import type { FileStore } from "../store/file-store.ts";
import { chainOf, type JournalPart, readSegments } from "../store/journal-chain.ts";
import { type JournalEntry, journalLines, parseEntry } from "../store/journal-line.ts";

/**
 * A conflict with what merging it needs. `file` is relative to the library's folder and is null for a part of the
 * journal itself.
 */
type Found = ConflictCopy & Readonly<{ file: string | null; foreign: readonly Change[] }>;

/**
 * Histories beside this library's own: segments another machine wrote on a synchronised folder, and copies that the
 * synchronising program made. Copies of annotation files are looked for only when asked to be thorough.
 */
export async function conflicts(store: FileStore, thorough = false): Promise<ConflictCopy[]> {
  const found = await findConflicts(store, thorough);
  return found.map(({ name, changes, sentence }) => ({ name, changes, sentence }));
}

/** Bring in what those histories have and ours lacks, as one change; then set the copies aside in `conflicts`. */
export async function mergeConflicts(store: FileStore): Promise<Merge> {
  const found = await findConflicts(store, true);
  const foreign = found.flatMap((found) => found.foreign);
  const { edits, refused } = mergeEdits(store.library, foreign);
  const marks = found.flatMap((found): Edit[] => {
    const last = found.foreign.at(-1);
    return last === undefined ? [] : [{ table: "settings", from: null, to: { key: markOf(last), value: true } }];
  });
  if (marks.length > 0) await store.commit(message("change.mergeConflicts"), [...edits, ...marks]);
  for (const { file } of found) {
    if (file === null) continue;
    const aside = path.join(store.folder, "conflicts", file.replaceAll(/[\\/]/g, "-"));
    await store.disk.makeFolder(path.dirname(aside));
    await store.disk.rename(path.join(store.folder, file), aside);
    await store.disk.flushFolder(path.dirname(aside));
  }
  return { merged: edits.length, refused };
}

async function findConflicts(store: FileStore, thorough: boolean): Promise<Found[]> {
  const folder = path.join(store.folder, "journal");
  const { segments, copies } = await readSegments(folder, store.disk);
  const own = segments.filter((segment) => segment.header === null || segment.header.library === store.library.id);
  const { branches } = chainOf(own, store.position);
  const beside = await Promise.all(branches.map((part) => readBranch(folder, part, store)));
  const copied = await Promise.all(
    copies.map(async (name) => ({ name, entries: await entriesOf(path.join(folder, name), store) })),
  );
  const all = [
    ...beside.map((journal) => ({ ...journal, file: null })),
    ...copied.map((journal) => ({ ...journal, file: path.join("journal", journal.name) })),
  ];
  const known = await knownFrom(
    store,
    all.flatMap((journal) => journal.entries.map((entry) => entry.number)),
  );
  const found = all.flatMap(({ name, entries, file }): Found[] => {
    const foreign = entries.map((entry) => entry.change).filter((change) => !known.has(change.id));
    const last = foreign.at(-1);
    if (last === undefined || Object.hasOwn(store.library.settings, markOf(last)))
      return file === null ? [] : [leftover(file)];
    const sentence = message("conflict.copy", { count: foreign.length, at: last.at, file: name });
    return [{ name, changes: foreign.length, sentence, file, foreign }];
  });
  return [...found, ...(await snapshotCopies(store, thorough)).map(leftover)];
}

function leftover(file: string): Found {
  const sentence = message("conflict.leftover", { file });
  return { name: path.basename(file), changes: 0, sentence, file, foreign: [] };
}

/** The setting that says that a history up to this change has been merged. */
function markOf(last: Change): string {
  return `merged.${last.id}`;
}

async function readBranch(
  folder: string,
  part: JournalPart,
  store: FileStore,
): Promise<{ name: string; entries: JournalEntry[] }> {
  return { name: part.name, entries: await entriesOf(path.join(folder, part.name), store, part.start) };
}

async function entriesOf(file: string, store: FileStore, from = 0): Promise<JournalEntry[]> {
  const bytes = (await readIfThere(file, store.disk)) ?? Buffer.alloc(0);
  return [...journalLines(bytes.subarray(from))].flatMap((line) => {
    const entry = line.whole ? parseEntry(line.text) : null;
    return entry === null ? [] : [entry];
  });
}

/** The identifiers of our own changes from the least of these numbers on. */
async function knownFrom(store: FileStore, numbers: readonly number[]): Promise<ReadonlySet<string>> {
  const least = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const known = new Set<string>();
  if (numbers.length === 0) return known;
  for await (const { number, change } of store.past.backwards()) {
    if (number < least) break;
    known.add(change.id);
  }
  return known;
}

/** Copies of snapshot files. What they hold is in the journal too, so they need only be put away. */
async function snapshotCopies(store: FileStore, thorough: boolean): Promise<string[]> {
  const isCopy = (stem: string, name: string): boolean =>
    name.startsWith(stem) &&
    name.includes(".json") &&
    ![`${stem}.json`, `${stem}.json.bak`].includes(name) &&
    !name.endsWith(".tmp");
  const found = (await listIfThere(store.folder, store.disk)).filter((name) => isCopy("library", name));
  if (!thorough) return found;
  for (const paper of await listIfThere(path.join(store.folder, "papers"), store.disk)) {
    if (!PaperId.safeParse(paper).success) continue;
    const names = await listIfThere(path.join(store.folder, "papers", paper), store.disk);
    found.push(...names.filter((name) => isCopy("annotations", name)).map((name) => path.join("papers", paper, name)));
  }
  return found;
}
