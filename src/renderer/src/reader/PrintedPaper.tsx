import "./printed-paper.css";
import { type CSSProperties, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { codedIn } from "../../../shared/claims/claims.ts";
import { matchesInPaper } from "../../../shared/filter/query.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { labelValues, passageLabel } from "../../../shared/model/page-map.ts";
import { PrintedText } from "../editor/PrintedText.tsx";
import { useHighlights } from "../editor/use-highlights.ts";
import { useTexts } from "../i18n/texts.ts";
import { actorOf, sayingOf, signsOf, startOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { useSettings } from "../state/settings.ts";
import { useShell } from "../state/shell.ts";

/** What is printed of the open paper: made when printing begins, since a long paper takes a while, and gone after. */
export function PrintedPaper() {
  const [isPrinting, setPrinting] = useState(false);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  useEffect(() => {
    // The browser prints what is there when the event has been answered.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting && paper !== null && content !== null ? <Printed paper={paper} content={content} /> : null;
}

function Printed({ paper, content }: Readonly<{ paper: PaperId; content: PaperContent }>) {
  const { t, list, number } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const face = useSettings((state) => state.face);
  const coded = useMemo(
    () =>
      codedIn(library, paper)
        .filter(matchesInPaper(library, query))
        .sort((a, b) => startOf(a) - startOf(b)),
    [library, paper, query],
  );
  const highlights = useHighlights(coded, library);
  const about = library.papers[paper];
  const source = [list(about?.authors ?? []), about?.publisher ?? "", about?.date ?? ""].filter((part) => part !== "");
  return (
    <article
      className={`reading printed-paper ${face}`}
      style={{ "--size": "11pt", "--spacing": 1.45 } as CSSProperties}
    >
      <header>
        <p dir="auto">{about?.title}</p>
        <p dir="auto">{source.join(" · ")}</p>
      </header>
      <PrintedText content={content} highlights={highlights} />
      {coded.length > 0 && (
        <section className="printed-claims">
          <h2>{t("print.claims", { count: coded.length })}</h2>
          <ol>
            {coded.map((claim, index) => (
              <li key={claim.annotation.id}>
                <span className="claim-number">{number(index + 1)}</span>
                <span>
                  {signsOf(library, claim).map((sign) => (
                    <b key={sign.glyph} className={`glyph ${sign.look}`}>
                      {sign.glyph}{" "}
                    </b>
                  ))}
                  <b dir="auto">{actorOf(library, claim)}</b> <bdi>{sayingOf(library, claim)}</bdi>
                  {claim.positions.length > 0 && claim.annotation.note !== "" && (
                    <>
                      {" "}
                      – <bdi>{claim.annotation.note}</bdi>
                    </>
                  )}{" "}
                  <span className="soft">
                    {t("annotate.page", labelValues(passageLabel(content, claim.annotation.passage)))}
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}
