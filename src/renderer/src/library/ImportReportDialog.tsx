import { getHost } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt, showMessage, useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";

/** So many rejected rows are listed; all of them can be copied. */
const mostShown = 500;

/** The rows of a file that could not be imported, each with the reason. */
export function ImportReportDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  const report = useShell((state) => state.importReport);
  const { name = "", summary = "", rejected = [] } = report ?? {};
  const count = rejected.length;
  const copy = (): void =>
    void attempt(async () => {
      await getHost().copy({ text: rejected.join("\n") });
      showMessage(t("tables.copied", { count: rejected.length }));
    });
  return (
    <Dialog
      title={name === null ? t("import.reportTitle") : t("tables.title", { name })}
      onClose={onClose}
      buttons={
        <button type="button" onClick={copy}>
          {t("tables.copy")}
        </button>
      }
    >
      <p dir="auto">{summary}</p>
      <p>{name === null ? t("import.notImported", { count }) : t("tables.rejected", { count })}</p>
      {/* A scrolling list must be reachable by keyboard. */}
      <ul className="rejected-rows" tabIndex={-1}>
        {rejected.slice(0, mostShown).map((row) => (
          <li key={row} dir="auto">
            {row}
          </li>
        ))}
        {rejected.length > mostShown && <li>{t("tables.more", { count: rejected.length - mostShown })}</li>}
      </ul>
    </Dialog>
  );
}
