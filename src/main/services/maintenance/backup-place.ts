import path from "node:path";
import { z } from "zod";
import type { BackupPlace, PlacedBackup } from "../../../shared/contract/backup-place.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { LibraryId } from "../../../shared/model/ids.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { digest } from "../files/digest.ts";
import { type Disk, upkeepSentence } from "../files/disk.ts";
import { listIfThere, readIfThere, writeDurably } from "../files/durable.ts";
import type { FileStore } from "../store/file-store.ts";
import { sealed, unsealed } from "../store/journal-line.ts";
import { statementOf } from "./backup.ts";
import { addBackup, listBackups } from "./backup-folder.ts";

const PlaceFile = z.object({ library: LibraryId.optional(), folder: z.string().min(1) });

/** The second place where this library is backed up each day, or null. Throws `damaged` when that cannot be read. */
export async function readBackupPlace(store: FileStore): Promise<string | null> {
  const bytes = await readIfThere(placeFile(store), store.disk);
  if (bytes === null) return null;
  const place = parsePlace(bytes, store.library.id);
  if (place === null) throw new WorkbenchError("damaged", message("backup.placeUnknown"));
  return place;
}

/** The place that a file of this library names; older files have neither checksum nor library. */
function parsePlace(bytes: Buffer, library: LibraryId): string | null {
  const text = bytes.toString();
  const whole = text.endsWith("\n") ? unsealed(text.slice(0, -1)) : null;
  const rest = text.startsWith('{"folder":') ? text.slice(1) : whole;
  try {
    const place = rest === null ? null : PlaceFile.parse(JSON.parse(`{${rest}`));
    return place === null || (place.library ?? library) !== library ? null : place.folder;
  } catch {
    return null;
  }
}

/** The second place with what is there; null when there is none. */
export async function describeBackupPlace(store: FileStore): Promise<BackupPlace | null> {
  const folder = await readBackupPlace(store);
  if (folder === null) return null;
  const [last] = await listBackups(path.join(folder, "backups"), store.disk).catch(() => []);
  return { folder, last: last ?? null };
}

/** No longer back up at the second place. What is there stays. */
export async function forgetBackupPlace(store: FileStore): Promise<void> {
  await store.disk.remove(placeFile(store));
}

/**
 * Back the library up in a folder inside of another folder, as that of another disk: its state, and the sources and
 * texts of its papers, so that `restore --from` brings it back on any machine. Of papers only what is missing or has
 * changed is copied, and read back; a source that is damaged here never replaces what is there. With `daily` the place
 * is remembered for the daily backup.
 */
export async function backUpInto(store: FileStore, parent: string, daily: boolean): Promise<PlacedBackup> {
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const found = await store.disk.stat(parent).catch(() => null);
  if (found === null || !found.folder)
    throw new WorkbenchError("missing", message("backup.noPlace", { folder: parent }));
  const inside = path.relative(path.resolve(store.folder), path.resolve(parent));
  if (inside === "" || !(inside.startsWith("..") || path.isAbsolute(inside)))
    throw new WorkbenchError("invalid", message("backup.placeInside"));
  const name = `${path.basename(path.resolve(store.folder))}-${store.library.id.slice(-8)}`;
  const folder = path.join(path.resolve(parent), name);
  const made = await backUpTo(store, folder, "new");
  if (daily)
    await writeDurably(
      placeFile(store),
      sealed(JSON.stringify({ library: store.library.id, folder }).slice(1)),
      store.disk,
    );
  return made;
}

/**
 * Back the library up at a second place. A place `as before` must exist: where a disk was taken out, the folder in
 * which it is shown usually stays, and must not be filled instead.
 */
export async function backUpTo(store: FileStore, folder: string, what: "new" | "as before"): Promise<PlacedBackup> {
  const { disk, library } = store;
  try {
    if (what === "as before") await disk.stat(path.join(folder, "backups"));
    await removeLeftovers(path.join(folder, "backups"), disk);
    let files = 0;
    for (const paper of Object.values(library.papers))
      files += await copyPaper(path.join(store.folder, "papers", paper.id), path.join(folder, "papers", paper.id), {
        paper,
        disk,
      });
    // Last: a backup there means that its papers are there too.
    const made = await addBackup(path.join(folder, "backups"), library, statementOf(store), disk);
    return { ...made, folder, papers: Object.keys(library.papers).length, files };
  } catch (error) {
    const reason = placeSentence(error);
    throw new WorkbenchError("disk", message("backup.placeFailed", { folder, reason }), error);
  }
}

/** Why a place takes no backup: sentences about the library's own disk would be wrong there. */
function placeSentence(error: unknown): Message {
  const reason = upkeepSentence(error);
  if (reason.key === "disk.gone") return message("backup.placeGone");
  if (reason.key === "disk.readOnly") return message("backup.placeReadOnly");
  return reason.key === "disk.forbidden" ? message("backup.placeForbidden") : reason;
}

/** Copy what the other place lacks of a paper's files; how many those were. */
async function copyPaper(from: string, to: string, { paper, disk }: { paper: Paper; disk: Disk }): Promise<number> {
  let copied = 0;
  await removeLeftovers(to, disk);
  const names = await listIfThere(from, disk);
  if (!names.some((name) => name.startsWith("source.")) && !(await hasSource(to, disk)))
    throw new WorkbenchError(
      "missing",
      message("verify.ofPaper", { title: paper.title, problem: message("paper.filesMissing") }),
    );
  for (const name of names) {
    // Snapshots of annotations are part of the backup itself.
    if (name.startsWith("annotations.") || name.endsWith(".tmp")) continue;
    if (await isCurrent(path.join(from, name), path.join(to, name), disk)) continue;
    const bytes = await disk.read(path.join(from, name));
    if (name.startsWith("source.") && digest(bytes) !== paper.sha256) {
      if (await hasSource(to, disk)) continue;
      throw new WorkbenchError(
        "damaged",
        message("verify.ofPaper", { title: paper.title, problem: message("verify.sourceChanged") }),
      );
    }
    await writeDurably(path.join(to, name), bytes, disk);
    if (digest(await disk.read(path.join(to, name))) !== digest(bytes))
      throw new WorkbenchError("damaged", message("backup.notReadBack"));
    copied++;
  }
  return copied;
}

/** Remove what a backup that was cut off has left; one that another is just writing is younger than an hour. */
async function removeLeftovers(folder: string, disk: Disk): Promise<void> {
  for (const name of (await listIfThere(folder, disk)).filter((name) => name.endsWith(".tmp"))) {
    const found = await disk.stat(path.join(folder, name)).catch(() => null);
    if (found !== null && Date.now() - found.modified > 3600_000) await disk.remove(path.join(folder, name));
  }
}

async function hasSource(folder: string, disk: Disk): Promise<boolean> {
  return (await listIfThere(folder, disk)).some((name) => name.startsWith("source."));
}

/** Files of papers are replaced whole: a copy of the same size that is not older has the same bytes. */
async function isCurrent(from: string, to: string, disk: Disk): Promise<boolean> {
  const copy = await disk.stat(to).catch(() => null);
  if (copy === null) return false;
  const original = await disk.stat(from);
  return copy.bytes === original.bytes && copy.modified >= original.modified;
}

function placeFile(store: FileStore): string {
  return path.join(store.folder, "backups", "second-place.json");
}
