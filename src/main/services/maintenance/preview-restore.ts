import { comparingStates, countingRecords, type RecordCounts, wordsOf } from "../../../shared/change/compare-states.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { RestorePreview } from "../../../shared/contract/maintenance.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { inSlices, pauses } from "../files/pause.ts";
import type { FileStore } from "../store/file-store.ts";
import { listRecords, repairedRecords } from "./repair.ts";
import { chooseBackup } from "./restore.ts";

/** What restoring a backup would do, and what `repair` would keep of a damaged library. Changes nothing. */
export async function previewRestore(store: FileStore, name: string | undefined): Promise<RestorePreview> {
  const pause = pauses(() => store.underWay());
  const count = (state: readonly Edit[]): Promise<RecordCounts> => inSlices(countingRecords(state), pause);
  const { backup, edits } = await chooseBackup(store, name);
  const now = await listRecords(store.library, pause);
  const difference = await inSlices(comparingStates(now, edits), pause);
  const has = await count(edits);
  const repair = store.trouble === null ? null : await count(await repairedRecords(store, pause));
  const { missing, back, older } = difference;
  const same = [missing, back, older].every((counts) => wordsOf(counts).length === 0);
  const sentences: Message[] = [
    message("restore.has", { at: backup.at, records: listed(wordsOf(has)) }),
    ...(["missing", "back", "older"] as const).flatMap((part) => {
      const records = wordsOf(difference[part]);
      return records.length === 0 ? [] : [message(`restore.${part}`, { records })];
    }),
    ...(same ? [message("restore.same")] : []),
    ...(repair === null ? [] : [message("restore.repairKeeps", { records: listed(wordsOf(repair)) })]),
  ];
  return { backup, ...difference, has, repair, sentences };
}

function listed(records: readonly Message[]): readonly Message[] | Message {
  return records.length === 0 ? message("records.none") : records;
}
