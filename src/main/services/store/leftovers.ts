import path from "node:path";
import type { Library } from "../../../shared/model/library.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";
import type { KnownFiles } from "./known-files.ts";

/** What a crash leaves in each folder of a library: unfinished files, and papers that were being written. */
const leftovers: readonly (readonly [folder: string, names: RegExp])[] = [
  ["", /^(library\.json|tip\.json|known-files\.json|sharing|lock)\.\d+\.tmp$|^journal\.new$/],
  ["journal", /\.tmp$/],
  ["backups", /\.tmp$/],
  ["damaged", /\.tmp$/],
  ["papers", /^\..*\.tmp$/],
];

/**
 * Remove what a crash has left. Only for the holder of the lock, after it has finished what can be finished. What
 * cannot be removed does no harm. Papers that are known to be complete have none.
 */
export async function removeLeftovers(
  folder: string,
  disk: Disk,
  { papers: records }: Pick<Library, "papers">,
  known: KnownFiles,
): Promise<void> {
  for (const [place, names] of leftovers)
    for (const name of await listIfThere(path.join(folder, place), disk))
      if (names.test(name)) await disk.remove(path.join(folder, place, name)).catch(() => undefined);
  const papers = (await listIfThere(path.join(folder, "papers"), disk)).filter(
    (paper) => !known.isComplete(paper, records[paper]?.bytes ?? -1),
  );
  let next = 0;
  const run = async (): Promise<void> => {
    for (let paper = papers[next++]; paper !== undefined; paper = papers[next++])
      for (const name of await listIfThere(path.join(folder, "papers", paper), disk))
        if (/\.\d+\.tmp$/.test(name))
          await disk.remove(path.join(folder, "papers", paper, name)).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: 16 }, run));
}
