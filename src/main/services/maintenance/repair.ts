import { apply } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { fitting, recordsOf } from "../../../shared/change/records.ts";
import type { Repair } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { emptyLibrary } from "../../../shared/model/library.ts";
import type { FileStore } from "../store/file-store.ts";
import { creationEdits } from "../store/replace.ts";

/** Go on with what could be read of a damaged library. Can be undone, which brings the damaged files back. */
export async function repair(store: FileStore): Promise<Repair> {
  const records = repairedRecords(store);
  const setAside = await store.replace(message("change.repair"), records);
  return { setAside, records: creationEdits(store.library.id, records).length };
}

/** What can be kept of a damaged library: all but what rests on something that is missing. */
export function repairedRecords({ library }: Pick<FileStore, "library">): readonly Edit[] {
  const empty = emptyLibrary(library.id);
  const { edits } = fitting(empty, creationEdits(library.id, recordsOf(library)));
  return recordsOf(apply(empty, { edits }));
}
