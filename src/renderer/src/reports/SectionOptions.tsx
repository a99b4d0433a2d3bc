import { achsOf } from "../../../shared/analysis/ach.ts";
import { ReportSection } from "../../../shared/report/template.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { Select, type SelectOption } from "../ui/Select.tsx";
import { FreeText } from "./FreeText.tsx";

type Props = Readonly<{ section: ReportSection; onChange: (section: ReportSection) => void }>;

/** What can be chosen of a section: its heading, and what its kind has besides. */
export function SectionOptions({ section, onChange }: Props) {
  const { t } = useTexts();
  const { heading } = section;
  return (
    <div className="section-options">
      <label>
        {t("report.heading")}
        <input
          dir="auto"
          value={heading ?? ""}
          placeholder={
            heading === null && section.kind !== "text" ? t(`section.${section.kind}`) : t("report.noHeading")
          }
          maxLength={300}
          onChange={(event) => onChange({ ...section, heading: event.target.value })}
        />
      </label>
      {heading !== null && section.kind !== "text" && (
        <button type="button" className="quiet" onClick={() => onChange({ ...section, heading: null })}>
          {t("report.usualHeading")}
        </button>
      )}
      <Own section={section} onChange={onChange} />
    </div>
  );
}

function Own({ section, onChange }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const choice = (name: string, label: string, value: string, options: readonly SelectOption[]) => (
    <div className="choice-row">
      <span>{label}</span>
      <Select
        label={label}
        value={value}
        options={options}
        onChange={(next) => {
          const read = ReportSection.safeParse({ ...section, [name]: next });
          if (read.success) onChange(read.data);
        }}
      />
    </div>
  );
  switch (section.kind) {
    case "text":
      return <FreeText text={section.text} onChange={(text) => onChange({ ...section, text })} />;
    case "matrix":
    case "actors":
      return (
        <label className="tick">
          <input
            type="checkbox"
            checked={section.chart}
            onChange={(event) => onChange({ ...section, chart: event.target.checked })}
          />
          {t("report.chart")}
        </label>
      );
    case "contradictions":
      return (
        <label>
          {t("report.most")}
          <input
            type="number"
            min={1}
            max={1000}
            value={section.most}
            onChange={(event) => {
              const most = Number(event.target.value);
              if (Number.isInteger(most) && most >= 1 && most <= 1000) onChange({ ...section, most });
            }}
          />
        </label>
      );
    case "timeline":
      return (
        <>
          {choice(
            "unit",
            t("report.unit"),
            section.unit,
            (["year", "quarter", "month", "day"] as const).map((unit) => [unit, t(`report.unit.${unit}`)]),
          )}
          {choice(
            "lanes",
            t("report.lanes"),
            section.lanes,
            (["all", "actor", "issue"] as const).map((lanes) => [lanes, t(`report.lanes.${lanes}`)]),
          )}
        </>
      );
    case "network":
      return choice(
        "tie",
        t("report.tie"),
        section.tie,
        (["subtract", "congruence", "conflict", "affiliation", "cooccurrence"] as const).map((tie) => [
          tie,
          t(`report.tie.${tie}`),
        ]),
      );
    case "ach":
      return choice("id", t("report.ach"), section.id, [
        ["", t("report.ach.all")],
        ...achsOf(library).map(({ id, question }): SelectOption => [id, question]),
      ]);
    default:
      return null;
  }
}
