import { useTexts } from "../i18n/texts.ts";

/** Says that an analysis is under way, where it takes longer than a moment. */
export function Counting() {
  const { t } = useTexts();
  return (
    <p className="counting soft" role="status">
      {t("analysis.counting")}
    </p>
  );
}
