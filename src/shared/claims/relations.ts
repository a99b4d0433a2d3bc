import type { Edit } from "../change/edit.ts";
import { message } from "../messages/message.ts";
import type { Relation, RelationKind } from "../model/annotation.ts";
import { WorkbenchError } from "../model/errors.ts";
import { type AnnotationId, type CoderId, newId, type PaperId, RelationId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { codedOne } from "./claims.ts";

type End = Readonly<{ paper: PaperId; annotation: AnnotationId }>;

/** A relation seen from one end: `back` when the other end is its source ("contradicted by"). */
export type DirectedRelation = Readonly<{ kind: RelationKind; back: boolean }>;

/** All ways to read a relation, forwards first. */
export const directedRelations: readonly DirectedRelation[] = [false, true].flatMap((back) =>
  (["supports", "contradicts", "elaborates", "evidence"] as const).map((kind) => ({ kind, back })),
);

/**
 * Link two annotations. Throws `invalid` when they are one and the same or linked so already, `missing` when one is
 * gone.
 */
export function linkEdits(
  library: Library,
  wish: Readonly<{ kind: RelationKind; source: End; target: End; coder: CoderId; at: string }>,
): Edit[] {
  const { kind, source, target, coder, at: time } = wish;
  for (const end of [source, target])
    if (codedOne(library, end.paper, end.annotation) === null)
      throw new WorkbenchError("missing", message("relation.claimGone"));
  refuseTwin(library, kind, source, target, null);
  const made: Relation = { id: newId(RelationId), kind, source, target, coder, created: time };
  return [{ table: "relations", from: null, to: made }];
}

/**
 * Change a relation as seen from one of its ends: another kind, or reversed. Empty when it reads so
 * already.
 */
export function relinkEdits(
  library: Library,
  id: RelationId,
  self: AnnotationId,
  { kind, back }: DirectedRelation,
): Edit[] {
  const from = library.relations[id];
  if (from === undefined) throw new WorkbenchError("missing", message("relation.missing"));
  const isBack = from.source.annotation !== self;
  const ends = isBack === back ? from : { source: from.target, target: from.source };
  if (isBack === back && from.kind === kind) return [];
  refuseTwin(library, kind, ends.source, ends.target, id);
  return [{ table: "relations", from, to: { ...from, kind, source: ends.source, target: ends.target } }];
}

/** Take a relation away. Empty when it is gone already. */
export function unlinkEdits(library: Library, id: RelationId): Edit[] {
  const from = library.relations[id];
  return from === undefined ? [] : [{ table: "relations", from, to: null }];
}

function refuseTwin(library: Library, kind: RelationKind, source: End, target: End, self: RelationId | null): void {
  if (source.annotation === target.annotation) throw new WorkbenchError("invalid", message("relation.withItself"));
  const twin = Object.values(library.relations).some(
    (relation) =>
      relation.id !== self &&
      relation.kind === kind &&
      relation.source.annotation === source.annotation &&
      relation.target.annotation === target.annotation,
  );
  if (twin) throw new WorkbenchError("invalid", message("relation.twin"));
}
