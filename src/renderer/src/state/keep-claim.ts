import { actorEdits, claimEdits } from "../../../shared/coding.ts";
import type { Edit } from "../../../shared/edit.ts";
import type { IssueId, StanceId } from "../../../shared/model/ids.ts";
import { texts } from "../i18n/texts.ts";
import { attempt, commit, useStore } from "./store.ts";

export type Draft = Readonly<{
  actor: string;
  issue: IssueId | null;
  stance: StanceId | null;
  note: string;
  certainty: number | null;
  strength: number | null;
  /** Edits that make an issue named for the first time. */
  edits?: readonly Edit[];
}>;

/** Make a claim of the selected words, or a note when no issue is given. True when it is on disk. */
export async function keepClaim(draft: Draft): Promise<boolean> {
  const { workbench, library, paper, range, server } = useStore.getState();
  if (paper === null || range === null) return false;
  const passage = await attempt(() => workbench.describe({ paper, ranges: [range] }));
  if (passage === null) return false;
  const actor = draft.actor.trim() === "" ? null : actorEdits(library.actors, draft.actor);
  const positions =
    draft.issue === null || draft.stance === null
      ? []
      : [{ issue: draft.issue, stance: draft.stance, strength: draft.strength }];
  const { annotation, edits } = claimEdits({
    paper,
    passage,
    actor: actor?.id ?? null,
    positions,
    certainty: draft.certainty,
    note: draft.note,
    coder: server.coder,
    at: new Date().toISOString(),
  });
  const label = texts().t(positions.length === 0 ? "change.note" : "change.claim");
  const kept = await commit(label, [...(draft.edits ?? []), ...(actor?.edits ?? []), ...edits]);
  if (!kept) return false;
  const last =
    draft.issue === null || draft.stance === null
      ? useStore.getState().last
      : { issue: draft.issue, stance: draft.stance, actor: draft.actor };
  // By now the reader may be at the next words already, with a composer of their own.
  const still = useStore.getState().range === range;
  useStore.setState({ selected: annotation.id, last, ...(still ? { composing: false } : {}) });
  return true;
}
