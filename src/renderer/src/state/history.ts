import { create } from "zustand";
import type { Edit } from "../../../shared/change/edit.ts";
import { type annotationsOf, claimStateAt, restoreClaimEdits } from "../../../shared/claims/restore.ts";
import { message } from "../../../shared/messages/message.ts";
import type { ChangeId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { commitNext } from "./commit-next.ts";
import { attempt, showMessage, showView } from "./shell.ts";

export const scopes = ["library", "paper", "claim"] as const;
export type Scope = (typeof scopes)[number];

/** Whose history is shown. */
export const useHistory = create<Readonly<{ scope: Scope }>>(() => ({ scope: "library" }));

export function setScope(scope: Scope): void {
  useHistory.setState({ scope });
}

export function showHistory(scope: Scope): void {
  setScope(scope);
  showView("history");
}

type ClaimAt = ReturnType<typeof annotationsOf>[number];

/** Bring a claim back to what it was right before or after a change, as a new change. */
export async function restoreClaim(claim: ClaimAt, change: ChangeId, when: "before" | "after"): Promise<void> {
  const workbench = getWorkbench();
  const { t } = texts();
  const { paper, annotation } = claim;
  const changes = await attempt(() => workbench.history({ annotation, limit: 100_000 }));
  const wanted = changes?.find((pastChange) => pastChange.id === change);
  if (changes === null || wanted === undefined) return;
  let edited = false;
  const edit = (library: Library): Edit[] => {
    const state = claimStateAt(library, paper, annotation, changes, change, when);
    const edits = restoreClaimEdits(library, paper, annotation, state, new Date().toISOString());
    edited = edits.length > 0;
    return edits;
  };
  const kept = await commitNext(message("change.restore", { when: wanted.at }), edit, () => t("history.restored"));
  if (kept && !edited) showMessage(t("history.restoredAlready"));
}
