import path from "node:path";
import { z } from "zod";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import { migrateFrom1 } from "./migrate-1.ts";
import { migrateFrom2 } from "./migrate-2.ts";
import { format, formatOf, newerVersion } from "./snapshot.ts";

/**
 * How a library of each earlier format becomes one of the present one. Each writes the new files and sets
 * library.json's format last.
 */
const migrations: Readonly<Record<number, (folder: string, disk: Disk) => Promise<void>>> = {
  1: migrateFrom1,
  2: migrateFrom2,
};

/** Every format there ever was, for tests. */
export const earlierFormats = Object.keys(migrations).map(Number);

/**
 * Bring a library's files to the present format, with a copy of the old ones in `backups` first; returns what was done,
 * one sentence each. Killed anywhere, it starts again at the next opening. Throws `readOnly` when a newer Stancemark
 * wrote the library, or when an older library may only be read.
 */
export async function migrate(folder: string, mayWrite: boolean, disk: Disk): Promise<Message[]> {
  const notices: Message[] = [];
  for (
    let found = await formatIn(folder, disk);
    found !== null && found !== format;
    found = await formatIn(folder, disk)
  ) {
    const step = migrations[found];
    if (found > format || step === undefined) throw newerVersion();
    if (!mayWrite) throw new WorkbenchError("readOnly", message("library.older"));
    await keepOld(folder, found, disk);
    await step(folder, disk);
    notices.push(message("library.converted", { format, old: found }));
  }
  if (mayWrite) await removeOld(folder, disk);
  return notices;
}

/** What a migration that was killed at its very end has left; its copy is in `backups`. */
async function removeOld(folder: string, disk: Disk): Promise<void> {
  const kept = new Set(await listIfThere(path.join(folder, "backups", "format-1", "journal"), disk));
  for (const name of await listIfThere(path.join(folder, "journal"), disk))
    if (oldSegment.test(name) && kept.has(name)) await disk.remove(path.join(folder, "journal", name));
}

/** The format of a library's files; null when there is none, or it cannot be determined. */
async function formatIn(folder: string, disk: Disk): Promise<number | null> {
  for (const name of ["library.json", "library.json.bak"]) {
    const bytes = await readIfThere(path.join(folder, name), disk);
    const found = bytes === null ? null : formatOf(bytes);
    if (found !== null) return found;
  }
  const journal = await listIfThere(path.join(folder, "journal"), disk);
  return journal.some((name) => oldSegment.test(name)) ? 1 : null;
}

const oldSegment = /^[0-9a-f-]{36}-\d+\.jsonl$/;

/** Copy all files that a migration may touch. The folder has its name only when the copy is whole. */
async function keepOld(folder: string, found: number, disk: Disk): Promise<void> {
  const to = path.join(folder, "backups", `format-${found}`);
  if ((await listIfThere(to, disk)).length > 0) return;
  const temporary = `${to}.tmp`;
  await disk.remove(temporary);
  const copy = async (...names: string[]): Promise<void> => {
    const bytes = await readIfThere(path.join(folder, ...names), disk);
    if (bytes === null) return;
    const file = path.join(temporary, ...names);
    await disk.makeFolder(path.dirname(file));
    const handle = await disk.open(file, "replace");
    await handle.write(bytes);
    await handle.flush().finally(() => handle.close());
    await disk.flushFolder(path.dirname(file));
  };
  await copy("library.json");
  await copy("library.json.bak");
  for (const name of await listIfThere(path.join(folder, "journal"), disk)) await copy("journal", name);
  for (const paper of await listIfThere(path.join(folder, "papers"), disk))
    if (z.uuid().safeParse(paper).success)
      for (const name of ["annotations.json", "annotations.json.bak"]) await copy("papers", paper, name);
  await disk.makeFolder(temporary);
  await disk.rename(temporary, to);
  await disk.flushFolder(path.dirname(to));
}
