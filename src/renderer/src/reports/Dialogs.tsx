import { useState } from "react";
import { templatesOf } from "../../../shared/report/template.ts";
import type { ExportedFile } from "../../../shared/workbench.ts";
import { texts, useTexts } from "../i18n/texts.ts";
import { withPassword } from "../state/passwords.ts";
import { attempt, tell, useStore } from "../state/store.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { ExportOptions, usualChoices } from "./ExportOptions.tsx";
import "./export.css";

const paperFormats = ["pdf", "html", "md", "docx", "csv", "xlsx", "json"] as const;
const reportFormats = ["html", "pdf", "docx", "md", "xlsx", "csv", "json"] as const;

/** The dialog that is open, if any. */
export function Dialogs() {
  const { t } = useTexts();
  const { dialog, workbench, paper, query, library } = useStore();
  const [template, setTemplate] = useState("Brief");
  const [choices, setChoices] = useState(usualChoices);
  if (dialog === "export" && paper !== null)
    return (
      <Dialog title={t("reports.exportTitle")} onClose={close}>
        {paperFormats.map((format) => (
          <Choice
            key={format}
            name={t(`format.paper.${format}`)}
            what={t(`format.paper.${format}.what`)}
            onChoose={() =>
              void keep(() =>
                withPassword(library.papers[paper]?.title ?? "", (password) =>
                  workbench.exportPaper({
                    paper,
                    format,
                    colours: choices.colours,
                    summary: choices.summary,
                    withhold: { coders: !choices.coders, notes: !choices.notes },
                    job: crypto.randomUUID(),
                    ...(password === undefined ? {} : { password }),
                  }),
                ),
              )
            }
          />
        ))}
        <ExportOptions choices={choices} onChange={setChoices} />
      </Dialog>
    );
  if (dialog === "report")
    return (
      <Dialog title={t("reports.reportTitle")} onClose={close}>
        <label>
          {t("reports.template")}{" "}
          <select value={template} onChange={(event) => setTemplate(event.target.value)}>
            {templatesOf(library).map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {reportFormats.map((format) => (
          <Choice
            key={format}
            name={t(`format.report.${format}`)}
            what={t(`format.report.${format}.what`)}
            onChoose={() => void keep(() => workbench.report({ format, query, template, job: crypto.randomUUID() }))}
          />
        ))}
      </Dialog>
    );
  return null;
}

async function keep(make: () => Promise<ExportedFile>): Promise<void> {
  const made = await attempt(make);
  if (made === null) return;
  const { name, mime, bytes, annotations, warnings } = made;
  const saved = await attempt(() => useStore.getState().host.save({ name, mime, bytes }));
  if (saved === null) return;
  tell([texts().t("reports.kept", { where: saved.where, count: annotations }), ...warnings].join(" "));
  close();
}

function close(): void {
  useStore.setState({ dialog: null, progress: null });
}

function Choice({ name, what, onChoose }: Readonly<{ name: string; what: string; onChoose: () => void }>) {
  return (
    <button type="button" className="choice" onClick={onChoose}>
      <b>{name}</b> <span className="soft">{what}</span>
    </button>
  );
}
