import { type AttributeColumn, type AttributeWith, attributesWith, claimAttributes } from "./attributes.ts";

/** A column of the claims table. `place` is the printed page, `paper` its paper. */
export type ClaimColumn = AttributeWith<"column">;

/** The columns of the claims table, in their order. */
export const claimColumns: readonly ClaimColumn[] = attributesWith("column").toSorted(
  (a, b) => measureOf(a).order - measureOf(b).order,
);

/** What is shown first where not all fit. */
const byRank = claimColumns
  .filter((column) => measureOf(column).rank !== undefined)
  .toSorted((a, b) => (measureOf(a).rank ?? 0) - (measureOf(b).rank ?? 0));

function measureOf(column: ClaimColumn): AttributeColumn {
  return claimAttributes[column].column ?? { order: 0, least: 0, share: 0 };
}

/** Without words, issues and actors a table of claims says nothing: up to this rank, it rather scrolls sideways. */
const lastNeeded = 3;

/** What the widths of columns are worked out from. */
export type ColumnRequest = Readonly<{
  /** Room for all columns, in CSS pixels. */
  room: number;
  /** The columns the reader wants; null leaves the choice to the room. */
  chosen: readonly ClaimColumn[] | null;
  /** Widths the reader has given, in CSS pixels. */
  widths: Readonly<Partial<Record<ClaimColumn, number>>>;
  /** Columns that would say the same in every row. */
  idle: readonly ClaimColumn[];
}>;

/**
 * The columns to show with their widths, in order. They fill the room; when those chosen, or those that are always
 * needed, do not fit, they are wider than it.
 */
export function fitColumns({ room, chosen, widths, idle }: ColumnRequest): readonly (readonly [ClaimColumn, number])[] {
  const leastOf = (column: ClaimColumn): number => widths[column] ?? measureOf(column).least;
  const shown = new Set<ClaimColumn>(chosen ?? []);
  let used = [...shown].reduce((sum, column) => sum + leastOf(column), 0);
  if (chosen === null)
    for (const column of byRank) {
      const needed = (measureOf(column).rank ?? 0) <= lastNeeded;
      if (idle.includes(column) || (!needed && used + leastOf(column) > room)) continue;
      shown.add(column);
      used += leastOf(column);
    }
  const columns = claimColumns.filter((column) => shown.has(column) || column === "quote");
  const given = columns.filter((column) => widths[column] === undefined);
  const shares = given.reduce((sum, column) => sum + measureOf(column).share, 0);
  const spare = Math.max(0, room - columns.reduce((sum, column) => sum + leastOf(column), 0));
  return columns.map((column) => {
    const share = widths[column] === undefined && shares > 0 ? measureOf(column).share / shares : 0;
    return [column, Math.floor(leastOf(column) + spare * share)];
  });
}

/** A width as a reader may give it, in CSS pixels. */
export function widthWithin(width: number): number {
  return Math.round(Math.min(900, Math.max(48, width)));
}
