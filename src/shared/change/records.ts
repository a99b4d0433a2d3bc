import equal from "fast-deep-equal";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import { quoteOf } from "../model/annotation.ts";
import { papersWithRecords, recordsOfPaper } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import { atOnce, type Steps } from "../model/steps.ts";
import { apply, Draft } from "./change.ts";
import { shortened } from "./differences.ts";
import { Edit } from "./edit.ts";

/** A library as the edits that make it, each resting only on those before it, parents before children. */
export function recordsOf(library: Library): Edit[] {
  return [...recordsInTurn(library)];
}

/** What `recordsOf` gives, one after the other and each made when it is asked for. */
export function* recordsInTurn(library: Library): Generator<Edit> {
  for (const to of Object.values(library.coders)) yield { table: "coders", from: null, to };
  for (const to of parentsFirst(library.actors)) yield { table: "actors", from: null, to };
  for (const to of Object.values(library.stances)) yield { table: "stances", from: null, to };
  for (const to of parentsFirst(library.issues)) yield { table: "issues", from: null, to };
  for (const to of Object.values(library.papers)) yield { table: "papers", from: null, to };
  for (const paper of papersWithRecords(library.annotations))
    for (const to of recordsOfPaper(library.annotations, paper)) yield { table: "annotations", from: null, to };
  for (const paper of papersWithRecords(library.positions))
    for (const to of recordsOfPaper(library.positions, paper)) yield { table: "positions", from: null, to };
  for (const to of Object.values(library.relations)) yield { table: "relations", from: null, to };
  for (const to of Object.values(library.settings)) yield { table: "settings", from: null, to };
}

/** Table and identifier of the record an edit is about. */
export function recordKey({ table, from, to }: Edit): string {
  const record = to ?? from;
  return `${table} ${record === null ? "" : "id" in record ? record.id : record.key}`;
}

/**
 * Edits from one state to another, both given as `recordsOf` gives them: removals first, dependents before what they
 * depend on.
 */
export function difference(now: readonly Edit[], then: readonly Edit[]): Edit[] {
  return atOnce(findingDifference(now, then));
}

/** `difference` in steps. */
export function* findingDifference(now: readonly Edit[], then: readonly Edit[]): Steps<Edit[]> {
  const before = new Map<string, Edit>();
  for (const edit of now) {
    before.set(recordKey(edit), edit);
    yield;
  }
  const after = new Set<string>();
  const made: Edit[] = [];
  for (const { table, to } of then) {
    const key = recordKey({ table, from: null, to } as Edit);
    const from = before.get(key)?.to ?? null;
    after.add(key);
    if (!equal(from, to)) made.push(Edit.parse({ table, from, to }));
    yield;
  }
  const removed: Edit[] = [];
  for (const edit of now.toReversed()) {
    if (!after.has(recordKey(edit))) removed.push(Edit.parse({ table: edit.table, from: edit.to, to: null }));
    yield;
  }
  return [...removed, ...made];
}

/** Records that are tried together: few enough to go on soon where one of them does not fit. */
const together = 50;

/**
 * A library with those of the edits that fit, in steps. Each edit rests only on those before it, as `difference` gives
 * them.
 */
export function* applyingFitting(library: Library, edits: readonly Edit[]): Steps<Library> {
  const draft = new Draft(library);
  const isFit = (some: readonly Edit[]): boolean => {
    try {
      draft.apply({ edits: some });
      return true;
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      return false;
    }
  };
  for (let from = 0; from < edits.length; from += together) {
    const some = edits.slice(from, from + together);
    if (!isFit(some)) for (const edit of some) isFit([edit]);
    yield;
  }
  return draft.library;
}

/** Those of the edits that fit the library, one resting on another; and for each other one why not. */
export function fitting(library: Library, edits: readonly Edit[]): { edits: Edit[]; refused: Message[] } {
  try {
    apply(library, { edits });
    return { edits: [...edits], refused: [] };
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error;
  }
  const fit: Edit[] = [];
  const refused: Message[] = [];
  const draft = new Draft(library);
  for (const edit of edits)
    try {
      draft.apply({ edits: [edit] });
      fit.push(edit);
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      refused.push(message("merge.refused", { record: recordName(edit), reason: error.reason }));
    }
  return { edits: fit, refused };
}

/** A record as a person would point at it. */
export function recordName({ table, from, to }: Edit): Message {
  const record = to ?? from;
  const name = record === null ? "" : nameOf(record);
  switch (table) {
    case "papers":
      return message("record.paper", { name });
    case "annotations":
      return message("record.annotation", { name });
    case "positions":
      return message("record.position");
    case "issues":
      return message("record.issue", { name });
    case "stances":
      return message("record.stance", { name });
    case "actors":
      return message("record.actor", { name });
    case "coders":
      return message("record.coder", { name });
    case "relations":
      return message("record.relation");
    case "settings":
      return message("record.setting", { name });
  }
}

function nameOf(record: NonNullable<Edit["to"]>): string {
  if ("passage" in record) return shortened(quoteOf(record.passage), 60);
  if ("title" in record) return record.title;
  if ("name" in record) return record.name;
  return "key" in record && record.key !== null ? record.key : "";
}

function parentsFirst<Value extends { readonly id: string; readonly parent: string | null }>(
  table: Readonly<Record<string, Value>>,
): Value[] {
  const done = new Set<Value>();
  const add = (value: Value, above: ReadonlySet<string>): void => {
    const parent = value.parent === null ? undefined : table[value.parent];
    // A circle cannot be made by a change; a damaged file must not hang us all the same.
    if (parent !== undefined && !above.has(parent.id)) add(parent, new Set([...above, value.id]));
    done.add(value);
  };
  for (const value of Object.values(table)) if (!done.has(value)) add(value, new Set());
  return [...done];
}
