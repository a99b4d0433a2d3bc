import { CitationStyle, citationStyles } from "../../../shared/report/cite.ts";
import { useTexts } from "../i18n/texts.ts";
import { focusRef } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { Select } from "../ui/Select.tsx";
import { Preview } from "./Preview.tsx";
import { Sections } from "./Sections.tsx";
import { editTemplate, useTemplate } from "./store.ts";
import { TemplateBar } from "./TemplateBar.tsx";
import "./report.css";

const focus = focusRef("report", ".section-name, select, button");

/**
 * A report put together from sections and free text, beside what it will look like over the claims that the filter
 * leaves.
 */
export function ReportView() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const template = useTemplate();
  return (
    <div className="report-room">
      <div className="report">
        <section className="report-plan" aria-label={t("report.plan")} ref={focus}>
          <TemplateBar />
          <div className="report-fields">
            <label>
              {t("report.title")}
              <input
                dir="auto"
                value={template.title}
                placeholder={t("report.titleUsual")}
                maxLength={500}
                onChange={(event) => editTemplate(library, { title: event.target.value })}
              />
            </label>
            <div className="choice-row">
              <span>{t("report.style")}</span>
              <Select
                label={t("report.style")}
                value={template.style}
                options={citationStyles.map((style) => [style, t(`report.style.${style}`)])}
                onChange={(value) => editTemplate(library, { style: CitationStyle.parse(value) })}
              />
            </div>
          </div>
          <Sections />
        </section>
        <Preview />
      </div>
    </div>
  );
}
