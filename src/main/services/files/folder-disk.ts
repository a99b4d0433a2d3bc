import path from "node:path";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type Disk, diskSentence, hasCode } from "./disk.ts";

/**
 * A disk for one folder and what is in it. Nothing makes the folder again once it is gone. Inside of it a folder where
 * a file should be reads as an empty file, and a file where a folder should be as a folder in which nothing is: what
 * is misplaced is damaged like anything else, and stops nothing.
 */
export function folderDisk(root: string, disk: Disk): Disk {
  const inside = (name: string): boolean => {
    const way = path.relative(root, name);
    return !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
  };
  const marked = (error: unknown): unknown =>
    error instanceof Error ? Object.assign(error, { [ofLibrary]: true }) : error;
  const own = <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch((error: unknown) => {
      throw marked(error);
    });
  return {
    read: (file, from, length) =>
      own(
        disk.read(file, from, length).catch((error: unknown) => {
          if (inside(file) && hasCode(error, "EISDIR")) return Buffer.alloc(0);
          throw missing(error);
        }),
      ),
    list: (folder) =>
      own(
        disk.list(folder).catch((error: unknown) => {
          if (inside(folder) && hasCode(error, "ENOTDIR")) return [];
          throw error;
        }),
      ),
    stat: (file) =>
      own(
        disk.stat(file).catch((error: unknown) => {
          throw missing(error);
        }),
      ),
    stamps: (files) => disk.stamps(files),
    readNow: (file) => {
      try {
        return disk.readNow(file);
      } catch (error) {
        throw marked(missing(error));
      }
    },
    open: (file, mode) => own(disk.open(file, mode)),
    makeFolder: (folder) => own(inside(folder) ? disk.makeFolder(folder, root) : disk.makeFolder(folder)),
    rename: (from, to) => own(disk.rename(from, to)),
    remove: (file) => own(disk.remove(file)),
    flushFolder: (folder) => own(disk.flushFolder(folder)),
  };
}

const ofLibrary = Symbol("a failure of a library's disk");

/** A failure of a library's disk as a sentence; any other error as it is. */
export function libraryFailure(error: unknown): unknown {
  const isOwn = error instanceof Error && ofLibrary in error;
  const reason = isOwn ? diskSentence(error) : null;
  return reason === null ? error : new WorkbenchError("disk", reason, error);
}

/** What is below a file is not there. */
function missing(error: unknown): unknown {
  return hasCode(error, "ENOTDIR") ? Object.assign(new Error(String(error)), { code: "ENOENT" }) : error;
}
