import type { Edit } from "../../../shared/change/edit.ts";
import { positionOf } from "../../../shared/claims/claim-edits.ts";
import type { Annotation, Position } from "../../../shared/model/annotation.ts";
import type { LastPosition } from "./reading.ts";

/**
 * Edits that turn the positions of a claim into those wanted. A position on the same issue is edited, not made again,
 * so that the history shows what became of it; without a difference there is no edit.
 */
export function positionChanges(
  annotation: Annotation,
  before: readonly Position[],
  wanted: readonly LastPosition[],
): Edit[] {
  const left = [...before];
  const edited = wanted.flatMap((change): Edit[] => {
    const index = left.findIndex((position) => position.issue === change.issue);
    const from = index < 0 ? null : (left.splice(index, 1)[0] ?? null);
    if (from === null) return [{ table: "positions", from: null, to: positionOf(annotation, change) }];
    return from.stance === change.stance && from.strength === change.strength
      ? []
      : [{ table: "positions", from, to: { ...from, ...change } }];
  });
  const gone = left.map((from): Edit => ({ table: "positions", from, to: null }));
  return [...edited, ...gone];
}
