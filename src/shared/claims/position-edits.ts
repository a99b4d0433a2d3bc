import type { Edit } from "../change/edit.ts";
import { findOrCreateIssue } from "../codebook/find-or-create.ts";
import { message } from "../messages/message.ts";
import { ofPaper } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { PaperId, PositionId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";

/**
 * Move a position to the issue at a path, which is created where it is missing; stance and strength stay. Empty when it
 * has that issue already; throws `missing` when the position is gone, and `invalid` when its claim has another position
 * on that issue.
 */
export function changeIssueEdits(library: Library, paper: PaperId, id: PositionId, path: readonly string[]): Edit[] {
  const positions = Object.values(ofPaper(library.positions, paper));
  const from = positions.find((one) => one.id === id);
  if (from === undefined) throw new WorkbenchError("missing", message("claim.positionGone"));
  const { id: issue, edits } = findOrCreateIssue(library.issues, path);
  if (issue === from.issue) return [];
  if (positions.some((one) => one.annotation === from.annotation && one.issue === issue))
    throw new WorkbenchError("invalid", message("claim.issueTwice"));
  return [...edits, { table: "positions", from, to: { ...from, issue } }];
}
