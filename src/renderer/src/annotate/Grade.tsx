import type { SourceGrade } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";

const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
const credibilities = [1, 2, 3, 4, 5, 6] as const;

type Props = Readonly<{ grade: SourceGrade | null; onChange: (grade: SourceGrade | null) => void }>;

/** The Admiralty grade: how reliable the source, how credible what it says. */
export function Grade({ grade, onChange }: Props) {
  const { t } = useTexts();
  const choose = (reliability: string, credibility: string): void => {
    const known = reliabilities.find((known) => known === reliability);
    onChange(known === undefined ? null : { reliability: known, credibility: Number(credibility) || 6 });
  };
  return (
    <fieldset className="grade">
      <span>{t("grade.source")}</span>
      <div>
        <select
          aria-label={t("grade.reliability")}
          value={grade?.reliability ?? ""}
          onChange={(event) => choose(event.target.value, String(grade?.credibility ?? 6))}
        >
          <option value="">{t("grade.none")}</option>
          {reliabilities.map((letter) => (
            <option key={letter} value={letter}>
              {t(`grade.${letter}`)}
            </option>
          ))}
        </select>
        {grade !== null && (
          <select
            aria-label={t("grade.credibility")}
            value={grade.credibility}
            onChange={(event) => choose(grade.reliability, event.target.value)}
          >
            {credibilities.map((value) => (
              <option key={value} value={value}>
                {t(`grade.${value}`)}
              </option>
            ))}
          </select>
        )}
      </div>
    </fieldset>
  );
}
