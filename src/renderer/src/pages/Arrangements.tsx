import { useTexts } from "../i18n/texts.ts";
import { type Arrangement, arrange, usePageView } from "../state/page-view.ts";

const all: readonly Arrangement[] = ["text", "pages", "both"];

/** Text, pages, or both side by side. */
export function Arrangements() {
  const { t } = useTexts();
  const arrangement = usePageView((state) => state.arrangement);
  return (
    <fieldset className="arrangements" aria-label={t("pages.arrangement")}>
      {all.map((one) => (
        <button type="button" key={one} aria-pressed={one === arrangement} onClick={() => arrange(one)}>
          {t(`pages.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
