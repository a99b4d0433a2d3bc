import equal from "fast-deep-equal";
import type { Change } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import type { Annotation, Position, Relation } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import type { AnnotationId, ChangeId, PaperId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";

/** One annotation with all that hangs on it. Null: it was not there. */
export type ClaimState = Readonly<{
  annotation: Annotation | null;
  positions: Readonly<Record<string, Position>>;
  relations: Readonly<Record<string, Relation>>;
}>;

/** The annotations an edit is about. */
export function annotationsOf(edit: Edit): readonly Readonly<{ paper: PaperId; annotation: AnnotationId }>[] {
  switch (edit.table) {
    case "annotations": {
      const record = edit.to ?? edit.from;
      return record === null ? [] : [{ paper: record.paper, annotation: record.id }];
    }
    case "positions": {
      const record = edit.to ?? edit.from;
      return record === null ? [] : [{ paper: record.paper, annotation: record.annotation }];
    }
    case "relations": {
      const record = edit.to ?? edit.from;
      return record === null ? [] : [record.source, record.target];
    }
    default:
      return [];
  }
}

/**
 * How an annotation was right after a change, or right before it. `history` are all changes of the annotation, newest
 * first, as the workbench lists them.
 */
export function claimStateAt(
  library: Library,
  paper: PaperId,
  id: AnnotationId,
  history: readonly Change[],
  change: ChangeId,
  when: "before" | "after",
): ClaimState {
  let state = presentState(library, paper, id);
  for (const entry of history) {
    if (entry.id === change && when === "after") break;
    for (const edit of entry.edits.toReversed()) state = stepBack(state, edit, id);
    if (entry.id === change) break;
  }
  return state;
}

function presentState(library: Library, paper: PaperId, id: AnnotationId): ClaimState {
  const positions = Object.entries(ofPaper(library.positions, paper)).filter(
    ([, position]) => position.annotation === id,
  );
  const relations = Object.entries(library.relations).filter(
    ([, relation]) => relation.source.annotation === id || relation.target.annotation === id,
  );
  return {
    annotation: ofPaper(library.annotations, paper)[id] ?? null,
    positions: Object.fromEntries(positions),
    relations: Object.fromEntries(relations),
  };
}

function stepBack(state: ClaimState, edit: Edit, id: AnnotationId): ClaimState {
  if (!annotationsOf(edit).some((annotation) => annotation.annotation === id)) return state;
  if (edit.table === "annotations") return { ...state, annotation: edit.from };
  if (edit.table === "positions") return { ...state, positions: put(state.positions, edit) };
  if (edit.table === "relations") return { ...state, relations: put(state.relations, edit) };
  return state;
}

function put<Value extends { readonly id: string }>(
  table: Readonly<Record<string, Value>>,
  { from, to }: Readonly<{ from: Value | null; to: Value | null }>,
): Readonly<Record<string, Value>> {
  const { [(to ?? from)?.id ?? ""]: _gone, ...rest } = table;
  return from === null ? rest : { ...rest, [from.id]: from };
}

/**
 * Edits that bring an annotation back to a state it had, as a new change. What has left the codebook since cannot come
 * back with it: such positions and relations are left out, such an actor becomes nobody. Empty when it is so already.
 */
export function restoreClaimEdits(
  library: Library,
  paper: PaperId,
  id: AnnotationId,
  state: ClaimState,
  time: string,
): Edit[] {
  const now = presentState(library, paper, id);
  const actor = state.annotation?.actor ?? null;
  const kept = actor !== null && library.actors[actor] === undefined ? null : actor;
  const annotation = state.annotation === null ? null : { ...state.annotation, actor: kept };
  const wanted = Object.values(state.positions).filter(
    (position) =>
      library.issues[position.issue] !== undefined &&
      (position.stance === null || library.stances[position.stance] !== undefined),
  );
  const linked = Object.values(state.relations).filter(({ source, target }) =>
    [source, target].every(
      (end) => end.annotation === id || ofPaper(library.annotations, end.paper)[end.annotation] !== undefined,
    ),
  );
  const same =
    annotation !== null &&
    now.annotation !== null &&
    equal({ ...annotation, modified: "" }, { ...now.annotation, modified: "" });
  return [
    ...(same || (annotation === null && now.annotation === null)
      ? []
      : [
          {
            table: "annotations",
            from: now.annotation,
            to: annotation === null ? null : { ...annotation, modified: time },
          } as const,
        ]),
    ...changed(now.positions, annotation === null ? [] : wanted).map((edit): Edit => ({ table: "positions", ...edit })),
    ...changed(now.relations, annotation === null ? [] : linked).map((edit): Edit => ({ table: "relations", ...edit })),
  ];
}

function changed<Value extends { readonly id: string }>(
  now: Readonly<Record<string, Value>>,
  wanted: readonly Value[],
): { from: Value | null; to: Value | null }[] {
  const ids = new Set([...Object.keys(now), ...wanted.map((value) => value.id)]);
  return [...ids]
    .map((id) => ({ from: now[id] ?? null, to: wanted.find((value) => value.id === id) ?? null }))
    .filter(({ from, to }) => !equal(from, to));
}
