import type { Coded } from "../../../../shared/claims.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { ClaimRow } from "../../../../shared/report/rows.ts";
import type { ReportTree } from "../../../../shared/report/tree.ts";

/** What the sheets of a workbook are made of. */
export type Workbook = Readonly<{ library: Library; coded: readonly Coded[]; rows: readonly ClaimRow[] }>;

/** What a worker makes a file of. */
export type ReportWork =
  | Readonly<{ format: "pdf"; tree: ReportTree }>
  | Readonly<{ format: "docx"; tree: ReportTree }>
  | Readonly<{ format: "xlsx"; workbook: Workbook }>;
