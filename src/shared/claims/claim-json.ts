import { type ClaimRow, dataQuote, printRegion } from "./rows.ts";

/**
 * A claim as scripts get it; the form is part of the command line's promise. `page` is the printed label. Only a
 * rectangle has an `area`, and null as its offsets.
 */
export function claimJson(row: ClaimRow) {
  const { id, paper, actor, certainty, note, coder, created } = row;
  const positions = row.positions.map(({ issue, stance, strength }) => ({ issue, stance, strength }));
  return { id, paper, quote: dataQuote(row), ...placeJson(row), positions, actor, certainty, note, coder, created };
}

/** Where a claim is: its printed page, its offsets in the canonical text, and the rectangle where one is marked. */
export function placeJson({ page, start, end, region }: ClaimRow) {
  return { page, start, end, ...(region === null ? {} : { area: printRegion(region) }) };
}
