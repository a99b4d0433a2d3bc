import type { Table } from "./table.ts";

/**
 * The records of one paper. A change copies what it touches, and copying a table of 100,000 records takes 0.1 s: a
 * paper with more than `maxTogether` records has them in parts, by the end of their identifiers (`bench/one-paper.ts`).
 * The form follows from the records alone, so that equal records are equal values. `count` is their number.
 */
export type PaperTable<Value> = Readonly<{ count: number; parts: Table<Table<Value>> }>;

/**
 * A table for each paper. Papers are grouped on shelves, so that putting one paper's table in the place of another
 * copies the names of few papers and not of all: copying a table of a thousand keys takes longer than writing a change
 * to disk (`bench/store.ts`). A paper without records has no table; a shelf without papers does not exist.
 */
export type ByPaper<Value> = Table<Table<PaperTable<Value>>>;

/** How many records a paper has in one part at most. */
export const maxTogether = 256;

const emptyTable: PaperTable<never> = { count: 0, parts: {} };
const none: Table<never> = {};

/**
 * The last characters of an identifier are random (RFC 9562, section 5.7) and spread papers evenly over 256 shelves.
 */
export function bucketOf(paper: string): string {
  return paper.slice(-2);
}

/** The part of a paper's table that a record of this identifier is in. `count` is how many records there are. */
export function partOf(id: string, count: number): string {
  return count > maxTogether ? id.slice(-2) : "";
}

/** A paper's records in their parts; none where it has no table. */
export function paperTable<Value>(shelves: ByPaper<Value>, paper: string): PaperTable<Value> {
  const shelf = shelves[bucketOf(paper)];
  return shelf !== undefined && Object.hasOwn(shelf, paper) ? (shelf[paper] ?? emptyTable) : emptyTable;
}

/** Tables of papers with several parts as one, found once for each. */
const joined = new WeakMap<PaperTable<unknown>, Table<unknown>>();

/**
 * The records of a paper; the same table whenever they are the same. Where a paper has many, it is made when it is
 * first asked for: look for single records with `recordOf`.
 */
export function ofPaper<Value>(shelves: ByPaper<Value>, paper: string): Table<Value> {
  return asTable(paperTable(shelves, paper));
}

function asTable<Value>(table: PaperTable<Value>): Table<Value> {
  if (table.count <= maxTogether) return table.parts[""] ?? none;
  const known = joined.get(table);
  if (known !== undefined) return known as Table<Value>;
  const entries = Object.values(table.parts).flatMap((part) => Object.entries(part));
  // As they were made, since identifiers begin with the time.
  const whole = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  joined.set(table, whole);
  return whole;
}

/** One record of a paper; undefined where it has none of this identifier. */
export function recordOf<Value>(shelves: ByPaper<Value>, paper: string, id: string): Value | undefined {
  return recordIn(paperTable(shelves, paper), id);
}

/** The record of an identifier in a paper's table; undefined where there is none. */
export function recordIn<Value>({ count, parts }: PaperTable<Value>, id: string): Value | undefined {
  const part = parts[partOf(id, count)];
  return part !== undefined && Object.hasOwn(part, id) ? part[id] : undefined;
}

/** The records of a paper, in no order. */
export function recordsOfPaper<Value>(shelves: ByPaper<Value>, paper: string): Value[] {
  return recordsOf(paperTable(shelves, paper));
}

/** The records of a paper's table, in no order. */
export function recordsOf<Value>({ parts }: PaperTable<Value>): Value[] {
  return Object.values(parts).flatMap((part) => Object.values(part));
}

/** The papers that have records. */
export function papersWithRecords(shelves: ByPaper<unknown>): readonly string[] {
  return Object.values(shelves).flatMap((shelf) => Object.keys(shelf));
}

/** The papers that have records, with their tables. */
export function paperTables<Value>(shelves: ByPaper<Value>): readonly (readonly [paper: string, Table<Value>])[] {
  return Object.values(shelves).flatMap((shelf) =>
    Object.entries(shelf).map(([paper, table]) => [paper, asTable(table)] as const),
  );
}

/** The tables of all papers that have records. None of them is read. */
export function allTables<Value>(shelves: ByPaper<Value>): PaperTable<Value>[] {
  return Object.values(shelves).flatMap((shelf) => Object.values(shelf));
}

/** The tables that the records are in. */
export function recordTables<Value>(shelves: ByPaper<Value>): Table<Value>[] {
  return Object.values(shelves).flatMap((shelf) => Object.values(shelf).flatMap(({ parts }) => Object.values(parts)));
}

/** How many records there are, whatever their paper. */
export function recordCount(shelves: ByPaper<unknown>): number {
  let count = 0;
  for (const shelf of Object.values(shelves)) for (const table of Object.values(shelf)) count += table.count;
  return count;
}

/** All records, whatever their paper. */
export function allRecords<Value>(shelves: ByPaper<Value>): Value[] {
  return recordTables(shelves).flatMap((table) => Object.values(table));
}

/** Records of one paper in the form of its table. */
export function asPaperTable<Value>(records: Table<Value>): PaperTable<Value> {
  const ids = Object.keys(records);
  if (ids.length === 0) return emptyTable;
  return { count: ids.length, parts: ids.length > maxTogether ? spread(records, ids.length) : { "": records } };
}

/** Records in the parts that so many are in. */
export function spread<Value>(records: Table<Value>, count: number): Record<string, Record<string, Value>> {
  const parts: Record<string, Record<string, Value>> = {};
  for (const [id, record] of Object.entries(records)) {
    const name = partOf(id, count);
    const part = parts[name] ?? {};
    part[id] = record;
    parts[name] = part;
  }
  return parts;
}

/** The tables of those papers, on their shelves. Empty tables are left out. */
export function byPaper<Value>(tables: Iterable<readonly [paper: string, Table<Value>]>): ByPaper<Value> {
  const all = [...tables].map(([paper, records]) => [paper, asPaperTable(records)] as const);
  return onShelves(all.filter(([, { count }]) => count > 0));
}

/** Tables of papers on their shelves; each has a record. */
export function onShelves<Value>(tables: Iterable<readonly [paper: string, PaperTable<Value>]>): ByPaper<Value> {
  const shelves: Record<string, Record<string, PaperTable<Value>>> = {};
  for (const [paper, table] of tables) {
    const shelf = shelves[bucketOf(paper)] ?? {};
    shelf[paper] = table;
    shelves[bucketOf(paper)] = shelf;
  }
  return shelves;
}

/**
 * Records as they are stored: the checksum of their file, and what gives the JSON of an object that has all tables of a
 * paper, or throws where the file is damaged.
 */
export type UnreadRecords = Readonly<{ json: () => Uint8Array; stamp: string }>;

/**
 * Where a number of tables are read from: JSON of so many bytes. `unread` gives null once one of them has been read, or
 * where records would have to be completed first.
 */
export type TableSource = Readonly<{ tables: number; bytes: number; unread: () => UnreadRecords | null }>;

const sources = new WeakMap<PaperTable<unknown>, TableSource>();

/** A table that is read when something of it is first asked for. `read` is called once. */
export function deferredTable<Value>(
  read: () => PaperTable<Value>,
  { source }: Readonly<{ source?: TableSource }> = {},
): PaperTable<Value> {
  let known: PaperTable<Value> | null = null;
  const table = (): PaperTable<Value> => {
    known ??= read();
    return known;
  };
  const deferred = {
    get count() {
      return table().count;
    },
    get parts() {
      return table().parts;
    },
  };
  if (source !== undefined) sources.set(deferred, source);
  return deferred;
}

/** A table of so many records, which are read whenever they are asked for. */
export function renewableTable<Value>(count: number, read: () => PaperTable<Value>): PaperTable<Value> {
  return {
    count,
    get parts() {
      return read().parts;
    },
  };
}

/**
 * What the tables of one paper will be read from, with no other table in it; null when they have been read, or come
 * from no such source. Reads none of them.
 */
export function unreadRecords(tables: readonly PaperTable<unknown>[]): UnreadRecords | null {
  const filled = tables.filter((table) => table !== emptyTable);
  const [source, ...others] = filled.map((table) => sources.get(table));
  if (source === undefined || source.tables !== filled.length || others.some((other) => other !== source)) return null;
  return source.unread();
}

/** What JSON of one annotation with its position takes, in bytes. */
const usualBytes = 800;

/**
 * About how many bytes the JSON of a paper's tables takes. Reads none of them, as long as they come from a source that
 * says so.
 */
export function jsonBytes(tables: readonly PaperTable<unknown>[]): number {
  let bytes = 0;
  for (const source of new Set(tables.map((table) => sources.get(table)))) bytes += source?.bytes ?? 0;
  for (const table of tables) if (!sources.has(table)) bytes += (table.count * usualBytes) / 2;
  return bytes;
}

/** With the tables of papers in place of those that they had; an empty table changes nothing. */
export function withTables<Value>(
  shelves: ByPaper<Value>,
  tables: Iterable<readonly [paper: string, PaperTable<Value>]>,
): ByPaper<Value> {
  const all: Record<string, Table<PaperTable<Value>>> = { ...shelves };
  for (const [paper, table] of tables)
    if (table.count > 0) all[bucketOf(paper)] = { ...all[bucketOf(paper)], [paper]: table };
  return all;
}

/** The tables of all papers but some. */
export function withoutPapers<Value>(shelves: ByPaper<Value>, papers: ReadonlySet<string>): ByPaper<Value> {
  const others = papersWithRecords(shelves).filter((paper) => !papers.has(paper));
  return onShelves(others.map((paper) => [paper, paperTable(shelves, paper)] as const));
}

/** With a table in the place of a paper's; an empty one takes the paper off its shelf. */
export function withTable<Value>(shelves: ByPaper<Value>, paper: string, records: Table<Value>): ByPaper<Value> {
  const { [paper]: _before, ...others } = shelves[bucketOf(paper)] ?? {};
  const table = asPaperTable(records);
  const shelf = table.count === 0 ? others : { ...others, [paper]: table };
  const { [bucketOf(paper)]: _shelf, ...rest } = shelves;
  return Object.keys(shelf).length === 0 ? rest : { ...rest, [bucketOf(paper)]: shelf };
}
