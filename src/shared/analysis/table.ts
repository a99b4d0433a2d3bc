import type { Coded } from "../claims/claims.ts";
import { stanceOf } from "../codebook/stance-scale.ts";
import { extentOf } from "../model/annotation.ts";
import type { ActorId, AnnotationId, CoderId, IssueId, PaperId, StanceId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";

/** One position with everything analysis asks about it: a line of the table of claims. */
export type PositionRow = Readonly<{
  claim: AnnotationId;
  paper: PaperId;
  issue: IssueId;
  /** Null where no stance was given. */
  stance: StanceId | null;
  /** Of the stance: 1, 0 or -1; null where there is no stance, or it has none. */
  polarity: 1 | 0 | -1 | null;
  strength: number | null;
  certainty: number | null;
  actor: ActorId | null;
  coder: CoderId;
  /** Date of the paper, as exact as known: `2021`, `2021-03` or `2021-03-09`. */
  date: string | null;
  /** ISO instant at which the claim was coded. */
  created: string;
  /** Extent of the passage in the canonical text, UTF-16 units. */
  start: number;
  end: number;
}>;

/** The table of claims: a line for each position of each annotation given, in their order. Notes have none. */
export function positionRows(library: Library, coded: readonly Coded[]): PositionRow[] {
  return coded.flatMap(({ annotation, positions }) => {
    if (positions.length === 0) return [];
    const { start, end } = extentOf(annotation.passage);
    return positions.map((position) => ({
      claim: annotation.id,
      paper: annotation.paper,
      issue: position.issue,
      stance: position.stance,
      polarity: stanceOf(library, position)?.polarity ?? null,
      strength: position.strength,
      certainty: annotation.certainty,
      actor: annotation.actor,
      coder: annotation.coder,
      date: library.papers[annotation.paper]?.date ?? null,
      created: annotation.created,
      start,
      end,
    }));
  });
}
