import { z } from "zod";
import type { Library } from "../model/library.ts";
import { type AnalysisEntry, Dimension, dimensionKeys, entriesOf, issueTree } from "./entries.ts";
import { Clock, PeriodUnit } from "./period.ts";
import type { PositionRow } from "./table.ts";

/** What is in rows and columns, what a cell counts, and how time is cut. */
export const MatrixOptions = z.strictObject({
  rows: Dimension.default("issue"),
  columns: Dimension.default("stance"),
  /** What a cell counts: positions, claims (each once, however many positions of it fall there), or 0/1. */
  count: z.enum(["positions", "claims", "presence"]).default("positions"),
  clock: Clock.default("paper"),
  unit: PeriodUnit.default("year"),
});
export type MatrixOptions = Readonly<z.infer<typeof MatrixOptions>>;

/** A row of a matrix. */
export type MatrixRow = AnalysisEntry &
  Readonly<{
    /** Depth in the tree of issues, 0 for other dimensions. */
    depth: number;
    /** Counts of the entry itself, one per column. */
    counts: readonly number[];
    /** Counts of the entry with everything under it. The same as `counts` for all but issues. */
    rolled: readonly number[];
    /**
     * Mean polarity per column, with everything under the entry: from -1 (all oppose) to 1 (all support); null where no
     * position has a polarity.
     */
    means: readonly (number | null)[];
    total: number;
    rolledTotal: number;
    /** Mean polarity over the line, with everything under it. */
    mean: number | null;
  }>;

/** A cross table. `total` is the sum of all `counts`; counting positions it is the number of positions. */
export type Matrix = Readonly<{
  options: MatrixOptions;
  columns: readonly AnalysisEntry[];
  lines: readonly MatrixRow[];
  totals: readonly number[];
  total: number;
}>;

/**
 * Positions counted by two dimensions, parents of issues rolled up in `rolled`.
 * Count: n(r, c) = |{p : row(p) = r, column(p) = c}|. Signed mean: m(r, c) = Σ polarity(p) / n over the positions that
 * have a polarity (supports 1, neutral and mixed 0, opposes -1).
 */
export function matrixOf(library: Library, rows: readonly PositionRow[], options: MatrixOptions): Matrix {
  const rowKey = dimensionKeys(options.rows, options);
  const columnKey = dimensionKeys(options.columns, options);
  const columns = entriesOf(library, options.columns, columnKeys(library, rows, options.columns, columnKey));
  const columnAt = new Map(columns.map(({ id }, index) => [id, index]));
  const ancestors = options.rows === "issue" ? ancestorsOf(library) : new Map<string, readonly string[]>();
  const tallies = new Map<string, Tally>();
  const tallyOf = (key: string): Tally => {
    const known = tallies.get(key);
    if (known !== undefined) return known;
    const made = newTally(columns.length, options.count);
    tallies.set(key, made);
    return made;
  };
  for (const row of rows) {
    const key = rowKey(row);
    const column = columnAt.get(columnKey(row)) ?? 0;
    const tally = tallyOf(key);
    add(tally.own, column, row);
    add(tally.rolled, column, row);
    for (const above of ancestors.get(key) ?? []) add(tallyOf(above).rolled, column, row);
  }
  const depths = new Map<string, number>(issueTree(library).map(({ id, depth }) => [id, depth]));
  const lines = entriesOf(library, options.rows, tallies.keys()).map((entry): MatrixRow => {
    const { own, rolled } = tallyOf(entry.id);
    return {
      ...entry,
      depth: depths.get(entry.id) ?? 0,
      counts: own.counts,
      rolled: rolled.counts,
      means: rolled.signs.map((sum, index) => mean(sum, rolled.signed[index] ?? 0)),
      total: sumOf(own.counts),
      rolledTotal: sumOf(rolled.counts),
      mean: mean(sumOf(rolled.signs), sumOf(rolled.signed)),
    };
  });
  const totals = columns.map((_, index) => sumOf(lines.map((line) => line.counts[index] ?? 0)));
  return { options, columns, lines, totals, total: sumOf(totals) };
}

type Count = { counts: number[]; signs: number[]; signed: number[]; seen: Set<string> | null; once: boolean };
type Tally = Readonly<{ own: Count; rolled: Count }>;

function newTally(columns: number, count: MatrixOptions["count"]): Tally {
  const make = (): Count => {
    const zeros = (): number[] => Array.from({ length: columns }, () => 0);
    const seen = count === "claims" ? new Set<string>() : null;
    return { counts: zeros(), signs: zeros(), signed: zeros(), seen, once: count === "presence" };
  };
  return { own: make(), rolled: make() };
}

function add(count: Count, column: number, row: PositionRow): void {
  if (row.polarity !== null) {
    count.signs[column] = (count.signs[column] ?? 0) + row.polarity;
    count.signed[column] = (count.signed[column] ?? 0) + 1;
  }
  if (count.seen !== null) {
    const key = `${column} ${row.claim}`;
    if (count.seen.has(key)) return;
    count.seen.add(key);
  }
  count.counts[column] = count.once ? 1 : (count.counts[column] ?? 0) + 1;
}

/**
 * The whole stance scale, so that a stance nobody takes is seen to be empty, and no stance where it occurs; of other
 * dimensions what occurs.
 */
function columnKeys(
  library: Library,
  rows: readonly PositionRow[],
  dimension: Dimension,
  key: (row: PositionRow) => string,
): Iterable<string> {
  const found = new Set(rows.map(key));
  return dimension === "stance" ? [...Object.keys(library.stances), ...found] : found;
}

/** The issues above each issue, nearest first. */
function ancestorsOf(library: Library): Map<string, readonly string[]> {
  const above = new Map<string, readonly string[]>();
  for (const { id, parent } of issueTree(library))
    above.set(id, parent === null ? [] : [parent, ...(above.get(parent) ?? [])]);
  return above;
}

/** The sum of numbers; 0 of none. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function mean(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count;
}
