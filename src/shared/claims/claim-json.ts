import type { ClaimRow } from "./rows.ts";

/** A claim as scripts get it; the form is part of the command line's promise. `page` is the printed label. */
export function claimJson(row: ClaimRow) {
  const { id, paper, quote, page, start, end, actor, certainty, note, coder, created } = row;
  const positions = row.positions.map(({ issue, stance, strength }) => ({ issue, stance, strength }));
  return { id, paper, quote, page, start, end, positions, actor, certainty, note, coder, created };
}
