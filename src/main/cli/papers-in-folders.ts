import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { isPaperName } from "../../shared/model/paper-format.ts";

/** A file to import, with its path from the folder that was named, and the tables of details beside it. */
export type FoundFile = Readonly<{ file: string; within: string }>;
export type FoundFiles = Readonly<{ files: readonly FoundFile[]; tables: readonly string[]; others: number }>;

/** Folders deeper than this are not looked into. */
const maxDepth = 32;

/**
 * The files to import of some names: a file is itself, a folder all papers in it and its folders, in the order of their
 * names. Hidden files and links are skipped; `others` counts the files that are neither papers nor tables.
 */
export async function papersIn(names: readonly string[]): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const tables: string[] = [];
  let others = 0;
  const visit = async (folder: string, within: string, depth: number): Promise<void> => {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      const here = path.posix.join(within, entry.name);
      if (entry.isDirectory() && depth < maxDepth) await visit(file, here, depth + 1);
      else if (!entry.isFile()) continue;
      else if (isPaperName(entry.name)) files.push({ file, within: here });
      else if (path.extname(entry.name).toLowerCase() === ".csv") tables.push(file);
      else others++;
    }
  };
  for (const name of names) {
    // What is not there is reported when it is read.
    const isFolder = await lstat(name).then(
      (stat) => stat.isDirectory(),
      () => false,
    );
    if (isFolder) await visit(name, "", 0);
    else files.push({ file: name, within: path.basename(name) });
  }
  return { files, tables, others };
}
