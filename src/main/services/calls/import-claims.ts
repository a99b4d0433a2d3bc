import { codingTable } from "../../../shared/claims/coding-table.ts";
import type { ClaimsImport } from "../../../shared/contract/table-imports.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { tableIn } from "../tasks/run-task.ts";
import { annotate } from "./annotate.ts";
import type { Call } from "./context.ts";

/** The most claims that are made at once, as `annotate` has it. */
const maxClaims = 100_000;

/** Make claims of the rows of a CSV or JSON file. Rows that can't be read or anchored are left out and named. */
export const importClaims: Call<"importClaims"> = async (context, { name, bytes, paper }): Promise<ClaimsImport> => {
  const { value, numbers } = await tableIn({ name, bytes });
  const { rows, failed: unread } = codingTable(value, paper);
  if (rows.length + unread.length === 0) throw new WorkbenchError("invalid", message("table.noClaims", { name }));
  if (rows.length > maxClaims)
    throw new WorkbenchError("limit", message("table.tooManyLines", { name, most: maxClaims }));
  const { added, existing, failed, notices } = await annotate(context, { rows: rows.map(({ coding }) => coding) });
  const refused = failed.map(({ row, reason }) => ({ row: rows[row]?.row ?? row, reason }));
  return {
    added: added.length,
    existing: existing.length,
    failed: [...unread, ...refused]
      .toSorted((a, b) => a.row - b.row)
      .map(({ row, reason }) => ({ row: numbers[row] ?? row + 1, reason })),
    notices,
  };
};
