import path from "node:path";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";
import type { KnownFiles } from "./known-files.ts";

/** Names of papers in one sentence; the others are counted. */
const named = 5;

/**
 * Papers whose source or text is gone, or whose source has not its size any more, in one sentence; null when there are
 * none. Looks at names and sizes only, so that opening stays fast.
 */
export async function missingPapers(
  folder: string,
  { papers }: Library,
  disk: Disk,
  known: KnownFiles,
): Promise<Message | null> {
  const missing: Paper[] = [];
  const all = Object.values(papers).filter((paper) => !known.isComplete(paper.id, paper.bytes));
  let next = 0;
  const run = async (): Promise<void> => {
    for (let paper = all[next++]; paper !== undefined; paper = all[next++])
      if (!(await isThere(path.join(folder, "papers", paper.id), paper, disk, known))) missing.push(paper);
  };
  await Promise.all(Array.from({ length: 16 }, run));
  if (missing.length === 0) return null;
  const names = missing.map((paper) => paper.title).sort();
  const more = Math.max(0, names.length - named);
  return message("library.paperFilesMissing", { count: names.length, names: names.slice(0, named), more });
}

async function isThere(folder: string, { id, bytes }: Paper, disk: Disk, known: KnownFiles): Promise<boolean> {
  const names = await listIfThere(folder, disk).catch(() => []);
  const source = names.find((name) => name.startsWith("source.") && !name.endsWith(".tmp"));
  if (source === undefined || !names.some((name) => /^paper.*\.json$/.test(name))) return false;
  const isWhole = (await disk.stat(path.join(folder, source)).catch(() => null))?.bytes === bytes;
  // What a crash left is looked for again until it is gone.
  if (isWhole && !names.some((name) => name.endsWith(".tmp"))) known.noteComplete(id, source);
  return isWhole;
}
