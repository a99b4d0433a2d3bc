import { type KeyboardEvent, useEffect, useState } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import { useTexts } from "../i18n/texts.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { toggleThumbnails, usePageView, zoomBy, zoomTo } from "../state/page-view.ts";
import { reader } from "../state/reader-control.ts";
import { toggleDrawing, useRegion } from "../state/region.ts";
import { isDark, turnPages, useTheme } from "../state/theme.ts";
import { isRepeatedClick } from "../ui/clicks.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import type { PagesView } from "./view.ts";

type Props = Readonly<{ content: PaperContent; view: PagesView | null; page: number }>;

const fits = [
  { kind: "width", icon: "width", command: "command.fit-width" },
  { kind: "page", icon: "whole", command: "command.fit-page" },
] as const;

/** Which page is shown, and how large. */
export function Toolbar({ content, view, page }: Props) {
  const { t, percent } = useTexts();
  const zoom = usePageView((state) => state.zoom);
  const scale = usePageView((state) => state.scale);
  const thumbnails = usePageView((state) => state.thumbnails);
  const drawing = useRegion((state) => state.drawing);
  const writable = useLibrary((state) => isWritable(state));
  const dark = useTheme((state) => isDark(state.pages));
  const label = content.pages[page]?.label ?? "";
  const [wanted, setWanted] = useState(label);
  useEffect(() => setWanted(label), [label]);
  const go = (): void => {
    const name = wanted.trim().toLowerCase();
    const found = content.pages.findIndex((page) => page.label.toLowerCase() === name);
    if (found < 0) setWanted(label);
    else view?.turnTo(found);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
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
        aria-label={t("command.toggle-thumbnails")}
        title={t("command.toggle-thumbnails")}
        onClick={toggleThumbnails}
      >
        <Icon name="pages" />
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
      {writable && (
        <button
          type="button"
          className="area"
          aria-pressed={drawing}
          aria-label={t("area.mark")}
          title={t("area.mark")}
          onClick={(event) => isRepeatedClick(event) || toggleDrawing()}
        >
          <Icon name="area" />
        </button>
      )}
      <button
        type="button"
        aria-label={t("command.turn-pages")}
        title={t("command.turn-pages")}
        aria-pressed={dark}
        onClick={turnPages}
      >
        <Icon name="contrast" />
      </button>
      <button type="button" aria-label={t("command.zoom-out")} title={t("command.zoom-out")} onClick={() => zoomBy(-1)}>
        <Icon name="minus" />
      </button>
      <output aria-label={t("pages.zoom")}>{percent(scale)}</output>
      <button type="button" aria-label={t("command.zoom-in")} title={t("command.zoom-in")} onClick={() => zoomBy(1)}>
        <Icon name="plus" />
      </button>
      {fits.map(({ kind, icon, command }) => (
        <button
          type="button"
          key={kind}
          aria-pressed={zoom.kind === kind}
          aria-label={t(command)}
          title={t(command)}
          onClick={() => zoomTo({ kind })}
        >
          <Icon name={icon} />
          <span className="words">{t(command)}</span>
        </button>
      ))}
    </div>
  );
}
