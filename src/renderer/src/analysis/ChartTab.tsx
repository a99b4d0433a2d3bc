import { useMemo, useState } from "react";
import { factsOf } from "../../../shared/analysis/facts.ts";
import { positionRows } from "../../../shared/analysis/table.ts";
import { meets } from "../../../shared/chart/facet.ts";
import type { Facet } from "../../../shared/chart/picture.ts";
import type { Coded } from "../../../shared/claims.ts";
import { useTexts } from "../i18n/texts.ts";
import { datingOf, requestOf, useAnalysis } from "../state/analysis.ts";
import { shownClaims } from "../state/shown.ts";
import { useStore } from "../state/store.ts";
import { FactsTable } from "./FactsTable.tsx";
import { Keep } from "./Keep.tsx";
import { Options } from "./Options.tsx";
import { Passages } from "./Passages.tsx";
import { PictureView } from "./PictureView.tsx";
import { pictureOf } from "./pictures.ts";
import { Says } from "./Says.tsx";
import { together } from "./together.ts";
import { useAnswer, useWidth } from "./use-analysis.ts";

type Opened = Readonly<{ facets: readonly Facet[]; title: string }>;

/** An analysis as a picture over the table equal to it. */
export function ChartTab() {
  const texts = useTexts();
  const { t } = texts;
  const { library, query } = useStore();
  const state = useAnalysis();
  const [open, setOpen] = useState<Opened | null>(null);
  const [place, width] = useWidth();
  const request = useMemo(() => requestOf(state), [state]);
  const answer = useAnswer(request);
  const title = t(`analysis.tab.${state.tab}`);
  const picture = useMemo(
    () => (answer === null || width === 0 ? null : pictureOf(answer.analysis, { library, title, width, texts })),
    [answer, width, library, title, texts],
  );
  const passages = useMemo((): readonly Coded[] => {
    if (open === null) return [];
    const coded = shownClaims(library, query);
    const rows = positionRows(library, coded).filter(meets(library, open.facets, datingOf(state)));
    const ids = new Set(rows.map((row) => row.claim));
    return coded.filter((one) => ids.has(one.annotation.id));
  }, [library, query, open, state]);
  const show = (facets: readonly Facet[], words: string): void => {
    if (state.tab === "together" && facets.length === 2) together(library, facets, state.nearness);
    else setOpen({ facets, title: words });
  };
  return (
    <>
      <div className="options">
        <Options />
        {answer !== null && <Keep picture={picture} request={answer.request} name={state.tab} />}
      </div>
      <div className="analysis-body">
        <div ref={place}>
          {picture !== null && picture.shapes.length === 0 && <p className="soft">{t("analysis.nothing")}</p>}
          {picture !== null && picture.shapes.length > 0 && <PictureView picture={picture} onOpen={show} />}
        </div>
        {answer !== null && <Says analysis={answer.analysis} />}
        {answer !== null && (
          <>
            <h2>{t("analysis.table")}</h2>
            <FactsTable facts={factsOf(library, answer.analysis)} name={title} />
          </>
        )}
      </div>
      {open !== null && <Passages passages={passages} title={open.title} onClose={() => setOpen(null)} />}
    </>
  );
}
