import { useMemo, useState } from "react";
import { busiestOf } from "../../../shared/analysis/busiest.ts";
import { networkFrame } from "../../../shared/chart/network-chart.ts";
import type { Facet } from "../../../shared/chart/picture.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { AnalysisNotes } from "./AnalysisNotes.tsx";
import { Counting } from "./Counting.tsx";
import { cooccurrenceTitle } from "./cooccurrence-options.ts";
import { FactsTable } from "./FactsTable.tsx";
import { NetworkPicture } from "./NetworkPicture.tsx";
import { OptionHelp } from "./OptionHelp.tsx";
import { Options, ShownChoice } from "./Options.tsx";
import { type Opened, PassagesBehindMark } from "./PassagesBehindMark.tsx";
import { PictureView } from "./PictureView.tsx";
import { chartPicture } from "./pictures.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { useAnalysis, useRequest } from "./store.ts";
import { useAnswer, useWidth } from "./use-analysis.ts";

/** How many columns fit beside the names without scrolling sideways. */
function columnsIn(width: number): number {
  return Math.max(8, Math.floor((width - 400) / 40));
}

/** An analysis as a picture over the table equal to it. */
export function ChartTab() {
  const texts = useTexts();
  const { t } = texts;
  const library = useLibrary((state) => state.library);
  const nearness = useAnalysis((state) => state.nearness);
  const most = useAnalysis((state) => state.shown);
  const tab = useAnalysis((state) => state.tab);
  const places = useAnalysis((state) => state.places);
  const [open, setOpen] = useState<Opened | null>(null);
  const [place, width] = useWidth();
  const request = useRequest();
  const [answer, isAsking] = useAnswer(request);
  const title = t(`analysis.tab.${tab}`);
  const busiest = useMemo(() => {
    const others = (count: number): string => texts.t("analysis.others", { count });
    const room = { entries: most, columns: Math.min(most, columnsIn(width)), others };
    return answer === null ? null : busiestOf(answer.analysis, room);
  }, [answer, most, width, texts]);
  const picture = useMemo(
    () =>
      busiest === null || width === 0 ? null : chartPicture(busiest.analysis, { library, title, width, texts, places }),
    [busiest, width, library, title, texts, places],
  );
  const network =
    busiest?.analysis.kind === "network" && busiest.analysis.windows.length === 0 ? busiest.analysis.network : null;
  const show = (facets: readonly Facet[], words: string): void => {
    if (tab === "together" && facets.length === 2) cooccurrenceTitle(library, facets, nearness);
    else setOpen({ facets, title: words });
  };
  return (
    <>
      <div className="options">
        <Options />
        <OptionHelp />
        {busiest !== null && <ShownChoice all={busiest.all} />}
        {answer !== null && <SaveMenu picture={picture} request={answer.request} name={tab} />}
      </div>
      <div className="analysis-body">
        {answer === null && isAsking && <Counting />}
        <div ref={place}>
          {picture !== null && picture.shapes.length === 0 && <p className="soft">{t("analysis.nothing")}</p>}
          {picture !== null &&
            picture.shapes.length > 0 &&
            (network === null ? (
              <PictureView picture={picture} onOpen={show} />
            ) : (
              <NetworkPicture picture={picture} frame={networkFrame(network, width)} onOpen={show} />
            ))}
        </div>
        {busiest !== null && <AnalysisNotes busiest={busiest} />}
        {busiest !== null && (
          <>
            <h2>{t("analysis.table")}</h2>
            <FactsTable analysis={busiest.analysis} name={title} />
          </>
        )}
      </div>
      {open !== null && <PassagesBehindMark opened={open} onClose={() => setOpen(null)} />}
    </>
  );
}
