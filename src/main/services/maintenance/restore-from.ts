import { cp, lstat, mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Backup } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { CoderId, LibraryId, newId } from "../../../shared/model/ids.ts";
import { hasCode, realDisk } from "../files/disk.ts";
import { libraryDisk } from "../files/sharing.ts";
import { type BackupContent, readBackupFile } from "../store/backup-file.ts";
import { replaceFiles } from "../store/replace.ts";
import { listBackups } from "./backup-folder.ts";

/**
 * Make a new library of what `backup --to` has put at a second place: the newest whole backup there, under the
 * library's own identifier, with sources and texts. `from` is the place itself, or a folder with one place in it. The
 * library's folder must be new or empty; nothing is left there when this fails. Throws `missing` where there is no
 * whole backup.
 */
export async function restoreFrom(from: string, library: string): Promise<Backup> {
  const place = await findPlace(from);
  if ((await readdir(library).catch(() => [])).length > 0)
    throw new WorkbenchError("conflict", message("backup.libraryThere", { folder: library }));
  const { backup, content } = await newestWhole(path.join(place, "backups"));
  const target = path.resolve(library);
  await removeLeftovers(target);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await mkdir(temporary, { recursive: true });
    for (const name of ["papers", "backups"]) {
      if (!(await isFolder(path.join(place, name)))) continue;
      await cp(path.join(place, name), path.join(temporary, name), {
        recursive: true,
        // Neither links nor unfinished files.
        filter: async (file) => !file.endsWith(".tmp") && (await isFileOrFolder(file)),
      });
    }
    const disk = await libraryDisk(temporary);
    const { coder, records } = withCoder(content.edits);
    const about = {
      at: new Date().toISOString(),
      coder,
      label: message("change.restoreBackup", { at: backup.at }),
      undoes: null,
    };
    await replaceFiles(temporary, content.head?.library ?? newId(LibraryId), about, records, disk);
    // An empty folder; one that has been filled in the meantime stays.
    await rmdir(target).catch(() => undefined);
    await rename(temporary, target);
    return backup;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** Remove what restoring into this folder has left where it was killed. */
async function removeLeftovers(target: string): Promise<void> {
  for (const name of await readdir(path.dirname(target)).catch(() => [])) {
    const [, pid] = name.startsWith(path.basename(target)) ? (/\.(\d+)\.tmp$/.exec(name) ?? []) : [];
    if (name === `${path.basename(target)}.${pid}.tmp` && !isRunning(Number(pid)))
      await rm(path.join(path.dirname(target), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}

/** The records with whoever works on this system among the coders, and who that is. */
function withCoder(edits: readonly Edit[]): { coder: CoderId; records: readonly Edit[] } {
  const name = userInfo().username;
  for (const { table, to } of edits)
    if (table === "coders" && to?.name === name) return { coder: to.id, records: edits };
  const coder = newId(CoderId);
  return { coder, records: [...edits, { table: "coders", from: null, to: { id: coder, name } }] };
}

async function newestWhole(folder: string): Promise<{ backup: Backup; content: BackupContent }> {
  for (const backup of await listBackups(folder, realDisk)) {
    const content = await readBackupFile(path.join(folder, backup.name), realDisk);
    if (typeof content !== "string") return { backup, content };
  }
  throw new WorkbenchError("damaged", message("backup.nothingWhole", { folder }));
}

async function findPlace(from: string): Promise<string> {
  if (await isPlace(from)) return from;
  const names = await readdir(from).catch(() => []);
  const inside = [];
  for (const name of names) if (await isPlace(path.join(from, name))) inside.push(name);
  const [only] = inside;
  if (only === undefined) throw new WorkbenchError("missing", message("backup.nothingThere", { folder: from }));
  if (inside.length > 1) throw new WorkbenchError("invalid", message("backup.severalThere", { names: inside }));
  return path.join(from, only);
}

async function isPlace(folder: string): Promise<boolean> {
  return (await listBackups(path.join(folder, "backups"), realDisk).catch(() => [])).length > 0;
}

async function isFolder(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isDirectory() ?? false;
}

async function isFileOrFolder(file: string): Promise<boolean> {
  const found = await lstat(file);
  return found.isFile() || found.isDirectory();
}
