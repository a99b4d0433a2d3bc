import { type KeyboardEvent, useEffect, useState } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import { useTexts } from "../i18n/texts.ts";
import { toggleThumbnails, usePageView, zoomBy, zoomTo } from "../state/page-view.ts";
import { reader } from "../state/reader-control.ts";
import { isDark, turnPages, useTheme } from "../state/theme.ts";
import type { PagesView } from "./view.ts";

type Props = Readonly<{ content: PaperContent; view: PagesView | null; page: number }>;

/** Which page is shown, and how large. */
export function Toolbar({ content, view, page }: Props) {
  const { t, percent } = useTexts();
  const { zoom, scale, thumbnails } = usePageView();
  const dark = useTheme((state) => isDark(state.pages));
  const label = content.pages[page]?.label ?? "";
  const [wanted, setWanted] = useState(label);
  useEffect(() => setWanted(label), [label]);
  const go = (): void => {
    const name = wanted.trim().toLowerCase();
    const found = content.pages.findIndex((one) => one.label.toLowerCase() === name);
    if (found < 0) setWanted(label);
    else view?.turnTo(found);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") go();
    else if (event.key === "Escape") setWanted(label);
    else return;
    reader()?.focus();
  };
  return (
    <div className="tools" role="toolbar" aria-label={t("pages.tools")}>
      <button
        type="button"
        className="thumbs"
        aria-pressed={thumbnails}
        title={t("command.toggle-thumbnails")}
        onClick={toggleThumbnails}
      >
        ▤<span className="unseen">{t("command.toggle-thumbnails")}</span>
      </button>
      <label>
        {t("pages.goTo")}
        <input
          value={wanted}
          size={4}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setWanted(label)}
        />
      </label>
      <span className="soft">{t("pages.count", { at: page + 1, count: content.pages.length })}</span>
      <span className="grow" />
      <button
        type="button"
        aria-label={t("command.turn-pages")}
        title={t("command.turn-pages")}
        aria-pressed={dark}
        onClick={turnPages}
      >
        ◐
      </button>
      <button type="button" aria-label={t("command.zoom-out")} title={t("command.zoom-out")} onClick={() => zoomBy(-1)}>
        −
      </button>
      <output aria-label={t("pages.zoom")}>{percent(scale)}</output>
      <button type="button" aria-label={t("command.zoom-in")} title={t("command.zoom-in")} onClick={() => zoomBy(1)}>
        +
      </button>
      <button type="button" aria-pressed={zoom.kind === "width"} onClick={() => zoomTo({ kind: "width" })}>
        {t("command.fit-width")}
      </button>
      <button type="button" aria-pressed={zoom.kind === "page"} onClick={() => zoomTo({ kind: "page" })}>
        {t("command.fit-page")}
      </button>
    </div>
  );
}
