import { useState } from "react";
import { templatesOf } from "../../../shared/report/template.ts";
import { ReportFormat } from "../../../shared/workbench.ts";
import { useTexts } from "../i18n/texts.ts";
import { useStore } from "../state/store.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Choice } from "./Choice.tsx";
import { keep } from "./keep.ts";
import "./export.css";

/** Choose template and form of a report over what the filter leaves. */
export function ReportDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  const { workbench, query, library } = useStore();
  const [template, setTemplate] = useState("Brief");
  const make = (format: ReportFormat) => () => workbench.report({ format, query, template, job: crypto.randomUUID() });
  return (
    <Dialog title={t("reports.reportTitle")} onClose={onClose}>
      <label>
        {t("reports.template")}{" "}
        <select value={template} onChange={(event) => setTemplate(event.target.value)}>
          {templatesOf(library).map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {ReportFormat.options.map((format) => (
        <Choice
          key={format}
          name={t(`format.report.${format}`)}
          what={t(`format.report.${format}.what`)}
          onChoose={() => void keep(make(format)).then((kept) => kept && onClose())}
        />
      ))}
    </Dialog>
  );
}
