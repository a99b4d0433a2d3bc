import { type Coded, codedNow } from "../../../shared/claims/claims.ts";
import { type Recoding, recodedCount, recodeEdits } from "../../../shared/claims/recode.ts";
import { message } from "../../../shared/messages/message.ts";
import { commitNext } from "../state/commit-next.ts";

/**
 * Do one thing to many claims and notes, as they are when all changes asked for before have arrived, as one change.
 * True once it is made, or where nothing was left to do. The message after it has the way back.
 */
export function recodeClaims(coded: readonly Coded[], wish: Recoding): Promise<boolean> {
  const kind = wish.kind;
  return commitNext(
    (edits) => message(`change.bulk.${kind}`, { count: recodedCount(edits) }),
    (now) => recodeEdits(now, codedNow(now, coded), wish, new Date().toISOString()),
  );
}
