import path from "node:path";
import { z } from "zod";
import { Edit } from "../../../shared/change/edit.ts";
import { difference, recordsOf } from "../../../shared/change/records.ts";
import type { Backup } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { LibraryId } from "../../../shared/model/ids.ts";
import { digest } from "../files/digest.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import type { FileStore } from "../store/file-store.ts";
import { journalLines, sealed, unsealed } from "../store/journal-line.ts";
import { bodyOf, newerVersion } from "../store/snapshot.ts";

/** Backups kept; the oldest go first. */
const kept = 10;
/** An automatic backup is made when the newest is older than this, in milliseconds. */
const daily = 24 * 3600_000;
/** Records in one line of a backup. */
const perLine = 500;
const version = 2;

/** The first and the last line of a backup; between them are lines of `edits`. */
const First = z.strictObject({ backup: z.int(), library: LibraryId, at: z.iso.datetime() });
const Last = z.strictObject({ records: z.int().min(0), digest: z.string() });
const OldState = z.strictObject({ edits: z.array(Edit) });

/**
 * Keep the library's present state as a file, opened again and compared before it counts. What is damaged or another's
 * must not push good backups out.
 */
export async function backup(store: FileStore): Promise<Backup> {
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const { disk, library } = store;
  const folder = backupsFolder(store);
  const at = new Date().toISOString();
  const name = `${at.replaceAll(":", "-")}.jsonl`;
  // Another backup may be under way in the same millisecond: the daily one, as the library is opened.
  const temporary = path.join(folder, `${name}.${crypto.randomUUID().slice(0, 8)}.tmp`);
  const records = recordsOf(library);
  await disk.makeFolder(folder);
  try {
    const file = await disk.open(temporary, "replace");
    let digests = "";
    try {
      const write = (value: object): Promise<void> => {
        const rest = JSON.stringify(value).slice(1);
        digests = digest(digests + rest);
        return file.write(Buffer.from(sealed(rest)));
      };
      await write({ first: { backup: version, library: library.id, at } });
      for (let from = 0; from < records.length; from += perLine) {
        await write({ edits: records.slice(from, from + perLine) });
      }
      const last = { records: records.length, digest: digests };
      await file.write(Buffer.from(sealed(JSON.stringify({ last }).slice(1))));
      await file.flush();
    } finally {
      await file.close();
    }
    const read = await openBackup(temporary, store);
    if (read?.digest !== digests || read.edits.length !== records.length)
      throw new WorkbenchError("damaged", message("backup.notReadBack"));
    await disk.rename(temporary, path.join(folder, name));
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.flushFolder(folder);
  for (const old of (await backups(store)).slice(kept)) await disk.remove(path.join(folder, old.name));
  return describeBackup(store, name);
}

/** Keep a backup when there is something to keep and the newest is a day old; null when there was no need. */
export async function dailyBackup(store: FileStore): Promise<Backup | null> {
  if (store.last === 0 || store.access.mode === "read") return null;
  const [newest] = await backups(store);
  return newest !== undefined && Date.now() - Date.parse(newest.at) < daily ? null : backup(store);
}

/** The backups there are, newest first. */
export async function backups(store: FileStore): Promise<Backup[]> {
  const names = (await listIfThere(backupsFolder(store), store.disk)).filter((name) =>
    /^\d{4}-.*Z\.jsonl?$/.test(name),
  );
  return Promise.all(names.reverse().map((name) => describeBackup(store, name)));
}

/** Bring a backup's state back: as one change, which can be undone; in a damaged library with its files set aside. */
export async function restore(store: FileStore, name: string | undefined): Promise<Backup> {
  const all = await backups(store);
  for (const one of all) {
    if (name !== undefined && one.name !== name) continue;
    const edits = await readBackup(store, one.name);
    if (edits === null && name === undefined) continue;
    if (edits === null) throw new WorkbenchError("damaged", message("backup.damaged", { name: one.name }));
    const label = message("change.restoreBackup", { at: one.at });
    if (store.trouble !== null) await store.replace(label, edits);
    else {
      const needed = difference(recordsOf(store.library), edits);
      if (needed.length > 0) await store.commit(label, needed);
    }
    return one;
  }
  throw new WorkbenchError("missing", message("backup.missing"));
}

/** The records in a backup, or null when it is not whole. */
export async function readBackup(store: FileStore, name: string): Promise<Edit[] | null> {
  const file = path.join(backupsFolder(store), name);
  if (name.endsWith(".jsonl")) return (await openBackup(file, store))?.edits ?? null;
  const bytes = await readIfThere(file, store.disk);
  const body = bytes === null ? null : bodyOf(bytes, 1);
  return (body === null ? null : OldState.safeParse(JSON.parse(body)).data?.edits) ?? null;
}

async function openBackup(file: string, { disk }: FileStore): Promise<{ edits: Edit[]; digest: string } | null> {
  const edits: Edit[] = [];
  let digests = "";
  let begun = false;
  for (const line of journalLines((await readIfThere(file, disk)) ?? Buffer.alloc(0))) {
    const rest = line.whole ? unsealed(line.text) : null;
    const value: Record<string, unknown> | null = rest === null ? null : JSON.parse(`{${rest}`);
    const first = First.safeParse(value?.first).data;
    if (first !== undefined && first.backup > version) throw newerVersion();
    const last = Last.safeParse(value?.last).data;
    if (last !== undefined)
      return begun && last.records === edits.length && last.digest === digests ? { edits, digest: digests } : null;
    digests = digest(digests + (rest ?? ""));
    if (first !== undefined) begun = true;
    else {
      const some = z.array(Edit).safeParse(value?.edits).data;
      if (some === undefined) return null;
      edits.push(...some);
    }
  }
  return null;
}

function backupsFolder(store: FileStore): string {
  return path.join(store.folder, "backups");
}

async function describeBackup(store: FileStore, name: string): Promise<Backup> {
  const { bytes } = await store.disk.stat(path.join(backupsFolder(store), name));
  return { name, at: name.replace(/T(\d\d)-(\d\d)-/, "T$1:$2:").replace(/\.jsonl?$/, ""), bytes };
}
