import type { Edit } from "../change/edit.ts";
import { findOrCreateIssue } from "../codebook/find-or-create.ts";
import { message } from "../messages/message.ts";
import type { Annotation } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { IssueId, PaperId, PositionId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { positionOf } from "./claim-edits.ts";

/**
 * Add a position without a stance on the issue at a path, which is created where it is missing. Throws `invalid` when
 * the claim has a position on that issue.
 */
export function addPositionEdits(library: Library, annotation: Annotation, path: readonly string[]): Edit[] {
  const { id: issue, edits } = findOrCreateIssue(library.issues, path);
  refuseTwin(library, annotation, issue);
  const to = positionOf(annotation, { issue, stance: null, strength: null });
  return [...edits, { table: "positions", from: null, to }];
}

/**
 * Move a position to the issue at a path, which is created where it is missing; stance and strength stay. Empty when it
 * has that issue already; throws `missing` when the position is gone, and `invalid` when its claim has another position
 * on that issue.
 */
export function changeIssueEdits(library: Library, paper: PaperId, id: PositionId, path: readonly string[]): Edit[] {
  const positions = Object.values(ofPaper(library.positions, paper));
  const from = positions.find((position) => position.id === id);
  if (from === undefined) throw new WorkbenchError("missing", message("claim.positionGone"));
  const { id: issue, edits } = findOrCreateIssue(library.issues, path);
  if (issue === from.issue) return [];
  refuseTwin(library, { paper, id: from.annotation }, issue);
  return [...edits, { table: "positions", from, to: { ...from, issue } }];
}

function refuseTwin(library: Library, { paper, id }: Pick<Annotation, "paper" | "id">, issue: IssueId): void {
  const positions = Object.values(ofPaper(library.positions, paper));
  if (positions.some((position) => position.annotation === id && position.issue === issue))
    throw new WorkbenchError("invalid", message("claim.issueTwice"));
}
