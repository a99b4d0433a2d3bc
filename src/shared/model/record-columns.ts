import type { Annotation, Position } from "./annotation.ts";
import type { PaperTable } from "./by-paper.ts";

/** Where in `strings` a value is; -1 for null. */
export type Reference = number;

/**
 * The records of a paper as columns. Of the fifteen strings of a claim ten occur elsewhere too, and names of fields
 * take as much room as what they say: columns are a third of the JSON and are read in a sixth of its time
 * (docs/measured/library.md).
 */
export type RecordColumns = Readonly<{
  paper: string;
  strings: string[];
  annotations: Readonly<{
    id: string[];
    start: number[];
    end: number[];
    quote: string[];
    prefix: string[];
    suffix: string[];
    areas: Annotation["passage"]["areas"][];
    actor: Reference[];
    certainty: Annotation["certainty"][];
    grade: Annotation["grade"][];
    note: Reference[];
    coder: Reference[];
    created: Reference[];
    modified: Reference[];
  }>;
  positions: Readonly<{
    id: string[];
    /** The place of the annotation in its column. */
    annotation: number[];
    issue: Reference[];
    stance: Reference[];
    strength: Position["strength"][];
  }>;
  /** Records of another form: with several ranges, a rectangle, an origin, or fields that a later build has added. */
  others: Readonly<{ annotations: Annotation[]; positions: Position[] }>;
}>;

/** Columns that tables can be read from, and the table of positions that they have with the annotations. */
type ColumnSource = Readonly<{ positions: PaperTable<Position>; read: () => RecordColumns }>;

const sources = new WeakMap<PaperTable<Annotation>, ColumnSource>();

/** Remember what a table of annotations is read from. */
export function rememberColumns(annotations: PaperTable<Annotation>, source: ColumnSource): void {
  sources.set(annotations, source);
}

/** The columns that the two tables of a paper are read from; null where they are not, or not together. */
export function columnsOf(annotations: PaperTable<Annotation>, positions: PaperTable<Position>): RecordColumns | null {
  const source = sources.get(annotations);
  return source?.positions === positions ? source.read() : null;
}
