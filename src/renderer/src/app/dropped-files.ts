import type { ChosenFile } from "../../../shared/contract/host.ts";
import { isPaperName } from "../../../shared/model/paper-format.ts";
import { readFile } from "../client/client.ts";

/** A file, and where it is in the folder that was dropped. */
export type DroppedFile = ChosenFile & Readonly<{ within?: string }>;

/** Folders deeper than this are not looked into. */
const maxDepth = 32;

/**
 * The files that were dropped, of folders all papers and tables in them. To be called while the event is handled: what
 * was dropped is gone after it.
 */
export async function droppedFiles(data: DataTransfer): Promise<readonly DroppedFile[]> {
  const files = [...data.files];
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return Promise.all(files.map(readFile));
  return (await Promise.all(entries.map((entry) => filesIn(entry, "", 0)))).flat();
}

/** The files of an entry in the order of their names; hidden ones and those of other kinds are skipped. */
async function filesIn(entry: FileSystemEntry, folder: string, depth: number): Promise<readonly DroppedFile[]> {
  const within = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (isFile(entry)) {
    const isWanted = isPaperName(entry.name) || /\.csv$/i.test(entry.name);
    if (depth > 0 && (entry.name.startsWith(".") || !isWanted)) return [];
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ ...(await readFile(file)), within }];
  }
  if (!isFolder(entry) || depth > maxDepth || entry.name.startsWith(".")) return [];
  const inside = (await entriesOf(entry)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(inside.map((fileSystemEntry) => filesIn(fileSystemEntry, within, depth + 1)))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A folder's entries come in lots of a hundred, the last of them empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
