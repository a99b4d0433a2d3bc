import { z } from "zod";
import type { AnchoredRange, Annotation, Position } from "../model/annotation.ts";
import { asPaperTable, type PaperTable, renewableTable } from "../model/by-paper.ts";
import { heldWhileUsed } from "../model/held-records.ts";
import { type ActorTally, countActors, countIssues, type IssueTally, rememberTallies } from "../model/paper-tally.ts";
import { type RecordColumns, type Reference, rememberColumns } from "../model/record-columns.ts";
import type { Table } from "../model/table.ts";

/** The records of one paper. */
export type RecordsOfPaper = Readonly<{ annotations: PaperTable<Annotation>; positions: PaperTable<Position> }>;

/** The same as they are stored. */
export type RecordTables = Readonly<{ annotations: Table<Annotation>; positions: Table<Position> }>;

const Count = z.int().min(0);

/** What lists and counts of all papers need of one, so that its records can stay packed until they are looked at. */
const Head = z.strictObject({
  annotations: Count,
  positions: Count,
  issues: z.array(z.tuple([z.array(z.string()), Count])),
  actors: z.array(z.tuple([z.string(), Count])),
});
type Head = Readonly<{ annotations: number; positions: number; issues: IssueTally; actors: ActorTally }>;

/**
 * Packed records as they are stored and sent: the head as JSON, the columns as JSON in UTF-8, deflated (RFC 1951).
 */
export type PackedRecords = Readonly<{ head: string; columns: Uint8Array }>;

const fieldsOf = {
  annotation: ["id", "paper", "passage", "actor", "certainty", "grade", "note", "coder", "created", "modified"],
  passage: ["ranges", "areas"],
  range: ["start", "end", "quote", "prefix", "suffix"],
  position: ["id", "paper", "annotation", "issue", "stance", "strength"],
} as const;

/**
 * The records of a paper, packed, as JSON: what the head says is small and read at once, columns when a record is first
 * asked for. `unpackRecords` gives equal records back.
 */
export function packRecords(tables: RecordTables): Readonly<{ head: string; columns: string }> {
  const [annotations, positions] = [Object.values(tables.annotations), Object.values(tables.positions)];
  const head: Head = {
    annotations: annotations.length,
    positions: positions.length,
    issues: countIssues(positions),
    actors: countActors(annotations),
  };
  return { head: JSON.stringify(head), columns: JSON.stringify(columnsOf(annotations, positions)) };
}

function columnsOf(annotations: readonly Annotation[], positions: readonly Position[]): RecordColumns {
  const columns: RecordColumns = {
    paper: annotations[0]?.paper ?? positions[0]?.paper ?? "",
    strings: [],
    annotations: {
      id: [],
      start: [],
      end: [],
      quote: [],
      prefix: [],
      suffix: [],
      areas: [],
      actor: [],
      certainty: [],
      grade: [],
      note: [],
      coder: [],
      created: [],
      modified: [],
    },
    positions: { id: [], annotation: [], issue: [], stance: [], strength: [] },
    others: { annotations: [], positions: [] },
  };
  const known = new Map<string, Reference>();
  const refer = (text: string | null): Reference => {
    if (text === null) return -1;
    const place = known.get(text) ?? columns.strings.push(text) - 1;
    known.set(text, place);
    return place;
  };
  const places = new Map<string, number>();
  for (const annotation of annotations) {
    const range = onlyRange(annotation);
    if (range === null || annotation.paper !== columns.paper) columns.others.annotations.push(annotation);
    else {
      places.set(annotation.id, columns.annotations.id.length);
      addAnnotation(columns.annotations, annotation, range, refer);
    }
  }
  for (const position of positions) {
    const place = places.get(position.annotation);
    const isUsual = position.paper === columns.paper && hasOnly(position, fieldsOf.position);
    if (place === undefined || !isUsual) columns.others.positions.push(position);
    else {
      const { id, annotation, issue, stance, strength } = columns.positions;
      id.push(position.id);
      annotation.push(place);
      issue.push(refer(position.issue));
      stance.push(refer(position.stance));
      strength.push(position.strength);
    }
  }
  return columns;
}

function addAnnotation(
  columns: RecordColumns["annotations"],
  annotation: Annotation,
  range: AnchoredRange,
  refer: (text: string | null) => Reference,
): void {
  columns.id.push(annotation.id);
  columns.start.push(range.start);
  columns.end.push(range.end);
  columns.quote.push(range.quote);
  columns.prefix.push(range.prefix);
  columns.suffix.push(range.suffix);
  columns.areas.push(annotation.passage.areas);
  columns.actor.push(refer(annotation.actor));
  columns.certainty.push(annotation.certainty);
  columns.grade.push(annotation.grade);
  columns.note.push(refer(annotation.note));
  columns.coder.push(refer(annotation.coder));
  columns.created.push(refer(annotation.created));
  columns.modified.push(refer(annotation.modified));
}

/** The range of an annotation that has one, and no field that has no column; null for any other. */
function onlyRange(annotation: Annotation): AnchoredRange | null {
  const { passage } = annotation;
  const [range, ...more] = passage.ranges;
  const isUsual =
    range !== undefined &&
    more.length === 0 &&
    hasOnly(annotation, fieldsOf.annotation) &&
    hasOnly(passage, fieldsOf.passage) &&
    hasOnly(range, fieldsOf.range);
  return isUsual ? range : null;
}

function hasOnly(record: object, names: readonly string[]): boolean {
  return Object.keys(record).length === names.length && names.every((name) => Object.hasOwn(record, name));
}

/**
 * The records that were packed; `columns` is called whenever records are asked for that are not held any more
 * (`heldWhileUsed`). Throws `SyntaxError` or `ZodError` where the head is none, and later `SyntaxError` or `RangeError`
 * where the columns do not fit.
 */
export function unpackRecords(head: string, columns: () => string): RecordsOfPaper {
  const known = Head.parse(JSON.parse(head));
  const { annotations, positions } = known;
  const parse = (): RecordColumns => parseColumns(columns(), known);
  const read = heldWhileUsed(annotations + positions, () => readColumns(parse()));
  const records: RecordsOfPaper = {
    annotations: annotations === 0 ? asPaperTable({}) : renewableTable(annotations, () => read().annotations),
    positions: positions === 0 ? asPaperTable({}) : renewableTable(positions, () => read().positions),
  };
  rememberTallies(records, known);
  if (annotations > 0) rememberColumns(records.annotations, { positions: records.positions, read: parse });
  return records;
}

function parseColumns(json: string, head: Head): RecordColumns {
  const columns = JSON.parse(json) as RecordColumns;
  checkColumns(columns);
  const { annotations, positions, others } = columns;
  const counts = [annotations.id.length + others.annotations.length, positions.id.length + others.positions.length];
  if (counts[0] !== head.annotations || counts[1] !== head.positions)
    throw new RangeError("Packed records are not as many as their head says.");
  return columns;
}

function readColumns(columns: RecordColumns): RecordsOfPaper {
  const annotations: Record<string, Annotation> = {};
  const positions: Record<string, Position> = {};
  readAnnotations(columns, annotations);
  readPositions(columns, positions);
  for (const annotation of columns.others.annotations) annotations[annotation.id] = annotation;
  for (const position of columns.others.positions) positions[position.id] = position;
  return { annotations: asPaperTable(annotations), positions: asPaperTable(positions) };
}

// Columns are checked before: each has a value of its type in each line, and references lead to strings.
function readAnnotations(
  { paper, strings, annotations: columns }: RecordColumns,
  found: Record<string, unknown>,
): void {
  const { id, start, end, quote, prefix, suffix, areas, actor, certainty, grade } = columns;
  const { note, coder, created, modified } = columns;
  const said = (reference: Reference | undefined): string | null => strings[reference ?? -1] ?? null;
  for (let line = 0; line < id.length; line++)
    found[id[line] ?? ""] = {
      id: id[line],
      paper,
      passage: {
        ranges: [
          { start: start[line], end: end[line], quote: quote[line], prefix: prefix[line], suffix: suffix[line] },
        ],
        areas: areas[line],
      },
      actor: said(actor[line]),
      certainty: certainty[line],
      grade: grade[line],
      note: said(note[line]),
      coder: said(coder[line]),
      created: said(created[line]),
      modified: said(modified[line]),
    };
}

function readPositions(
  { paper, strings, annotations, positions }: RecordColumns,
  found: Record<string, unknown>,
): void {
  const { id, annotation, issue, stance, strength } = positions;
  const said = (reference: Reference | undefined): string | null => strings[reference ?? -1] ?? null;
  for (let line = 0; line < id.length; line++)
    found[id[line] ?? ""] = {
      id: id[line],
      paper,
      annotation: annotations.id[annotation[line] ?? 0],
      issue: said(issue[line]),
      stance: said(stance[line]),
      strength: strength[line],
    };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isNumberOrNull: Check = (value) => value === null || typeof value === "number";
const isObjectOrNull: Check = (value) => typeof value === "object" && !Array.isArray(value);
const isObject: Check = (value) => typeof value === "object" && value !== null;

function checkColumns({ paper, strings, annotations, positions, others }: RecordColumns): void {
  const below = (limit: number, least: number): Check => {
    return (value) => Number.isInteger(value) && (value as number) >= least && (value as number) < limit;
  };
  const [optional, needed] = [below(strings.length, -1), below(strings.length, 0)];
  const isWhole =
    typeof paper === "string" &&
    fits(strings, strings.length, isText) &&
    fitAll(annotations, {
      id: isText,
      start: isCount,
      end: isCount,
      quote: isText,
      prefix: isText,
      suffix: isText,
      areas: Array.isArray,
      actor: optional,
      certainty: isNumberOrNull,
      grade: isObjectOrNull,
      note: needed,
      coder: needed,
      created: needed,
      modified: needed,
    }) &&
    fitAll(positions, {
      id: isText,
      annotation: below(annotations.id.length, 0),
      issue: needed,
      stance: optional,
      strength: isNumberOrNull,
    }) &&
    fits(others.annotations, others.annotations.length, isObject) &&
    fits(others.positions, others.positions.length, isObject);
  if (!isWhole) throw new RangeError("A column of packed records does not fit.");
}

/** Whether each column has as many values as there are identifiers, each of its type. */
function fitAll<Name extends string>(
  columns: Readonly<Record<Name, readonly unknown[]>>,
  checks: Readonly<Record<Name, Check>>,
): boolean {
  const length = (columns as Readonly<Record<string, readonly unknown[]>>).id?.length ?? -1;
  return (Object.keys(checks) as Name[]).every((name) => fits(columns[name], length, checks[name]));
}

function fits(column: unknown, length: number, check: Check): boolean {
  return Array.isArray(column) && column.length === length && column.every(check);
}
