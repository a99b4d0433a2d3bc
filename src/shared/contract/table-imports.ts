import type { Message } from "../messages/arguments.ts";

/** What became of the rows of a table of claims. */
export type ClaimsImport = Readonly<{
  /** Claims and notes that were made, and those that the library has already. */
  added: number;
  existing: number;
  /** Rows that were left out: `row` is its number in a spreadsheet, or its place in a JSON list from 1. */
  failed: readonly Readonly<{ row: number; reason: Message }>[];
  /** Issues and actors that were made, one sentence each. */
  notices: readonly Message[];
}>;

/** How many entries a codebook file has made, and to how many it has added something; a warning is one sentence. */
export type CodebookImport = Readonly<{
  issues: number;
  stances: number;
  actors: number;
  updated: number;
  warnings: readonly Message[];
}>;
