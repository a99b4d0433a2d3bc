import equal from "fast-deep-equal";
import type { Change } from "../../../shared/change/change.ts";
import { Edit } from "../../../shared/change/edit.ts";
import { fitting, recordKey, recordName, recordsOf } from "../../../shared/change/records.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";

/**
 * What changes made elsewhere would do here, record by record: taken where our record is what theirs began with, passed
 * over where it is already what theirs became, else refused in words and ours kept.
 */
export function mergeEdits(library: Library, changes: readonly Change[]): { edits: Edit[]; refused: Message[] } {
  const ours = new Map(recordsOf(library).map((edit) => [recordKey(edit), edit.to]));
  const theirs = new Map<string, Edit>();
  for (const edit of changes.flatMap((change) => change.edits)) {
    const before = theirs.get(recordKey(edit));
    // Set again, so that records come in the order of their last edit and rest on those before.
    theirs.delete(recordKey(edit));
    theirs.set(
      recordKey(edit),
      Edit.parse({ table: edit.table, from: before === undefined ? edit.from : before.from, to: edit.to }),
    );
  }
  const edits: Edit[] = [];
  const refused: Message[] = [];
  for (const [key, edit] of theirs) {
    const own = ours.get(key) ?? null;
    if (equal(own, edit.to)) continue;
    if (equal(own, edit.from)) edits.push(edit);
    else refused.push(message("merge.bothEdited", { record: recordName(edit) }));
  }
  const made = fitting(library, edits);
  return { edits: made.edits, refused: [...refused, ...made.refused] };
}
