import type { CarriedStatus } from "../anchor/carry.ts";
import type { Edit } from "../change/edit.ts";
import type { Annotation, Passage, Relation } from "../model/annotation.ts";
import { AnnotationId, newId, type PaperId, PositionId, RelationId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { codedIn } from "./claims.ts";
import { carriedFrom, carriedOrigin, earlierVersion } from "./versions.ts";

/** How many annotations of the earlier version have become what in the later one. */
export type CarriedCounts = Readonly<Record<CarriedStatus, number>>;

/** `carried` counts all annotations of the earlier version; `waiting` those of them that somebody must decide about. */
export type NewVersion = Readonly<{ replaces: PaperId; carried: CarriedCounts; waiting: number }>;
/** Where an annotation of the earlier version is in this one; null where no place was found. `score` is from 0 to 1. */
export type CarryItem = Readonly<{
  annotation: AnnotationId;
  status: CarriedStatus;
  score: number;
  passage: Passage | null;
}>;

/** Counts of statuses, each of which may be 0. */
export function countStatuses(statuses: Iterable<CarriedStatus>): CarriedCounts {
  const counts = { same: 0, moved: 0, changed: 0, lost: 0 };
  for (const status of statuses) counts[status]++;
  return counts;
}

/** An annotation of the earlier version with its place in the later one. */
export type Placed = Readonly<{ annotation: Annotation; passage: Passage }>;

/**
 * Edits that carry annotations over to a paper that replaces theirs: copies with the same coding, coder and time of
 * making, which name the annotation they come from as their origin. Relations come along where their other end has a
 * copy too, or is in another paper. `time` is an ISO instant. The earlier version stays as it is.
 */
export function carryEdits(library: Library, paper: Paper, placed: readonly Placed[], time: string): Edit[] {
  const earlier = earlierVersion(library, paper);
  if (earlier === null) return [];
  const coded = new Map<string, ReturnType<typeof codedIn>[number]>(
    codedIn(library, earlier.id).map((claim) => [claim.annotation.id, claim]),
  );
  const copies = new Map<string, AnnotationId>();
  for (const { annotation } of codedIn(library, paper.id)) {
    const from = carriedFrom(annotation);
    if (from !== null) copies.set(from, annotation.id);
  }
  const edits: Edit[] = [];
  const fresh = new Set<string>();
  for (const { annotation, passage } of placed) {
    if (copies.has(annotation.id) || !coded.has(annotation.id)) continue;
    const id = newId(AnnotationId);
    copies.set(annotation.id, id);
    fresh.add(annotation.id);
    edits.push({
      table: "annotations",
      from: null,
      to: copyOf(annotation, { id, paper: paper.id, passage, modified: time }),
    });
    for (const position of coded.get(annotation.id)?.positions ?? [])
      edits.push({
        table: "positions",
        from: null,
        to: { ...position, id: newId(PositionId), paper: paper.id, annotation: id },
      });
  }
  for (const relation of Object.values(library.relations)) {
    if (!fresh.has(relation.source.annotation) && !fresh.has(relation.target.annotation)) continue;
    const [source, target] = [relation.source, relation.target].map((end) => carriedEnd(end, earlier, paper, copies));
    if (source !== undefined && source !== null && target !== undefined && target !== null)
      edits.push({ table: "relations", from: null, to: { ...relation, id: newId(RelationId), source, target } });
  }
  return edits;
}

function copyOf(
  { unplaced: _unplaced, ...annotation }: Annotation,
  changes: Pick<Annotation, "id" | "paper" | "passage" | "modified">,
): Annotation {
  const colour = annotation.origin?.colour ?? null;
  return { ...annotation, ...changes, origin: { ...carriedOrigin, colour, foreignId: annotation.id } };
}

type End = Relation["source"];

function carriedEnd(end: End, earlier: Paper, paper: Paper, copies: ReadonlyMap<string, AnnotationId>): End | null {
  if (end.paper !== earlier.id) return end;
  const copy = copies.get(end.annotation);
  return copy === undefined ? null : { paper: paper.id, annotation: copy };
}

/** Edits after which annotations of the earlier version are decided upon: they stay there, and nothing asks again. */
export function leaveEdits(paper: Paper, annotations: readonly AnnotationId[]): Edit[] {
  const left = [...new Set([...paper.notCarried, ...annotations])];
  if (left.length === paper.notCarried.length) return [];
  return [{ table: "papers", from: paper, to: { ...paper, notCarried: left } }];
}
