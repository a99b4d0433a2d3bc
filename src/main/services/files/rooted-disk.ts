import path from "node:path";
import type { Disk } from "./disk.ts";

/**
 * A disk on which nothing makes the given folder again once it is gone: folders inside of it are made below it only.
 * Elsewhere everything is as before.
 */
export function rootedDisk(root: string, disk: Disk): Disk {
  const inside = (folder: string): boolean => {
    const way = path.relative(root, folder);
    return !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
  };
  return {
    read: (file, from, length) => disk.read(file, from, length),
    list: (folder) => disk.list(folder),
    stat: (file) => disk.stat(file),
    open: (file, mode) => disk.open(file, mode),
    makeFolder: (folder) => (inside(folder) ? disk.makeFolder(folder, root) : disk.makeFolder(folder)),
    rename: (from, to) => disk.rename(from, to),
    remove: (file) => disk.remove(file),
    flushFolder: (folder) => disk.flushFolder(folder),
  };
}
