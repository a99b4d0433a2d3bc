import { dataHeads, dataLines } from "../../../shared/claims/attributes.ts";
import type { ClaimRow } from "../../../shared/claims/rows.ts";
import { printListCell } from "../../../shared/text/columns.ts";
import { writeCsv } from "../files/csv.ts";

/** One line per position, with a byte order mark for spreadsheets. Notes have one line with empty issue and stance. */
export function claimsCsv(rows: readonly ClaimRow[]): string {
  const lines = rows.flatMap((row) =>
    dataLines(row).map((cells) =>
      Object.fromEntries(dataHeads.map((head, index) => [head, cellOf(head, cells[index] ?? null)])),
    ),
  );
  return writeCsv(lines, { columns: [...dataHeads], mark: true });
}

/** Columns that may hold a list when they are read back. */
const lists = new Set(["issue", "stance"]);

function cellOf(head: string, value: string | number | null): string | number | null {
  return typeof value === "string" && lists.has(head) ? printListCell([value]) : value;
}
