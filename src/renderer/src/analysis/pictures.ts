import { useMemo } from "react";
import type { Analysis } from "../../../shared/analysis/analyse.ts";
import type { AnalysedPassages, TallyBy } from "../../../shared/analysis/found.ts";
import { barList, type ChartBar } from "../../../shared/chart/bars-chart.ts";
import { cooccurrenceChart } from "../../../shared/chart/cooccurrence-chart.ts";
import { matrixChart } from "../../../shared/chart/matrix-chart.ts";
import { inDirection } from "../../../shared/chart/mirror.ts";
import { networkChart } from "../../../shared/chart/network-chart.ts";
import type { NodePlaces } from "../../../shared/chart/network-layout.ts";
import type { Picture } from "../../../shared/chart/picture.ts";
import { timelineChart } from "../../../shared/chart/timeline-chart.ts";
import { windowsChart } from "../../../shared/chart/windows-chart.ts";
import { type ChartWords, chartWordsIn } from "../../../shared/chart/words.ts";
import type { Library } from "../../../shared/model/library.ts";
import { type Texts, useTexts } from "../i18n/texts.ts";

type Parts = Readonly<{ library: Library; title: string; width: number; texts: Texts; places?: NodePlaces }>;

/**
 * The picture of an analysis as wide as its place, in the direction of the language; null for analyses shown in words
 * and tables only. A network has no direction, and a reader may have moved its nodes.
 */
export function chartPicture(analysis: Analysis, parts: Parts): Picture | null {
  const picture = drawn(analysis, parts);
  if (picture === null || (analysis.kind === "network" && analysis.windows.length === 0)) return picture;
  return inDirection(picture, parts.texts.direction);
}

function drawn(analysis: Analysis, { library, title, width, texts, places }: Parts): Picture | null {
  const words = chartWordsIn(texts.spoken);
  switch (analysis.kind) {
    case "matrix":
      return matrixChart(library, analysis.matrix, title, width, words);
    case "timeline":
      return timelineChart(library, analysis.timeline, title, width);
    case "network":
      if (analysis.windows.length > 0) return windowsChart(analysis.windows, title, width, words);
      return networkChart(analysis.network, analysis.polarisation.camps, title, width, words, places);
    case "cooccurrence":
      return cooccurrenceChart(analysis.cooccurrence, title, width);
    case "coverage": {
      const bars = analysis.papers.map(({ id, name, share, claims }): ChartBar => {
        const text = `${texts.percent(share)} · ${texts.number(claims)}`;
        return { name, length: share, text, paint: "soft", marks: [{ paper: id }] };
      });
      return barList(bars, title, width, 1);
    }
    case "passages":
      return analysis.by === null ? null : tallyChart(analysis.found, analysis.by, { library, title, width, texts });
    default:
      return null;
  }
}

function tallyChart({ tallies }: AnalysedPassages, by: TallyBy, { title, width, texts }: Parts): Picture {
  const bars = tallies[by].map(({ id, name, passages }): ChartBar => {
    return { name, length: passages, text: texts.number(passages), paint: "soft", marks: [{ [by]: id, alone: true }] };
  });
  return barList(bars, title, width);
}

/** The words that pictures need, in a component. */
export function useChartWords(): ChartWords {
  const { spoken } = useTexts();
  return useMemo(() => chartWordsIn(spoken), [spoken]);
}
