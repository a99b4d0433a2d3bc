import type { CodebookFormat } from "../../../shared/contract/workbench.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { attempt, showMessage } from "../state/shell.ts";

/** Keep the codebook as a file where the host lets it be kept, and say where. */
export async function saveCodebook(format: CodebookFormat): Promise<void> {
  const workbench = getWorkbench();
  const host = getHost();
  const made = await attempt(() => workbench.exportCodebook({ format }));
  if (made === null) return;
  const { name, mime, bytes } = made;
  const kept = await attempt(() => host.save({ name, mime, bytes }));
  if (kept !== null) showMessage(texts().t("codebook.kept", { where: kept.where }));
}
