import equal from "fast-deep-equal";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Annotation, Position, Relation } from "../../../shared/model/annotation.ts";
import { allRecords } from "../../../shared/model/by-paper.ts";
import type { Stance } from "../../../shared/model/codebook.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { Table } from "../../../shared/model/table.ts";
import { type ProjectRecord, withParents } from "../../../shared/record/record.ts";

type Need = Readonly<{
  annotations: readonly Annotation[];
  positions: readonly Position[];
  relations: readonly Relation[];
  paper: Paper;
}>;

/**
 * Entries of a record's codebook, and coders, that some records need and the library has not. With a new paper the
 * whole stance scale comes.
 */
export function mergeCodebook(library: Library, record: ProjectRecord, need: Need): Edit[] {
  const { annotations, positions, relations, paper } = need;
  const isNew = library.papers[paper.id] === undefined;
  const coders = new Set(
    [...annotations, ...relations, ...(isNew ? [paper] : [])].map((annotation) => annotation.coder),
  );
  const stances = new Set(positions.map((position) => position.stance));
  const holders = [...annotations.map((annotation) => annotation.actor), isNew ? paper.author : null];
  const issues = positions.map((position) => position.issue);
  const lacking = <Value extends { id: string }>(table: Table<Value>, values: readonly Value[]): Value[] =>
    values.filter((value) => !Object.hasOwn(table, value.id));
  return [
    ...lacking(library.coders, record.coders)
      .filter((coder) => coders.has(coder.id))
      .map((to): Edit => ({ table: "coders", from: null, to })),
    ...lacking(library.actors, withParents(byId(record.actors), holders)).map(
      (to): Edit => ({ table: "actors", from: null, to }),
    ),
    ...record.stances
      .filter((stance) => isNew || stances.has(stance.id))
      .flatMap((stance) => stanceEdit(library, stance)),
    ...lacking(library.issues, withParents(byId(record.issues), issues)).map(
      (to): Edit => ({ table: "issues", from: null, to }),
    ),
  ];
}

/**
 * A stance that is here stays as it is, but for one of the scale that a library begins with, as long as nobody has used
 * it.
 */
function stanceEdit(library: Library, to: Stance): Edit[] {
  const here = library.stances[to.id];
  if (here === undefined) return [{ table: "stances", from: null, to }];
  const isUntouched = equal(here, emptyLibrary(library.id).stances[to.id]);
  const isUsed = allRecords(library.positions).some((position) => position.stance === to.id);
  return equal(here, to) || !isUntouched || isUsed ? [] : [{ table: "stances", from: here, to }];
}

/** Records by their identifiers. */
export function byId<Value extends { readonly id: string }>(values: readonly Value[]): Table<Value> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
