import type { Coded } from "../../../shared/claims/claims.ts";
import { recodeEdits } from "../../../shared/claims/recode.ts";
import { message } from "../../../shared/messages/message.ts";
import { commit, useLibrary } from "../state/library.ts";

/** Delete claims and notes as one change; true once it is made. The message after it has the way back. */
export function deleteClaims(coded: readonly Coded[]): Promise<boolean> {
  const { library } = useLibrary.getState();
  const edits = recodeEdits(library, coded, { kind: "delete" }, new Date().toISOString());
  return commit(message("change.bulk.delete", { count: coded.length }), edits);
}
