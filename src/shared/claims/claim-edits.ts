import type { Edit } from "../change/edit.ts";
import type { Annotation, Passage, Position, SourceGrade } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import {
  type ActorId,
  AnnotationId,
  type CoderId,
  type IssueId,
  newId,
  type PaperId,
  PositionId,
  type StanceId,
} from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { leaveEdits } from "./carry-edits.ts";
import { codedOne } from "./claims.ts";
import { carriedFrom, earlierVersion } from "./versions.ts";

/** What a reader says of a passage: all that a new annotation is made of. */
export type Coding = Readonly<{
  /** The identifier of the new annotation; a fresh one when left out. */
  id?: AnnotationId;
  paper: PaperId;
  passage: Passage;
  actor: ActorId | null;
  positions: readonly Readonly<{ issue: IssueId; stance: StanceId | null; strength: number | null }>[];
  certainty: number | null;
  grade?: SourceGrade | null;
  note: string;
  coder: CoderId;
  /** ISO instant. */
  at: string;
}>;

/** Edits that make an annotation with its positions: a claim, or a note when there are none. */
export function claimEdits(coding: Coding): { annotation: Annotation; edits: Edit[] } {
  const annotation: Annotation = {
    id: coding.id ?? newId(AnnotationId),
    paper: coding.paper,
    passage: coding.passage,
    actor: coding.actor,
    certainty: coding.certainty,
    grade: coding.grade ?? null,
    note: coding.note,
    coder: coding.coder,
    created: coding.at,
    modified: coding.at,
  };
  const positions = coding.positions.map(
    (position): Edit => ({ table: "positions", from: null, to: positionOf(annotation, position) }),
  );
  return { annotation, edits: [{ table: "annotations", from: null, to: annotation }, ...positions] };
}

/** A new position on an annotation. */
export function positionOf(
  annotation: Pick<Annotation, "id" | "paper">,
  wanted: { issue: IssueId; stance: StanceId | null; strength: number | null },
): Position {
  return { id: newId(PositionId), paper: annotation.paper, annotation: annotation.id, ...wanted };
}

/**
 * Edits that remove an annotation with its positions and relations. Empty when it is not there. One that was carried
 * over from an earlier version is not asked about again.
 */
export function removeAnnotationEdits(library: Library, paper: PaperId, id: AnnotationId): Edit[] {
  const coded = codedOne(library, paper, id);
  if (coded === null) return [];
  const relations = Object.values(library.relations).filter(
    (relation) => relation.source.annotation === id || relation.target.annotation === id,
  );
  return [
    ...relations.map((from): Edit => ({ table: "relations", from, to: null })),
    ...coded.positions.map((from): Edit => ({ table: "positions", from, to: null })),
    { table: "annotations", from: coded.annotation, to: null },
    ...notCarriedEdits(library, [coded.annotation]),
  ];
}

/** Edits after which annotations that were carried over to their papers, and are removed, count as left behind. */
export function notCarriedEdits(library: Library, removed: readonly Annotation[]): Edit[] {
  return [...Map.groupBy(removed, ({ paper }) => paper)].flatMap(([id, annotations]) => {
    const paper = library.papers[id];
    const earlier = paper === undefined ? null : earlierVersion(library, paper);
    if (paper === undefined || earlier === null) return [];
    const there = Object.keys(ofPaper(library.annotations, earlier.id));
    const origins = new Set(annotations.map(carriedFrom));
    return leaveEdits(
      paper,
      there.filter((id) => origins.has(id)).map((id) => AnnotationId.parse(id)),
    );
  });
}

/**
 * Edits that remove papers and all that is said about them; those that are gone already are left out. Their files stay,
 * so that it can be undone. The annotations of each must be in `library`.
 */
export function removePapersEdits(library: Library, ids: readonly PaperId[]): Edit[] {
  const papers = [...new Set(ids)].flatMap((id) => library.papers[id] ?? []);
  const gone = new Set(papers.map(({ id }) => id));
  // A relation between two of the papers is removed once.
  const relations = Object.values(library.relations).filter(
    ({ source, target }) => gone.has(source.paper) || gone.has(target.paper),
  );
  return [
    ...relations.map((from): Edit => ({ table: "relations", from, to: null })),
    ...papers.flatMap(({ id }) => [
      ...Object.values(ofPaper(library.positions, id)).map((from): Edit => ({ table: "positions", from, to: null })),
      ...Object.values(ofPaper(library.annotations, id)).map(
        (from): Edit => ({ table: "annotations", from, to: null }),
      ),
    ]),
    ...papers.map((from): Edit => ({ table: "papers", from, to: null })),
  ];
}
