import { compareStates, countRecords, wordsOf } from "../../../shared/change/compare-states.ts";
import { recordsOf } from "../../../shared/change/records.ts";
import type { RestorePreview } from "../../../shared/contract/maintenance.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { FileStore } from "../store/file-store.ts";
import { repairedRecords } from "./repair.ts";
import { chooseBackup } from "./restore.ts";

/** What restoring a backup would do, and what `repair` would keep of a damaged library. Changes nothing. */
export async function previewRestore(store: FileStore, name: string | undefined): Promise<RestorePreview> {
  const { backup, edits } = await chooseBackup(store, name);
  const difference = compareStates(recordsOf(store.library), edits);
  const has = countRecords(edits);
  const repair = store.trouble === null ? null : countRecords(repairedRecords(store));
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
