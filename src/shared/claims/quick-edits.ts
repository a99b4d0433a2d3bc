import type { Edit } from "../change/edit.ts";
import type { Position } from "../model/annotation.ts";
import type { ActorId, IssueId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { positionOf, removeAnnotationEdits } from "./claim-edits.ts";
import type { Coded } from "./claims.ts";

/** A stance or none. */
export type ChosenStance = Position["stance"];

/** Record that a claim was edited; `time` is an ISO instant. */
function touch({ annotation }: Coded, time: string): Edit {
  return { table: "annotations", from: annotation, to: { ...annotation, modified: time } };
}

/**
 * Edits that add a position on an issue to a claim or note. None when it has that issue already: its stance stays as it
 * is.
 */
export function addIssueEdits(coded: Coded, issue: IssueId, stance: ChosenStance, time: string): Edit[] {
  if (coded.positions.some((position) => position.issue === issue)) return [];
  const to = positionOf(coded.annotation, { issue, stance, strength: null });
  return [touch(coded, time), { table: "positions", from: null, to }];
}

/**
 * Edits that remove the positions on an issue. A claim that would be left without any is removed, so that no empty note
 * stays.
 */
export function removeIssueEdits(library: Library, coded: Coded, issue: IssueId, time: string): Edit[] {
  const gone = coded.positions.filter((position) => position.issue === issue);
  if (gone.length === 0) return [];
  if (gone.length === coded.positions.length)
    return removeAnnotationEdits(library, coded.annotation.paper, coded.annotation.id);
  return [touch(coded, time), ...gone.map((from): Edit => ({ table: "positions", from, to: null }))];
}

/** Edits that give the position on an issue a stance, or none. */
export function setStanceEdits(coded: Coded, issue: IssueId, stance: ChosenStance, time: string): Edit[] {
  const edited = coded.positions.filter((position) => position.issue === issue && position.stance !== stance);
  if (edited.length === 0) return [];
  return [touch(coded, time), ...edited.map((from): Edit => ({ table: "positions", from, to: { ...from, stance } }))];
}

/** Edits that say who makes a claim, or that nobody is named. */
export function setActorEdits({ annotation }: Coded, actor: ActorId | null, time: string): Edit[] {
  if (annotation.actor === actor) return [];
  return [{ table: "annotations", from: annotation, to: { ...annotation, actor, modified: time } }];
}
