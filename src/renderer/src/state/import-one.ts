import type { NewVersion } from "../../../shared/claims/carry-edits.ts";
import type { ImportResult } from "../../../shared/contract/workbench.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { FileDetails } from "../../../shared/papers/file-details.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { askPassword, type ReadingChoice, useShell } from "./shell.ts";

/** A file to be imported, with what is known of it besides. */
export type ImportedFile = Readonly<{ name: string; bytes: Uint8Array }> &
  FileDetails &
  ReadingChoice &
  Readonly<{ replaces?: PaperId }>;

/** The name of an import, and of the one whose paper is added before its own. */
export type ImportOrder = Readonly<{ job: string; after?: string }>;

/** Import one file. A password is asked for until it is right or the question is cancelled. */
export async function importOne(
  file: ImportedFile,
  order: ImportOrder = { job: crypto.randomUUID() },
  password?: string,
): Promise<ImportResult> {
  useShell.setState({ progress: { job: order.job, label: file.name, done: 0, total: 1 } });
  try {
    return await getWorkbench().importPaper({ ...file, ...order, ...(password === undefined ? {} : { password }) });
  } catch (error) {
    const asked =
      error instanceof WorkbenchError && error.code === "password"
        ? await askPassword(file.name, texts().failure(error))
        : null;
    if (asked === null) throw error;
    return importOne(file, { ...order, job: crypto.randomUUID() }, asked);
  }
}

/** What an import did, in sentences. */
export function importSentences({ paper, duplicate, annotations, warnings, version }: ImportResult): string[] {
  const { t, say } = texts();
  return [
    t(duplicate ? "import.duplicate" : "import.done", { title: paper.title }),
    ...(annotations > 0 ? [t("import.annotations", { count: annotations })] : []),
    ...(version === undefined ? [] : [versionSentence(version)]),
    ...warnings.map(say),
  ];
}

/** What became of the claims of the version before, in a sentence. */
export function versionSentence({ carried, waiting }: NewVersion): string {
  const { t } = texts();
  return [t("versions.carried", carried), t("versions.toDecide", { count: waiting })].join(" ");
}

/** Why a file could not be imported, with its name once. */
export function importFailure(name: string, error: unknown): string {
  const why = texts().failure(error);
  return why.includes(name) ? why : texts().t("import.failed", { name, why });
}
