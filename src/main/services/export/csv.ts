import type { ClaimRow } from "../../../shared/claims/rows.ts";
import { writeCsv } from "../files/csv.ts";

/** One line per position, with a byte order mark for spreadsheets. Notes have one line with empty issue and stance. */
export function claimsCsv(rows: readonly ClaimRow[]): string {
  const lines = rows.flatMap((row) => {
    const positions = row.positions.length > 0 ? row.positions : [{ issue: "", stance: "", strength: null }];
    return positions.map((position) => ({
      id: row.id,
      paper: row.paperTitle,
      page: row.page,
      quote: row.quote,
      issue: position.issue,
      stance: position.stance,
      strength: position.strength,
      actor: row.actor,
      certainty: row.certainty,
      grade: row.grade,
      note: row.note,
      coder: row.coder,
      created: row.created,
      start: row.start,
      end: row.end,
    }));
  });
  const columns = "id,paper,page,quote,issue,stance,strength,actor,certainty,grade,note,coder,created,start,end".split(
    ",",
  );
  return writeCsv(lines, { columns, mark: true });
}
