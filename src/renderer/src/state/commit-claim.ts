import type { Edit } from "../../../shared/change/edit.ts";
import { type Coded, codedOne } from "../../../shared/claims/claims.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { commit, useLibrary } from "./library.ts";
import { rememberClaim, savedText } from "./remember-claim.ts";

/**
 * Save a claim that is new or edited, select it, and do what comes `then`, all in the moment when the window's copy has
 * it, so that the window is drawn once. True when it is on disk.
 */
export async function commitClaim(
  annotation: Annotation,
  label: Message,
  edits: readonly Edit[],
  then: () => void,
): Promise<boolean> {
  const { paper, id, modified } = annotation;
  const saved = (): Coded | null => codedOne(useLibrary.getState().library, paper, id);
  let isDone = false;
  const finish = (): void => {
    if (isDone) return;
    isDone = true;
    const coded = saved();
    if (coded !== null) rememberClaim(coded);
    then();
  };
  const stop = useLibrary.subscribe(() => saved()?.annotation.modified === modified && finish());
  const isSaved = await commit(label, edits, () => savedText(paper, id)).finally(stop);
  if (isSaved) finish();
  return isDone;
}
