import { useEffect, useMemo, useState } from "react";
import { sideBySide } from "../../../shared/anchor/side-by-side.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt } from "../state/shell.ts";
import { WordDifference } from "./WordDifference.tsx";

/** Lines that are drawn at once. */
const mostLines = 3000;

/** Both texts, line beside line; words that differ are shown in the later one. */
export function SideBySide({ paper, earlier }: Readonly<{ paper: Paper; earlier: Paper }>) {
  const { t } = useTexts();
  const texts = useTextsOf(earlier, paper);
  const pairs = useMemo(() => (texts === null ? [] : sideBySide(texts.before, texts.after)), [texts]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className="side-by-side" aria-label={t("versions.texts")} aria-busy={texts === null} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("versions.earlier")}</th>
            <th scope="col">{t("versions.newer")}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, mostLines).map(({ before, after, isSame }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and no state.
            <tr key={index} className={isSame ? "same" : ""}>
              <td dir="auto">{after === null ? <del>{before}</del> : before}</td>
              <td dir="auto">
                {isSame ? after : after !== null && <WordDifference before={before ?? ""} after={after} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pairs.length > mostLines && <p>{t("versions.moreLines", { count: pairs.length - mostLines })}</p>}
    </section>
  );
}

function useTextsOf(earlier: Paper, paper: Paper): Readonly<{ before: string; after: string }> | null {
  const [texts, setTexts] = useState<Readonly<{ before: string; after: string }> | null>(null);
  const [first, second] = [earlier.id, paper.id];
  useEffect(() => {
    let isWanted = true;
    const content = getWorkbench().content;
    void attempt(() => Promise.all([content({ paper: first }), content({ paper: second })])).then((found) => {
      if (isWanted && found !== null) setTexts({ before: found[0].text, after: found[1].text });
    });
    return () => {
      isWanted = false;
    };
  }, [first, second]);
  return texts;
}
