import type { Coded } from "../../../shared/claims/claims.ts";
import { ReportFormat } from "../../../shared/contract/workbench.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts, useTexts } from "../i18n/texts.ts";
import { copyClaims } from "../state/copy-claims.ts";
import { saveFile } from "../state/save-file.ts";
import { Icon } from "../ui/Icon.tsx";
import { Select } from "../ui/Select.tsx";

/** What of a selection goes to other programs: its quotes with their sources, or a file of these claims only. */
export function SelectionTools({ coded }: Readonly<{ coded: readonly Coded[] }>) {
  const { t } = useTexts();
  if (coded.length === 0) return null;
  const save = (format: ReportFormat): void => {
    const query = { annotations: coded.map(({ annotation }) => annotation.id) };
    const { language } = texts();
    void saveFile(() => getWorkbench().report({ format, query, language, job: crypto.randomUUID() }));
  };
  return (
    <fieldset className="selection-tools" aria-label={t("claims.selection")}>
      <button type="button" onClick={() => void copyClaims(coded)}>
        <Icon name="copy" size={14} /> {t("claims.copy")}
      </button>
      <Select
        label={t("claims.export")}
        none={t("claims.export")}
        value=""
        options={ReportFormat.options.map((format) => [format, t(`format.report.${format}`)])}
        onChange={(value) => {
          const format = ReportFormat.options.find((option) => option === value);
          if (format !== undefined) save(format);
        }}
      />
    </fieldset>
  );
}
