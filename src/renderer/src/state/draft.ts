import type { Coded } from "../../../shared/claims/claims.ts";
import type { IssueId, StanceId } from "../../../shared/model/ids.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";

export type DraftPosition = Readonly<{ path: string; stance: StanceId | null; strength: number | null }>;

/**
 * What is in the composer. An issue is a path as people read it, `Water › Allocation`, so that it can be one that does
 * not exist yet.
 */
export type Draft = Readonly<{
  actor: string;
  /** Positions that are complete. */
  positions: readonly DraftPosition[];
  /** The position being written. */
  path: string;
  /** Null for no stance. */
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

/** All positions of a draft, the one being written with them. Without a stance it has none: nothing is filled in. */
export function fullPositions(draft: Draft): DraftPosition[] {
  if (draft.path.trim() === "") return [...draft.positions];
  return [...draft.positions, { path: draft.path, stance: draft.stance, strength: draft.strength }];
}

/** The draft with its written position put to the complete ones. */
export function nextPosition(draft: Draft): Draft {
  return { ...draft, positions: fullPositions(draft), path: "", stance: null, strength: null };
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
