import type { Coded } from "../../../shared/claims/claims.ts";
import { stanceScale } from "../../../shared/codebook/stance-scale.ts";
import type { IssueId, StanceId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";

export type DraftPosition = Readonly<{ path: string; stance: StanceId; strength: number | null }>;

/** What stands in the composer. An issue is a path as people read it, `Water › Allocation`, so that it can be one that is not made yet. */
export type Draft = Readonly<{
  actor: string;
  /** Positions that are complete. */
  positions: readonly DraftPosition[];
  /** The position being written. */
  path: string;
  stance: StanceId | null;
  strength: number | null;
  certainty: number | null;
  note: string;
}>;

export const emptyDraft: Draft = {
  actor: "",
  positions: [],
  path: "",
  stance: null,
  strength: null,
  certainty: null,
  note: "",
};

export function pathOf(library: Library, issue: IssueId): string {
  return showPath(issueNames(library.issues, issue));
}

/** The stance of a position for which none was chosen: "unclear" where the scale has it. */
export function defaultStance(library: Library): StanceId | null {
  const scale = stanceScale(library.stances);
  return (scale.find((one) => one.name === "unclear") ?? scale[0])?.id ?? null;
}

/** All positions of a draft, the one being written with them. */
export function fullPositions(library: Library, draft: Draft): DraftPosition[] {
  const stance = draft.stance ?? defaultStance(library);
  if (draft.path.trim() === "" || stance === null) return [...draft.positions];
  return [...draft.positions, { path: draft.path, stance, strength: draft.strength }];
}

/** The draft with its written position put to the complete ones. */
export function nextPosition(library: Library, draft: Draft): Draft {
  return { ...draft, positions: fullPositions(library, draft), path: "", stance: null, strength: null };
}

/** The draft that an annotation was made of; the last position is the one being written. */
export function draftOf(library: Library, { annotation, positions }: Coded): Draft {
  const rows = positions.map(({ issue, stance, strength }) => ({ path: pathOf(library, issue), stance, strength }));
  const last = rows.at(-1);
  return {
    actor: annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? ""),
    positions: rows.slice(0, -1),
    path: last?.path ?? "",
    stance: last?.stance ?? null,
    strength: last?.strength ?? null,
    certainty: annotation.certainty,
    note: annotation.note,
  };
}
