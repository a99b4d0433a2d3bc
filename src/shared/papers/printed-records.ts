import type { Annotation, Position } from "../model/annotation.ts";
import { asPaperTable, type PaperTable } from "../model/by-paper.ts";
import { shareStrings } from "../model/share-strings.ts";
import type { Table } from "../model/table.ts";

/** The records of one paper. */
export type RecordsOfPaper = Readonly<{ annotations: PaperTable<Annotation>; positions: PaperTable<Position> }>;

type Printed = Readonly<{ annotations: Table<Annotation>; positions: Table<Position> }>;

/** The records of a paper as JSON: an object with the tables `annotations` and `positions`. */
export function printRecords(annotations: Table<Annotation>, positions: Table<Position>): string {
  return JSON.stringify({ annotations, positions } satisfies Printed);
}

/** The records in what `printRecords` gave, or in a paper's file. Throws `SyntaxError` when it is no JSON. */
export function parseRecords(json: string): RecordsOfPaper {
  const { annotations, positions } = JSON.parse(json) as Printed;
  shareStrings([annotations, positions]);
  return { annotations: asPaperTable(annotations), positions: asPaperTable(positions) };
}
