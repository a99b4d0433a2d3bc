import { useMemo, useRef, useState } from "react";
import { allCoded } from "../../../shared/claims/claims.ts";
import { AnnotationId } from "../../../shared/model/ids.ts";
import { pageInTheme } from "../../../shared/report/page-style.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { openPaper } from "../state/reading.ts";
import { openDialog } from "../state/shell.ts";
import { isDark, useTheme } from "../state/theme.ts";
import { lendFonts } from "./preview-fonts.ts";
import { type PreviewPlace, placeOf, scrollToPlace } from "./preview-place.ts";
import { ReportPages } from "./ReportPages.tsx";
import { setReportForm, useReportForm } from "./report-form.ts";
import { usePreview } from "./use-preview.ts";

/** The report as it will be, with what to look at before it is handed in. A click on a quote shows it in its paper. */
export function Preview() {
  const { t, say } = useTexts();
  const form = useReportForm((state) => state.form);
  const { html, pdf, warnings, count, busy } = usePreview(form);
  const isNight = useTheme((state) => isDark(state.window));
  const page = useMemo(() => pageInTheme(html, isNight), [html, isNight]);
  const [listed, setListed] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const place = useRef<PreviewPlace>({ top: 0, claim: null });
  const begin = (): void => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    lendFonts(page);
    scrollToPlace(page, place.current);
    page.addEventListener("scroll", () => {
      place.current = placeOf(page);
    });
    page.addEventListener("click", follow);
  };
  return (
    <section className="report-preview" aria-label={t("report.preview")} aria-busy={busy}>
      <header>
        <output className="soft">{busy ? t("report.drawing") : t("report.count", { count })}</output>
        {warnings.length > 0 && (
          <button type="button" className="doubts" aria-expanded={listed} onClick={() => setListed(!listed)}>
            ⚠ {t("report.doubts", { count: warnings.length })}
          </button>
        )}
        <span className="grow" />
        <fieldset className="segments" aria-label={t("report.form")}>
          {(["html", "pdf"] as const).map((one) => (
            <button type="button" key={one} aria-pressed={one === form} onClick={() => setReportForm(one)}>
              {t(`report.form.${one}`)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="primary" onClick={() => openDialog("report")}>
          {t("report.make")}
        </button>
      </header>
      {listed && warnings.length > 0 && (
        <ul className="doubt-list">
          {warnings.map((warning) => (
            <li key={say(warning)} dir="auto">
              {say(warning)}
            </li>
          ))}
        </ul>
      )}
      {form === "pdf" ? (
        <ReportPages pdf={pdf} />
      ) : (
        <iframe ref={frame} title={t("report.preview")} sandbox="allow-same-origin" srcDoc={page} onLoad={begin} />
      )}
    </section>
  );
}

/** Links inside the page are followed, others are not; a quote is opened where it is. */
function follow(event: Event): void {
  const target = event.target as Element | null;
  const link = target?.closest("a");
  if (link && !link.getAttribute("href")?.startsWith("#")) event.preventDefault();
  const id = AnnotationId.safeParse(target?.closest<HTMLElement>("[data-claim]")?.dataset.claim);
  if (link || !id.success) return;
  const found = allCoded(useLibrary.getState().library).find(({ annotation }) => annotation.id === id.data);
  if (found !== undefined) void openPaper(found.annotation.paper, found.annotation.id);
}
