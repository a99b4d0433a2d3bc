import path from "node:path";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";

/** A file of a library that is a folder, or the reverse: its name from the library's folder, and that in a sentence. */
export type Misplaced = Readonly<{ file: string; sentence: Message }>;

/** What a library's folder holds, by what each must be. */
const places = {
  file: [
    "library.json",
    "library.json.bak",
    "tip.json",
    "known-files.json",
    "sharing",
    "lock",
    "backups/second-place.json",
  ],
  folder: ["journal", "papers", "backups", "conflicts", "damaged"],
} as const;

/** Folders of a library that are files, and files that are folders, papers left out. */
export async function misplacedFiles(folder: string, disk: Disk): Promise<Misplaced[]> {
  const segments = await namesIn(folder, "journal", /\.jsonl$/, disk);
  return [
    ...(await wrong(folder, [...places.file, ...segments], "file", disk)),
    ...(await wrong(folder, places.folder, "folder", disk)),
  ];
}

/** The same of one paper's folder and files. */
export async function misplacedOfPaper(folder: string, paper: string, disk: Disk): Promise<Misplaced[]> {
  const own = `papers/${paper}`;
  return [
    ...(await wrong(folder, [own], "folder", disk)),
    ...(await wrong(folder, await namesIn(folder, own, /\.(json|bin|bak)$|^source\./, disk), "file", disk)),
  ];
}

async function namesIn(folder: string, name: string, pattern: RegExp, disk: Disk): Promise<string[]> {
  const names = await listIfThere(path.join(folder, name), disk);
  return names.filter((name) => pattern.test(name)).map((text) => `${name}/${text}`);
}

async function wrong(
  folder: string,
  files: readonly string[],
  wanted: "file" | "folder",
  disk: Disk,
): Promise<Misplaced[]> {
  const found: Misplaced[] = [];
  for (const file of files) {
    const there = await disk.stat(path.join(folder, file)).catch(() => null);
    if (there !== null && there.folder !== (wanted === "folder"))
      found.push({ file, sentence: message(wanted === "file" ? "misplaced.folder" : "misplaced.file", { file }) });
  }
  return found;
}
