import type { Edit } from "../../../shared/change/edit.ts";
import { applyingFitting, findingDifference, recordsInTurn } from "../../../shared/change/records.ts";
import type { Repair } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import { inSlices, type Pause, pauses } from "../files/pause.ts";
import type { FileStore } from "../store/file-store.ts";
import { creationEdits } from "../store/replace.ts";

/** Go on with what could be read of a damaged library. Can be undone, which brings the damaged files back. */
export async function repair(store: FileStore): Promise<Repair> {
  const records = await repairedRecords(store, pauses());
  const setAside = await store.replace(message("change.repair"), records);
  return { setAside, records: creationEdits(store.library.id, records).length };
}

/** What can be kept of a damaged library: all but what rests on something that is missing. */
export async function repairedRecords({ library }: Pick<FileStore, "library">, pause: Pause): Promise<readonly Edit[]> {
  const empty = emptyLibrary(library.id);
  const [start, records] = [await listRecords(empty, pause), await listRecords(library, pause)];
  const edits = await inSlices(findingDifference(start, records), pause);
  return listRecords(await inSlices(applyingFitting(empty, edits), pause), pause);
}

/** As `recordsOf`, with pauses. */
export async function listRecords(library: Library, pause: Pause): Promise<Edit[]> {
  const records: Edit[] = [];
  for (const edit of recordsInTurn(library)) {
    records.push(edit);
    const pausing = pause();
    if (pausing !== undefined) await pausing;
  }
  return records;
}
