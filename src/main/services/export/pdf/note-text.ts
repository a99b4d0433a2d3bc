import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import { noStance } from "../../../../shared/codebook/stance-scale.ts";
import { parsePath, showPath } from "../../../../shared/model/issue-path.ts";

/** What the note of a highlight says: everything a stranger needs to understand the colour. */
export function noteText(row: ClaimRow): string {
  const positions = row.positions.map(
    (one) =>
      `${showPath(parsePath(one.issue))}: ${one.glyph} ${one.stance ?? noStance.name}${one.strength === null ? "" : ` (strength ${one.strength} of 3)`}`,
  );
  return [
    ...positions,
    ...(row.actor === null ? [] : [`Actor: ${row.actor}`]),
    ...(row.certainty === null ? [] : [`Certainty: ${row.certainty} of 5`]),
    ...(row.grade === null ? [] : [`Source grade: ${row.grade}`]),
    ...row.relations,
    ...(row.note === "" ? [] : ["", row.note]),
  ]
    .join("\n")
    .trimStart();
}
