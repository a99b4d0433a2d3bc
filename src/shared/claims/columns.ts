/** The columns of the claims table, in their order. `place` is the printed page, `paper` its paper. */
export const claimColumns = [
  "quote",
  "issue",
  "actor",
  "certainty",
  "grade",
  "note",
  "coder",
  "modified",
  "place",
  "paper",
] as const;
/** A column of the claims table. */
export type ClaimColumn = (typeof claimColumns)[number];

type Measure = Readonly<{
  /** The least width, in CSS pixels. */
  least: number;
  /** The share in what is left over. */
  share: number;
}>;

const measures: Readonly<Record<ClaimColumn, Measure>> = {
  quote: { least: 230, share: 4 },
  issue: { least: 160, share: 2.2 },
  actor: { least: 112, share: 1.2 },
  certainty: { least: 84, share: 0 },
  grade: { least: 64, share: 0 },
  note: { least: 140, share: 2 },
  coder: { least: 96, share: 0.4 },
  modified: { least: 100, share: 0 },
  place: { least: 62, share: 0 },
  paper: { least: 130, share: 1.4 },
};

/** What is shown first when there is not room for all. Grade, coder and date are shown only when asked for. */
const byWorth: readonly ClaimColumn[] = ["quote", "issue", "actor", "place", "certainty", "paper", "note"];

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

/** The columns to show with their widths, in order. They fill the room; when those chosen do not fit, they are wider than it. */
export function fitColumns({ room, chosen, widths, idle }: ColumnRequest): readonly (readonly [ClaimColumn, number])[] {
  const leastOf = (column: ClaimColumn): number => widths[column] ?? measures[column].least;
  const shown = new Set<ClaimColumn>(chosen ?? []);
  let used = [...shown].reduce((sum, column) => sum + leastOf(column), 0);
  if (chosen === null)
    for (const column of byWorth) {
      const first = shown.size === 0;
      if (idle.includes(column) || (!first && used + leastOf(column) > room)) continue;
      shown.add(column);
      used += leastOf(column);
    }
  const columns = claimColumns.filter((column) => shown.has(column) || column === "quote");
  const given = columns.filter((column) => widths[column] === undefined);
  const shares = given.reduce((sum, column) => sum + measures[column].share, 0);
  const spare = Math.max(0, room - columns.reduce((sum, column) => sum + leastOf(column), 0));
  return columns.map((column) => {
    const share = widths[column] === undefined && shares > 0 ? measures[column].share / shares : 0;
    return [column, Math.floor(leastOf(column) + spare * share)];
  });
}

/** A width as a reader may give it, in CSS pixels. */
export function widthWithin(width: number): number {
  return Math.round(Math.min(900, Math.max(48, width)));
}
