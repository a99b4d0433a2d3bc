import path from "node:path";
import { type Disk, hasCode } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";
import { tipName } from "./tip.ts";

/** A file or folder of a library's state, and what it is called where it is set aside. */
export type StateFile = Readonly<{ file: string; kept: string }>;

/** The files of a library's state that are there: all but sources, texts and backups. The journal is the last. */
export async function stateFiles(folder: string, disk: Disk): Promise<StateFile[]> {
  const found: StateFile[] = [];
  for (const paper of await listIfThere(path.join(folder, "papers"), disk)) {
    const names: readonly string[] = await listIfThere(path.join(folder, "papers", paper), disk).catch(() => []);
    for (const name of ["annotations.json", "annotations.json.bak"])
      if (names.includes(name)) found.push({ file: path.join("papers", paper, name), kept: `${paper}-${name}` });
  }
  const names = await listIfThere(folder, disk);
  for (const name of [tipName, "library.json", "library.json.bak", "journal"])
    if (names.includes(name)) found.push({ file: name, kept: name });
  return found;
}

/** Where in a library's folder a file that was set aside belongs; null for what was not set aside by this program. */
export function stateFileOf(kept: string): string | null {
  if ([tipName, "library.json", "library.json.bak", "journal"].includes(kept)) return kept;
  const [, paper, name] = /^([\w-]+)-(annotations\.json(?:\.bak)?)$/.exec(kept) ?? [];
  return paper === undefined || name === undefined ? null : path.join("papers", paper, name);
}

/**
 * The name of a new folder for what is set aside. Work that was cut off may be begun again in the same millisecond;
 * what it set aside must not be written over.
 */
export async function freeName(folder: string, disk: Disk): Promise<string> {
  const wanted = path.join("damaged", new Date().toISOString().replaceAll(":", "-"));
  let name = wanted;
  for (let number = 2; (await listIfThere(path.join(folder, name), disk)).length > 0; number++)
    name = `${wanted}-${number}`;
  return name;
}

/** Move a file; nothing happens when it is not there. */
export async function moveIfThere(from: string, to: string, disk: Disk): Promise<void> {
  try {
    await disk.rename(from, to);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}
