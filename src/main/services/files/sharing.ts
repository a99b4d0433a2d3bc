import { chmod, lstat, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type Disk, type DiskModes, diskWithModes, hasCode } from "./disk.ts";
import { readIfThere, writeDurably } from "./durable.ts";

/** Who else on this computer may open a library's files: nobody, its folder's group for writing, or all for reading. */
export const sharings = ["owner", "group", "everyone"] as const;
export type Sharing = (typeof sharings)[number];

/** POSIX permissions (IEEE 1003.1, `chmod`). The group bit of a folder hands the group on to what is made in it. */
const modes: Readonly<Record<Sharing, DiskModes>> = {
  owner: { file: 0o600, folder: 0o700 },
  group: { file: 0o660, folder: 0o2770 },
  everyone: { file: 0o644, folder: 0o755 },
};

/** What a library's folder holds. Anything else in it is another program's and stays as it is. */
const ownNames =
  /^((library|tip|known-files)\b.*\.json\b.*|journal(\.new)?|papers|search|backups|conflicts|damaged|(sharing|lock)(\..*)?)$/;

/** How a library is shared. A file of its own says so: permissions alone may be what the system gives to any file. */
export async function readSharing(folder: string): Promise<Sharing> {
  const written = (await readIfThere(path.join(folder, "sharing")).catch(() => null))?.toString().trim();
  return sharings.find((sharing) => sharing === written) ?? "owner";
}

/** Share a library with others on this computer, or with nobody, from now on and with all files it has. */
export async function writeSharing(folder: string, sharing: Sharing): Promise<void> {
  await writeDurably(path.join(folder, "sharing"), `${sharing}\n`, diskWithModes(modes[sharing]));
  await applySharing(folder, sharing);
}

/** The disk for a library: new files get the permissions of how it is shared, and files with others get them now. */
export async function libraryDisk(folder: string): Promise<Disk> {
  const sharing = await readSharing(folder);
  await applySharing(folder, sharing);
  return diskWithModes(modes[sharing]);
}

async function applySharing(folder: string, sharing: Sharing): Promise<void> {
  if (process.platform === "win32") return;
  const names = await readdir(folder).catch(() => []);
  // The folder of somebody else's files, as a library begun among them, is not ours to close.
  const isOwn = names.length > 0 && names.every((name) => ownNames.test(name));
  if (isOwn) await setMode(folder, modes[sharing].folder);
  for (const name of names) if (ownNames.test(name)) await applyTo(path.join(folder, name), sharing);
}

/** Only what differs at the top is looked through: what is below a closed folder is closed. */
async function applyTo(file: string, sharing: Sharing): Promise<void> {
  const found = await lstat(file).catch(() => null);
  if (found === null || found.isSymbolicLink()) return;
  const wanted = found.isDirectory() ? modes[sharing].folder : modes[sharing].file;
  if ((found.mode & 0o7777) === wanted) return;
  // At the top first: nobody gets past it. A disk that keeps no permissions (FAT) is not walked in vain each time.
  await setMode(file, wanted);
  if (found.isDirectory() && ((await lstat(file)).mode & 0o7777) === wanted) {
    const below = await readdir(file, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of below) {
      const mode = entry.isDirectory() ? modes[sharing].folder : modes[sharing].file;
      if (entry.isDirectory() || entry.isFile()) await setMode(path.join(entry.parentPath, entry.name), mode);
    }
  }
}

async function setMode(file: string, mode: number): Promise<void> {
  try {
    if (((await stat(file)).mode & 0o7777) !== mode) await chmod(file, mode);
  } catch (error) {
    // Another owner's, gone meanwhile, or on a medium that cannot be written.
    if (!hasCode(error, "EPERM", "EACCES", "EROFS", "ENOENT", "ENOTSUP")) throw error;
  }
}
