import type { HighlightColours } from "../../../shared/contract/workbench.ts";
import { useTexts } from "../i18n/texts.ts";

/** What an export takes besides its format. */
export type ExportChoices = Readonly<{ colours: HighlightColours; summary: boolean; coders: boolean; notes: boolean }>;

export const defaultChoices: ExportChoices = { colours: "stance", summary: true, coders: true, notes: true };

/** The choices of an export; the first two matter to an annotated PDF alone. */
export function ExportOptions({
  choices,
  onChange,
}: Readonly<{ choices: ExportChoices; onChange: (choices: ExportChoices) => void }>) {
  const { t } = useTexts();
  const box = (name: "summary" | "coders" | "notes") => (
    <label>
      <input
        type="checkbox"
        checked={choices[name]}
        onChange={(event) => onChange({ ...choices, [name]: event.target.checked })}
      />
      {t(`export.with.${name}`)}
    </label>
  );
  return (
    <fieldset className="export-options">
      <legend>{t("export.options")}</legend>
      <label>
        {t("export.colours")}
        <select
          value={choices.colours}
          onChange={(event) => onChange({ ...choices, colours: event.target.value === "issue" ? "issue" : "stance" })}
        >
          <option value="stance">{t("export.colours.stance")}</option>
          <option value="issue">{t("export.colours.issue")}</option>
        </select>
      </label>
      {box("summary")}
      {box("coders")}
      {box("notes")}
    </fieldset>
  );
}
