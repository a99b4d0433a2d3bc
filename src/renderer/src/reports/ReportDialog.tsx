import { ReportFormat } from "../../../shared/contract/workbench.ts";
import { isModified } from "../../../shared/report/draft.ts";
import { templateLabel, templatesOf } from "../../../shared/report/template.ts";
import { getWorkbench } from "../client/connection.ts";
import { texts, useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { saveFile } from "../state/save-file.ts";
import { useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Select.tsx";
import { Choice } from "./Choice.tsx";
import { chooseTemplate, useTemplate, useTemplateDraft } from "./store.ts";
import "./export.css";

/** Choose template and form of a report over what the filter leaves. */
export function ReportDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, say } = useTexts();
  const workbench = getWorkbench();
  const query = useShell((state) => state.query);
  const library = useLibrary((state) => state.library);
  const draft = useTemplateDraft();
  const template = useTemplate();
  const make = (format: ReportFormat) => () =>
    workbench.report({ format, query, template, language: texts().language, job: crypto.randomUUID() });
  return (
    <Dialog title={t("reports.reportTitle")} onClose={onClose}>
      <div className="choice-row">
        <span>{t("reports.template")}</span>
        <Select
          label={t("reports.template")}
          value={draft.name}
          options={templatesOf(library).map(({ name }) => [name, say(templateLabel(library, name))])}
          onChange={chooseTemplate}
        />
      </div>
      {isModified(draft, library) && <p className="soft">{t("report.withUnsaved")}</p>}
      {ReportFormat.options.map((format) => (
        <Choice
          key={format}
          name={t(`format.report.${format}`)}
          what={t(`format.report.${format}.what`)}
          onChoose={() => void saveFile(make(format)).then((kept) => kept && onClose())}
        />
      ))}
    </Dialog>
  );
}
