import { useMemo } from "react";
import { codedIn } from "../../../shared/claims.ts";
import { useTexts } from "../i18n/texts.ts";
import { startOf } from "../state/highlights.ts";
import { goTo, useStore } from "../state/store.ts";
import { sectionsOf } from "./sections.ts";

/** The headings of the open paper with their numbers of annotations; one click goes there. */
export function Outline() {
  const { t } = useTexts();
  const { library, paper, content } = useStore();
  const sections = useMemo(
    () => (paper === null || content === null ? [] : sectionsOf(content, codedIn(library, paper).map(startOf))),
    [library, paper, content],
  );
  if (paper === null || sections.length < 2) return null;
  return (
    <section aria-label={t("library.outline")}>
      <h2>{t("library.outline")}</h2>
      {sections.map((section) => (
        <button
          type="button"
          key={section.start}
          className="row"
          style={{ paddingInlineStart: `${14 + Math.min(4, section.level) * 12}px` }}
          onClick={() => void goTo(paper, section.start)}
        >
          <span dir="auto">{section.title}</span>
          <span className="count">{section.count || ""}</span>
        </button>
      ))}
    </section>
  );
}
