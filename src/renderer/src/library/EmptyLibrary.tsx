import { useMemo } from "react";
import { useTexts } from "../i18n/texts.ts";
import { type FocusTarget, focusRef } from "../state/focus.ts";
import { importChosen, openSample } from "../state/import-files.ts";
import { showView, type View } from "../state/shell.ts";

/** The views that show something of papers or claims, and so nothing while there is no paper. */
export type PaperView = Exclude<View, "read" | "library" | "codebook" | "history">;

/** Where the command that shows a view gives the keyboard to. */
const targets = {
  claims: "claims",
  matrix: "analysis",
  search: "search",
  report: "report",
} as const satisfies Record<PaperView, FocusTarget>;

/** What a view is for, and how to come by something to see in it, while the library has no paper. */
export function EmptyLibrary({ view }: Readonly<{ view: PaperView }>) {
  const { t } = useTexts();
  const focus = useMemo(() => focusRef(targets[view]), [view]);
  return (
    <section className="welcome">
      <h1>{t(`empty.${view}`)}</h1>
      <p>{t(`empty.${view}.what`)}</p>
      <p>{t("empty.begin")}</p>
      <p className="buttons">
        <button type="button" className="primary" ref={focus} onClick={() => void importChosen()}>
          {t("welcome.import")}
        </button>
        <button type="button" onClick={() => void openSample()}>
          {t("welcome.sample")}
        </button>
        <button type="button" onClick={() => showView("codebook")}>
          {t("welcome.codebook")}
        </button>
      </p>
    </section>
  );
}
