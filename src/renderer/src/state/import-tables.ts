import type { ChosenFile } from "../../../shared/contract/host.ts";
import type { ClaimsImport, CodebookImport } from "../../../shared/contract/table-imports.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { useReading } from "./reading.ts";
import { attempt, confirmChange, openDialog, setImportReport, showMessage } from "./shell.ts";

/** What became of a file of rows, in words. `rejected` has a sentence for each row that was left out. */
export type TableReport = Readonly<{ name: string; summary: string; rejected: readonly string[]; changed: boolean }>;

/** Make claims of chosen CSV or JSON files. Rows that name no paper mean the one that is open. */
export async function importClaims(): Promise<void> {
  const { paper } = useReading.getState();
  const named = paper === null ? {} : { paper };
  for (const file of await chosen("claims")) {
    const made = await attempt(() => getWorkbench().importClaims({ ...file, ...named }));
    if (made === null) return;
    tell(claimsReport(file.name, made));
  }
}

/** Add what chosen codebook files have and the library has not. */
export async function importCodebook(): Promise<void> {
  for (const file of await chosen("codebook")) {
    const made = await attempt(() => getWorkbench().importCodebook(file));
    if (made === null) return;
    tell(codebookReport(file.name, made));
  }
}

/** Import a dropped CSV: claims, or a codebook where it is one. */
export async function importTable(file: ChosenFile): Promise<void> {
  const { paper } = useReading.getState();
  try {
    tell(claimsReport(file.name, await getWorkbench().importClaims({ ...file, ...(paper === null ? {} : { paper }) })));
  } catch (noClaims) {
    const made = await getWorkbench()
      .importCodebook(file)
      .catch(() => null);
    if (made === null) showMessage(texts().failure(noClaims), true);
    else tell(codebookReport(file.name, made));
  }
}

export function claimsReport(name: string, { added, existing, failed, notices }: ClaimsImport): TableReport {
  const { t, say } = texts();
  const summary = [t("tables.claims", { added, existing }), ...notices.map(say)].join(" ");
  const rejected = failed.map(({ row, reason }) => t("tables.row", { row, reason: say(reason) }));
  return { name, summary, rejected, changed: added > 0 };
}

export function codebookReport(
  name: string,
  { issues, stances, actors, updated, warnings }: CodebookImport,
): TableReport {
  const { t, say } = texts();
  const made = issues + stances + actors;
  const summary = t("codebook.imported", { made, issues, stances, actors, updated });
  return { name, summary, rejected: warnings.map(say), changed: made + updated > 0 };
}

async function chosen(what: "claims" | "codebook"): Promise<readonly ChosenFile[]> {
  return (await attempt(() => getHost().chooseFiles({ what }))) ?? [];
}

/** Rows that were left out need reading, so they are listed in a dialog; anything else is confirmed in passing. */
function tell(report: TableReport): void {
  if (report.rejected.length > 0) {
    setImportReport(report);
    openDialog("import-report");
  } else if (report.changed) confirmChange(report.summary);
  else showMessage(report.summary);
}
