import type { Coded } from "../../../../shared/claims/claims.ts";
import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import type { ReportFormat } from "../../../../shared/contract/workbench.ts";
import type { Message } from "../../../../shared/messages/arguments.ts";
import type { LanguageTag } from "../../../../shared/messages/message.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { ReportInput } from "../../../../shared/report/build.ts";
import type { ReportWords } from "../../../../shared/report/words.ts";

/** What the sheets of a workbook are made of. */
export type Workbook = Readonly<{
  library: Library;
  coded: readonly Coded[];
  rows: readonly ClaimRow[];
  words: ReportWords;
}>;

/** What a report is written from, in which form and language. */
export type ReportWork = Readonly<{ format: ReportFormat; language: LanguageTag; input: ReportInput }>;

/** A file, and what to look at in it before it is handed in. */
export type MadeReport = Readonly<{ bytes: Uint8Array; flags: readonly Message[] }>;
