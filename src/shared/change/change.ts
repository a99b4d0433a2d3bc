import equal from "fast-deep-equal";
import { z } from "zod";
import { message } from "../messages/message.ts";
import { LabelSchema } from "../messages/message-schema.ts";
import { type ByPaper, bucketOf, type PaperTable, paperTable, partOf, recordIn, spread } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import { ChangeId, CoderId, Instant } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { storedRecord } from "../model/stored-record.ts";
import type { Table } from "../model/table.ts";
import { Edit } from "./edit.ts";
import { checkReferences } from "./integrity.ts";

/** One change of the library, as data. */
export const Change = storedRecord({
  id: ChangeId,
  at: Instant,
  coder: CoderId,
  /** What was done, as a person would say it: "Code a claim". */
  label: LabelSchema,
  edits: z.array(Edit).min(1),
  /** The change that this one undoes; null for new work. */
  undoes: ChangeId.nullable(),
});
export type Change = Readonly<z.infer<typeof Change>>;

/**
 * The library after the change. Throws `conflict` when a record is not what the change expects it to be, `reference`
 * when the result would point at something that is not there. The given library is never changed.
 */
export function apply(library: Library, change: Readonly<{ edits: readonly Edit[] }>): Library {
  const draft = new Draft(library);
  draft.apply(change);
  return draft.library;
}

/** Edits that undo the given ones: `apply` then `invert` gives the identical library. */
export function invert(edits: readonly Edit[]): Edit[] {
  return edits.map(flip).reverse();
}

/**
 * The library after those edits of an acknowledged change that `wanted` asks for (by paper; null for what belongs to
 * none). No checks: the journal was checked when it was written.
 */
export function replay(
  library: Library,
  change: Pick<Change, "edits">,
  wanted: (paper: string | null) => boolean,
): Library {
  const draft = new Draft(library);
  draft.replay(change, wanted);
  return draft.library;
}

/**
 * A library that one change after the other is applied to. It has tables of its own that it changes in place, so that
 * the cost is that of the edits, however many records there are. The library it was made from never changes.
 */
export class Draft {
  #library: Library;
  readonly #own: Own = new Set();

  constructor(library: Library) {
    this.#library = library;
  }

  /** As it is now. What is applied later changes this value too. */
  get library(): Library {
    return this.#library;
  }

  /** As the function `apply`. When it throws, the draft is what it was before. */
  apply({ edits }: Readonly<{ edits: readonly Edit[] }>): void {
    const done: Edit[] = [];
    try {
      for (const edit of edits) {
        this.#library = applyEdit(this.#library, edit, true, this.#own);
        done.push(edit);
      }
      checkReferences(this.#library, edits);
    } catch (error) {
      this.replay({ edits: invert(done) }, () => true);
      throw error;
    }
  }

  /** As the function `replay`. */
  replay({ edits }: Pick<Change, "edits">, wanted: (paper: string | null) => boolean): void {
    for (const edit of edits)
      if (wanted(paperOf(edit))) this.#library = applyEdit(this.#library, edit, false, this.#own);
  }
}

/** The paper that an edited annotation or position belongs to; null for every other record. */
export function paperOf(edit: Edit): string | null {
  if (edit.table !== "annotations" && edit.table !== "positions") return null;
  return (edit.to ?? edit.from)?.paper ?? null;
}

function flip(edit: Edit): Edit {
  switch (edit.table) {
    case "papers":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "annotations":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "positions":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "issues":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "stances":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "actors":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "coders":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "relations":
      return { table: edit.table, from: edit.to, to: edit.from };
    case "settings":
      return { table: edit.table, from: edit.to, to: edit.from };
  }
}

/** Tables that belong to one draft. They are changed in place, so that the cost of a change is that of its edits. */
type Own = Set<object>;

function applyEdit(library: Library, edit: Edit, strict: boolean, own: Own): Library {
  switch (edit.table) {
    case "annotations":
      return { ...library, annotations: putOfPaper(library.annotations, edit, strict, own) };
    case "positions":
      return { ...library, positions: putOfPaper(library.positions, edit, strict, own) };
    case "papers":
      return { ...library, papers: put(library.papers, identity, edit, strict, own) };
    case "issues":
      return { ...library, issues: put(library.issues, identity, edit, strict, own) };
    case "stances":
      return { ...library, stances: put(library.stances, identity, edit, strict, own) };
    case "actors":
      return { ...library, actors: put(library.actors, identity, edit, strict, own) };
    case "coders":
      return { ...library, coders: put(library.coders, identity, edit, strict, own) };
    case "relations":
      return { ...library, relations: put(library.relations, identity, edit, strict, own) };
    case "settings":
      return { ...library, settings: put(library.settings, (setting) => setting.key, edit, strict, own) };
  }
}

type Step<Value> = Readonly<{ table: string; from: Value | null; to: Value | null }>;

const identity = (record: { readonly id: string }): string => record.id;

function put<Value>(
  table: Table<Value>,
  keyOf: (value: Value) => string,
  step: Step<Value>,
  strict: boolean,
  own: Own,
): Table<Value> {
  const record = step.to ?? step.from;
  if (record === null) throw new WorkbenchError("invalid", message("edit.empty"));
  const key = keyOf(record);
  if (step.from !== null && keyOf(step.from) !== key)
    throw new WorkbenchError("invalid", message("edit.otherIdentifier"));
  if (strict && !equal(Object.hasOwn(table, key) ? table[key] : null, step.from))
    throw new WorkbenchError("conflict", message("edit.conflict"));
  return withRecord(table, key, step.to, own);
}

function putOfPaper<Value extends { readonly id: string; readonly paper: string }>(
  shelves: ByPaper<Value>,
  { from, to }: Step<Value>,
  strict: boolean,
  own: Own,
): ByPaper<Value> {
  const record = to ?? from;
  if (record === null || (from !== null && from.paper !== record.paper))
    throw new WorkbenchError("invalid", message("edit.otherPaper"));
  const { paper, id } = record;
  if (from !== null && from.id !== id) throw new WorkbenchError("invalid", message("edit.otherIdentifier"));
  const before = paperTable(shelves, paper);
  if (strict && !equal(recordIn(before, id) ?? null, from))
    throw new WorkbenchError("conflict", message("edit.conflict"));
  const table = withRecordOfPaper(before, id, to, own);
  const shelf = withRecord(shelves[bucketOf(paper)] ?? {}, paper, table.count === 0 ? null : table, own);
  return withRecord(shelves, bucketOf(paper), orNothing(shelf, to), own);
}

function withRecordOfPaper<Value>(
  before: PaperTable<Value>,
  id: string,
  record: Value | null,
  own: Own,
): PaperTable<Value> {
  const isThere = recordIn(before, id) !== undefined;
  const count = before.count + (record === null ? 0 : 1) - (isThere ? 1 : 0);
  const parts = partOf(id, count) === partOf(id, before.count) ? before.parts : divided(before.parts, count, own);
  const name = partOf(id, count);
  const part = withRecord(parts[name] ?? {}, id, record, own);
  return { count, parts: withRecord(parts, name, orNothing(part, record), own) };
}

/** The same records in the parts that another number of them is in. */
function divided<Value>(parts: Table<Table<Value>>, count: number, own: Own): Table<Table<Value>> {
  const divided = spread(Object.assign({}, ...Object.values(parts)) as Table<Value>, count);
  for (const table of [divided, ...Object.values(divided)]) own.add(table);
  return divided;
}

function withRecord<Value>(table: Table<Value>, key: string, record: Value | null, own: Own): Table<Value> {
  const copy: Record<string, Value> = own.has(table) ? table : { ...table };
  own.add(copy);
  if (record === null) delete copy[key];
  else copy[key] = record;
  return copy;
}

/** Null for an empty table, as only a removal leaves one. */
function orNothing<Value>(table: Table<Value>, record: unknown): Table<Value> | null {
  return record !== null || Object.keys(table).length > 0 ? table : null;
}
