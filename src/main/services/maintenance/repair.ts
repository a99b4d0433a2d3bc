import { apply } from "../../../shared/change/change.ts";
import { fitting, recordsOf } from "../../../shared/change/records.ts";
import type { Repair } from "../../../shared/contract/maintenance.ts";
import { message } from "../../../shared/messages/message.ts";
import { emptyLibrary } from "../../../shared/model/library.ts";
import type { FileStore } from "../store/file-store.ts";
import { creationEdits } from "../store/replace.ts";

/** Go on with what could be read of a damaged library. */
export async function repair(store: FileStore): Promise<Repair> {
  const { id } = store.library;
  // What rests on something that is missing cannot be kept on its own.
  const empty = emptyLibrary(id);
  const { edits } = fitting(empty, creationEdits(id, recordsOf(store.library)));
  const records = recordsOf(apply(empty, { edits }));
  const setAside = await store.replace(message("change.repair"), records);
  return { setAside, records: edits.length };
}
