import type { PaperId } from "../../../shared/model/ids.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { importFiles } from "./import-files.ts";
import { versionSentence } from "./import-one.ts";
import { attempt, confirmChange, openDialog, showMessage, useShell } from "./shell.ts";

/** Choose a file and import it as the new version of a paper. */
export async function importVersion(replaces: PaperId): Promise<void> {
  const files = (await attempt(() => getHost().chooseFiles({}))) ?? [];
  const [file] = files;
  if (files.length > 1) showMessage(texts().t("versions.oneFile"), true);
  else if (file !== undefined) await importFiles([file], replaces);
}

/** Make a paper of the library the new version of another, and show what became of the claims. */
export async function replacePaper(paper: PaperId, replaces: PaperId): Promise<void> {
  const done = await attempt(() => getWorkbench().replacePaper({ paper, replaces }));
  if (done?.version === undefined) return;
  useShell.setState({ suggestedVersion: null });
  confirmChange(versionSentence(done.version));
  openDialog("versions");
}
