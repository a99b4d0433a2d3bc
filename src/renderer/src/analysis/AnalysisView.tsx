import { useEffect, useMemo, useState } from "react";
import type { Analysis } from "../../../shared/analysis/analyse.ts";
import { factsOf } from "../../../shared/analysis/facts.ts";
import { positionRows } from "../../../shared/analysis/table.ts";
import { meets } from "../../../shared/chart/facet.ts";
import type { Facet } from "../../../shared/chart/picture.ts";
import { allCoded, type Coded } from "../../../shared/claims.ts";
import { matches } from "../../../shared/query.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt, useStore } from "../state/store.ts";
import { FactsTable } from "./FactsTable.tsx";
import { Keep } from "./Keep.tsx";
import { MatrixView } from "./MatrixView.tsx";
import { Passages } from "./Passages.tsx";
import { PictureView } from "./PictureView.tsx";
import { pictureOf, requestOf, type Tab, tabs } from "./requests.ts";
import "./analysis.css";

/** The pictures of what the filter leaves, each with the passages behind its marks and the table equal to it. */
export function AnalysisView() {
  const { t } = useTexts();
  const { library, query, workbench } = useStore();
  const [tab, setTab] = useState<Tab>("matrix");
  const [found, setFound] = useState<{ tab: Tab; analysis: Analysis } | null>(null);
  const [open, setOpen] = useState<readonly Facet[] | null>(null);
  const request = useMemo(() => requestOf(tab, library), [tab, library]);
  useEffect(() => {
    let wanted = true;
    setOpen(null);
    if (request === null) setFound(null);
    else
      void attempt(() => workbench.analyse({ request, query })).then((analysis) => {
        if (wanted) setFound(analysis === null ? null : { tab, analysis });
      });
    return () => {
      wanted = false;
    };
  }, [workbench, request, query, tab]);
  const analysis = found?.tab === tab ? found.analysis : null;
  const picture = analysis === null ? null : pictureOf(library, analysis, t(`analysis.${tab}`));
  const passages = useMemo((): readonly Coded[] => {
    if (open === null) return [];
    const coded = allCoded(library).filter(matches(library, query));
    const rows = positionRows(library, coded).filter(meets(library, open, { clock: "paper", unit: "year" }));
    const ids = new Set(rows.map((row) => row.claim));
    return coded.filter((one) => ids.has(one.annotation.id));
  }, [library, query, open]);
  return (
    <div className="analysis">
      <nav className="tabs" aria-label={t("analysis.name")}>
        {tabs.map((name) => (
          <button type="button" key={name} aria-pressed={name === tab} onClick={() => setTab(name)}>
            {t(`analysis.${name}`)}
          </button>
        ))}
        {request !== null && analysis !== null && <Keep picture={picture} request={request} name={tab} />}
      </nav>
      <div className="analysis-body">
        {request === null && <p>{t("analysis.none")}</p>}
        {picture !== null && picture.shapes.length === 0 && <p>{t("analysis.nothing")}</p>}
        {picture !== null && picture.shapes.length > 0 && <PictureView picture={picture} onOpen={setOpen} />}
        {open !== null && <Passages passages={passages} onClose={() => setOpen(null)} />}
        <h2>{t("analysis.table")}</h2>
        {tab === "matrix" ? (
          <MatrixView />
        ) : (
          analysis !== null && <FactsTable facts={factsOf(library, analysis)} name={t(`analysis.${tab}`)} />
        )}
      </div>
    </div>
  );
}
