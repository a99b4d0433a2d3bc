import type { Table } from "./table.ts";

/**
 * A table for each paper. Papers are grouped on shelves, so that putting one paper's table in the place of another
 * copies the names of few papers and not of all: copying a table of a thousand keys takes longer than writing a change
 * to disk (`bench/store.ts`). A paper without records has no table; a shelf without papers does not exist.
 */
export type ByPaper<Value> = Table<Table<Table<Value>>>;

/**
 * The last characters of an identifier are random (RFC 9562, section 5.7) and spread papers evenly over 256 shelves.
 */
export function bucketOf(paper: string): string {
  return paper.slice(-2);
}

const none: Table<never> = {};

/** The records of a paper; the same empty table whenever it has none. */
export function ofPaper<Value>(shelves: ByPaper<Value>, paper: string): Table<Value> {
  const shelf = shelves[bucketOf(paper)];
  return shelf !== undefined && Object.hasOwn(shelf, paper) ? (shelf[paper] ?? none) : none;
}

/** The papers that have records, with their tables. */
export function paperTables<Value>(shelves: ByPaper<Value>): readonly (readonly [paper: string, Table<Value>])[] {
  return Object.values(shelves).flatMap((shelf) => Object.entries(shelf));
}

/** All records, whatever their paper. */
export function allRecords<Value>(shelves: ByPaper<Value>): Value[] {
  return paperTables(shelves).flatMap(([, table]) => Object.values(table));
}

/** The tables of those papers, on their shelves. Empty tables are left out. */
export function byPaper<Value>(tables: Iterable<readonly [paper: string, Table<Value>]>): ByPaper<Value> {
  const shelves: Record<string, Record<string, Table<Value>>> = {};
  for (const [paper, table] of tables) {
    if (Object.keys(table).length === 0) continue;
    shelves[bucketOf(paper)] ??= {};
    const shelf = shelves[bucketOf(paper)];
    if (shelf !== undefined) shelf[paper] = table;
  }
  return shelves;
}

/** With a table in the place of a paper's; an empty one takes the paper off its shelf. */
export function withTable<Value>(shelves: ByPaper<Value>, paper: string, table: Table<Value>): ByPaper<Value> {
  const { [paper]: _before, ...others } = shelves[bucketOf(paper)] ?? {};
  const shelf = Object.keys(table).length === 0 ? others : { ...others, [paper]: table };
  const { [bucketOf(paper)]: _shelf, ...rest } = shelves;
  return Object.keys(shelf).length === 0 ? rest : { ...rest, [bucketOf(paper)]: shelf };
}
