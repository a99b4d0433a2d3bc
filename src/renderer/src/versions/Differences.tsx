import { useMemo } from "react";
import { versionPairs } from "../../../shared/claims/versions.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { openPaper } from "../state/reading.ts";
import { closeDialog } from "../state/shell.ts";
import { WordDifference } from "./WordDifference.tsx";

/** The claims and notes whose words differ between two versions, and those that only one of them has. */
export function Differences({ paper }: Readonly<{ paper: Paper }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const pairs = useMemo(
    () =>
      versionPairs(library, paper)
        .map(({ before, after, isLeft }) => ({
          before: before?.annotation ?? null,
          after: after?.annotation ?? null,
          old: before === null ? "" : quoteOf(before.annotation.passage),
          now: after === null ? "" : quoteOf(after.annotation.passage),
          isLeft,
        }))
        .filter(({ old, now }) => old !== now),
    [library, paper],
  );
  if (pairs.length === 0) return <p>{t("versions.noDifferences")}</p>;
  return (
    <ul className="version-changes">
      {pairs.map(({ before, after, old, now, isLeft }) => {
        const shown = after ?? before;
        if (shown === null) return null;
        const what = before === null ? "onlyNew" : after !== null ? "changed" : isLeft ? "left" : "waiting";
        return (
          <li key={shown.id}>
            <span className="soft">{t(`versions.${what}`)}</span>
            <button
              type="button"
              className="link"
              onClick={() => {
                closeDialog();
                void openPaper(shown.paper, shown.id);
              }}
            >
              {t("versions.show")}
            </button>
            <blockquote dir="auto">
              <WordDifference before={old} after={now} />
            </blockquote>
          </li>
        );
      })}
    </ul>
  );
}
