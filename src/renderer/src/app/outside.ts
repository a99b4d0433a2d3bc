import { type ChosenFile, isLibraryFile } from "../../../shared/contract/host.ts";
import { paperTables } from "../../../shared/model/by-paper.ts";
import { meantById } from "../../../shared/model/short-id.ts";
import { detailsTable, type TableDetails } from "../../../shared/papers/file-details.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { importLibraryFiles } from "../maintenance/bundle.ts";
import { importSeveral } from "../state/import-files.ts";
import { importTable } from "../state/import-tables.ts";
import { isWritable, useLibrary, whenLoaded } from "../state/library.ts";
import { openPaper } from "../state/reading.ts";
import { attempt, showMessage } from "../state/shell.ts";
import type { DroppedFile } from "./dropped-files.ts";

/** Open what the system, the command line or a second start of the program wants to be opened; one lot at a time. */
export async function takeOpened(): Promise<void> {
  const { files, claims, messages } = await getHost().takeOpened({});
  for (const { reason, bad } of messages) showMessage(texts().say(reason), bad);
  await openFiles(files);
  for (const claim of claims) await showClaim(claim);
}

/**
 * Import files by their names: tables are details of the papers beside them, claims or a codebook, library files a
 * library, any other is a paper.
 */
export async function openFiles(files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  if (!isWritable(useLibrary.getState())) return showMessage(texts().t("drop.readOnly"), true);
  const {
    tables = [],
    libraries = [],
    papers = [],
  } = Object.groupBy(files, ({ name }) =>
    /\.csv$/i.test(name) ? "tables" : isLibraryFile(name) ? "libraries" : "papers",
  );
  const details: { name: string; read: TableDetails }[] = [];
  const others: ChosenFile[] = [];
  for (const { name, bytes } of tables) {
    const read = papers.length === 0 ? null : await detailsIn({ name, bytes });
    if (read === null) others.push({ name, bytes });
    else details.push({ name, read });
  }
  if (papers.length > 0) await importSeveral(papers, details);
  for (const table of others) await importTable(table);
  if (libraries.length > 0) await importLibraryFiles(libraries);
}

/** The details of papers that a table has; null where it is another table. */
async function detailsIn(table: ChosenFile): Promise<TableDetails | null> {
  return getWorkbench()
    .readTable(table)
    .then(detailsTable, () => null);
}

/** Show a claim in its paper, by its identifier or a part of it. */
async function showClaim(wanted: string): Promise<void> {
  await attempt(async () => {
    await whenLoaded();
    const { annotations } = useLibrary.getState().library;
    const claims = paperTables(annotations).flatMap(([, table]) =>
      Object.values(table).map(({ id, paper }) => ({ paper, id })),
    );
    const { paper, id } = meantById(claims, (claim) => claim.id, wanted, "claim");
    await openPaper(paper, id);
  });
}
