import type { ExportedFile } from "../../../shared/contract/workbench.ts";
import { getHost } from "../client/connection.ts";
import { texts } from "../i18n/texts.ts";
import { attempt, setProgress, showMessage } from "./shell.ts";

/** Make a file, save it where the host lets it be saved, and say so; true when it was saved. */
export async function saveFile(make: () => Promise<ExportedFile>): Promise<boolean> {
  const made = await attempt(make);
  if (made === null) return false;
  const { name, mime, bytes, annotations, warnings } = made;
  const saved = await attempt(() => getHost().save({ name, mime, bytes }));
  setProgress(null);
  if (saved === null) return false;
  showMessage(
    [texts().t("reports.kept", { where: saved.where, count: annotations }), ...warnings.map(texts().say)].join(" "),
  );
  return true;
}
