import { useTexts } from "../i18n/texts.ts";
import { type Arrangement, arrange, usePageView } from "../state/page-view.ts";

const all: readonly Arrangement[] = ["text", "pages", "both"];

/** Text, pages, or both side by side. */
export function Arrangements() {
  const { t } = useTexts();
  const arrangement = usePageView((state) => state.arrangement);
  return (
    <fieldset className="arrangements" aria-label={t("pages.arrangement")}>
      {all.map((choice) => (
        <button type="button" key={choice} aria-pressed={choice === arrangement} onClick={() => arrange(choice)}>
          {t(`pages.${choice}`)}
        </button>
      ))}
    </fieldset>
  );
}
