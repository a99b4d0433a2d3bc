import { achsOf } from "../../../shared/analysis/ach.ts";
import type { Analysis, AnalysisRequest } from "../../../shared/analysis/analyse.ts";
import { MatrixOptions } from "../../../shared/analysis/matrix.ts";
import { NetworkOptions } from "../../../shared/analysis/network.ts";
import { TimelineOptions } from "../../../shared/analysis/timeline.ts";
import { scoresChart } from "../../../shared/chart/bars-chart.ts";
import { matrixChart } from "../../../shared/chart/matrix-chart.ts";
import { networkChart } from "../../../shared/chart/network-chart.ts";
import type { Picture } from "../../../shared/chart/picture.ts";
import { timelineChart } from "../../../shared/chart/timeline-chart.ts";
import type { Library } from "../../../shared/model/library.ts";

export const tabs = ["matrix", "actors", "timeline", "network", "contradictions", "ach"] as const;
export type Tab = (typeof tabs)[number];

/** What a tab asks the workbench; null when the library has nothing of the kind. */
export function requestOf(tab: Tab, library: Library): AnalysisRequest | null {
  switch (tab) {
    case "matrix":
      return { kind: "matrix", options: MatrixOptions.parse({}) };
    case "actors":
      return { kind: "matrix", options: MatrixOptions.parse({ rows: "actor", columns: "issue" }) };
    case "timeline":
      return { kind: "timeline", options: TimelineOptions.parse({}) };
    case "network":
      return { kind: "network", options: NetworkOptions.parse({ tie: "subtract" }) };
    case "contradictions":
      return { kind: "contradictions", most: 200 };
    case "ach": {
      const [first] = achsOf(library);
      return first === undefined ? null : { kind: "ach", id: first.id };
    }
  }
}

/** The picture of an analysis; contradictions are told in words only. */
export function pictureOf(library: Library, analysis: Analysis, title: string): Picture | null {
  switch (analysis.kind) {
    case "matrix":
      return matrixChart(library, analysis.matrix, title, 860);
    case "timeline":
      return timelineChart(library, analysis.timeline, title, 860);
    case "network":
      return networkChart(analysis.network, analysis.polarisation.camps, title, 860);
    case "ach": {
      const { ach, result } = analysis;
      if (ach === null || result === null) return null;
      const scores = ach.hypotheses.map(({ id, name }, at) => {
        const score = result.hypotheses[at]?.inconsistency ?? 0;
        return { name, score, leads: result.leading.includes(id) };
      });
      return scoresChart(scores, title, 860);
    }
    default:
      return null;
  }
}
