import { useState } from "react";
import { message } from "../../../shared/messages/message.ts";
import { isModified } from "../../../shared/report/draft.ts";
import {
  isSaved,
  type ReportTemplate,
  removeTemplate,
  saveTemplate,
  templateLabel,
  templateNamed,
  templatesOf,
} from "../../../shared/report/template.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { Select } from "../ui/Select.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { chooseTemplate, discardChanges, useTemplate, useTemplateDraft } from "./store.ts";

/** Chooses a template; keeps it, keeps it under another name, renames it, takes it out of the library. */
export function TemplateBar() {
  const { t, say } = useTexts();
  const library = useLibrary((state) => state.library);
  const server = useLibrary((state) => state.server);
  const draft = useTemplateDraft();
  const [naming, setNaming] = useState<"saveAs" | "rename" | null>(null);
  const template = useTemplate();
  const edited = isModified(draft, library);
  const kept = isSaved(library, draft.name);
  const writable = server.access.mode === "write";
  const names = templatesOf(library).map(({ name }) => name);
  const keep = async (template: ReportTemplate, instead?: string): Promise<void> => {
    const label = message("change.keepTemplate", { name: template.name });
    if (await commitNext(label, (now) => saveTemplate(now, template, instead)))
      discardChanges([draft.name, template.name], template.name);
  };
  const drop = async (): Promise<void> => {
    const label = message("change.dropTemplate", { name: draft.name });
    if (!(await commitNext(label, (now) => removeTemplate(now, draft.name)))) return;
    const left = templateNamed(useLibrary.getState().library, draft.name);
    discardChanges([draft.name], left === null ? "Brief" : draft.name);
  };
  return (
    <div className="report-bar">
      <Select
        label={t("reports.template")}
        value={draft.name}
        options={names.map((name) => [name, say(templateLabel(library, name))])}
        onChange={chooseTemplate}
      />
      <button
        type="button"
        className={edited ? "primary" : ""}
        disabled={!edited || !writable}
        onClick={() => void keep({ ...template, name: draft.name })}
      >
        {t("report.save")}
      </button>
      <button type="button" disabled={!writable} onClick={() => setNaming("saveAs")}>
        {t("report.saveAs")}
      </button>
      <button type="button" disabled={!kept || !writable} onClick={() => setNaming("rename")}>
        {t("report.rename")}
      </button>
      <button type="button" disabled={!kept || !writable} onClick={() => void drop()}>
        {t("report.delete")}
      </button>
      {edited && (
        <p className="report-state">
          {t("report.unsaved")}{" "}
          <button type="button" className="quiet" onClick={() => discardChanges([draft.name], draft.name)}>
            {t("report.revert")}
          </button>
        </p>
      )}
      {naming !== null && (
        <NameDialog
          title={t(`report.${naming}.title`)}
          name={naming === "rename" ? draft.name : ""}
          taken={naming === "rename" ? names.filter((name) => name !== draft.name) : names}
          onClose={() => setNaming(null)}
          onName={(name) => void keep({ ...template, name }, naming === "rename" ? draft.name : undefined)}
        />
      )}
    </div>
  );
}
