import path from "node:path";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere, writeDurably } from "../files/durable.ts";

const before = Buffer.from('{"format":2,');
const after = Buffer.from('{"format":3,');

/**
 * Format 2 to 3. A position may have no stance, papers and annotations have fields they did not have; whatever lacks
 * them gets their empty values when it is read, in snapshots and in the journal alike. So only the number in each
 * snapshot's envelope changes, which keeps older programs from reading what they would misunderstand; its checksum
 * covers the state only. A file that was damaged stays as damaged as it was. Journal lines stay as they are; new ones
 * begin a new segment.
 */
export async function migrateFrom2(folder: string, disk: Disk): Promise<void> {
  const papers = await listIfThere(path.join(folder, "papers"), disk);
  for (const paper of papers)
    for (const name of ["annotations.json.bak", "annotations.json"])
      await renumber(path.join(folder, "papers", paper, name), disk);
  for (const name of ["library.json.bak", "library.json"]) await renumber(path.join(folder, name), disk);
}

async function renumber(file: string, disk: Disk): Promise<void> {
  const bytes = await readIfThere(file, disk);
  if (bytes === null || !bytes.subarray(0, before.length).equals(before)) return;
  await writeDurably(file, Buffer.concat([after, bytes.subarray(before.length)]), disk);
}
