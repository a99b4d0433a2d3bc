import type { PositionRow } from "./table.ts";

/** The values of a column, each once, and which of them is in each line. */
type Column<Value> = Readonly<{ values: readonly Value[]; at: Int32Array }>;

/** A table of positions by columns: it goes to a worker in a fraction of the time that as many objects take. */
export type PackedRows = Readonly<{
  length: number;
  columns: Readonly<{ [Name in keyof PositionRow]: Column<PositionRow[Name]> }>;
}>;

/** A table of positions as columns; `unpackRows` gives an equal table back. */
export function packRows(rows: readonly PositionRow[]): PackedRows {
  const column = <Value>(pick: (row: PositionRow) => Value): Column<Value> => {
    const known = new Map<Value, number>();
    const indices = new Int32Array(rows.length);
    rows.forEach((row, index) => {
      const value = pick(row);
      const place = known.get(value) ?? known.size;
      if (place === known.size) known.set(value, place);
      indices[index] = place;
    });
    return { values: [...known.keys()], at: indices };
  };
  return {
    length: rows.length,
    columns: {
      claim: column((row) => row.claim),
      paper: column((row) => row.paper),
      issue: column((row) => row.issue),
      stance: column((row) => row.stance),
      polarity: column((row) => row.polarity),
      strength: column((row) => row.strength),
      certainty: column((row) => row.certainty),
      actor: column((row) => row.actor),
      coder: column((row) => row.coder),
      date: column((row) => row.date),
      created: column((row) => row.created),
      start: column((row) => row.start),
      end: column((row) => row.end),
    },
  };
}

/** The table that was packed. Throws RangeError for columns that do not have its length. */
export function unpackRows({ columns, length }: PackedRows): PositionRow[] {
  return Array.from({ length }, (_, line): PositionRow => {
    const value = <Value>({ values, at }: Column<Value>): Value => {
      const found = values[at[line] ?? -1];
      if (found === undefined) throw new RangeError(`line ${line} of a packed table has no value`);
      return found;
    };
    return {
      claim: value(columns.claim),
      paper: value(columns.paper),
      issue: value(columns.issue),
      stance: value(columns.stance),
      polarity: value(columns.polarity),
      strength: value(columns.strength),
      certainty: value(columns.certainty),
      actor: value(columns.actor),
      coder: value(columns.coder),
      date: value(columns.date),
      created: value(columns.created),
      start: value(columns.start),
      end: value(columns.end),
    };
  });
}
