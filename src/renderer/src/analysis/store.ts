import { useMemo } from "react";
import { create } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { AnalysisRequest } from "../../../shared/analysis/analyse.ts";
import type { ContradictionKind } from "../../../shared/analysis/contradictions.ts";
import type { Dating } from "../../../shared/analysis/entries.ts";
import type { TallyBy } from "../../../shared/analysis/found.ts";
import { MatrixOptions } from "../../../shared/analysis/matrix.ts";
import { NetworkOptions } from "../../../shared/analysis/network.ts";
import { PassageQuery } from "../../../shared/analysis/passage-query.ts";
import type { Nearness } from "../../../shared/analysis/places.ts";
import { TimelineOptions } from "../../../shared/analysis/timeline.ts";
import type { NodePlaces } from "../../../shared/chart/network-layout.ts";

/** The analyses, in the order of their tabs. */
export const tabs = [
  "matrix",
  "actors",
  "timeline",
  "network",
  "together",
  "coverage",
  "contradictions",
  "ach",
  "passages",
] as const;
export type Tab = (typeof tabs)[number];

export type AnalysisState = Readonly<{
  tab: Tab;
  matrix: MatrixOptions;
  actors: MatrixOptions;
  timeline: TimelineOptions;
  network: NetworkOptions;
  /** Length of the windows of a network over time, days; null for the whole time. */
  window: number | null;
  nearness: Nearness;
  contradictions: ContradictionKind | "all";
  /** Which competing hypotheses are shown, by identifier. */
  ach: string | null;
  passages: PassageQuery;
  /** Passages counted by this instead of listed. */
  by: TallyBy | null;
  /** Where the reader has put nodes of the network. */
  places: NodePlaces;
  /** How many entries a picture shows: the busiest; Infinity for all. */
  shown: number;
}>;

/** Lengths of windows over time, days: a quarter, a year, five years. */
export const windowChoices = { windowQuarter: 91, windowYear: 365, windowFive: 1826 } as const;

/** How many entries a picture may be asked to show. */
export const shownChoices = [20, 40, 100, Number.POSITIVE_INFINITY] as const;

/** What the analysis view shows; it stays while other views are looked at. */
export const useAnalysis = create<AnalysisState>(() => ({
  tab: "matrix",
  matrix: MatrixOptions.parse({}),
  actors: MatrixOptions.parse({ rows: "actor", columns: "issue" }),
  timeline: TimelineOptions.parse({}),
  network: NetworkOptions.parse({ tie: "subtract" }),
  window: null,
  nearness: { unit: "paragraph" },
  contradictions: "all",
  ach: null,
  passages: PassageQuery.parse({ where: { all: [] }, steps: [] }),
  by: null,
  places: {},
  shown: 40,
}));

type RequestState = Omit<AnalysisState, "contradictions" | "ach" | "places" | "shown">;

/** The request of the tab that is shown; the identical one as long as nothing that it depends on changes. */
export function useRequest(): AnalysisRequest | null {
  const state = useAnalysis(
    useShallow(
      ({ tab, matrix, actors, timeline, network, window, nearness, passages, by }): RequestState => ({
        tab,
        matrix,
        actors,
        timeline,
        network,
        window,
        nearness,
        passages,
        by,
      }),
    ),
  );
  return useMemo(() => requestOf(state), [state]);
}

/** How the marks of the tab that is shown are dated. */
export function useDating(): Dating {
  return useAnalysis(useShallow(datingOf));
}

/** What a tab asks the workbench. Competing hypotheses ask nothing: they are edited where they are shown. */
function requestOf(state: RequestState): AnalysisRequest | null {
  switch (state.tab) {
    case "matrix":
      return { kind: "matrix", options: state.matrix };
    case "actors":
      return { kind: "matrix", options: state.actors };
    case "timeline":
      return { kind: "timeline", options: state.timeline };
    case "network":
      // Windows that overlap by half show when something turned.
      return {
        kind: "network",
        options: state.network,
        ...(state.window !== null && { windows: { days: state.window, step: Math.ceil(state.window / 2) } }),
      };
    case "together":
      return { kind: "cooccurrence", nearness: state.nearness };
    case "coverage":
      return { kind: "coverage" };
    case "contradictions":
      return { kind: "contradictions", most: 200 };
    case "ach":
      return null;
    case "passages":
      return { kind: "passages", query: state.passages, by: state.by, most: 200 };
  }
}

/** How the marks of a tab are dated. */
function datingOf({ tab, matrix, actors, timeline, network }: AnalysisState): Dating {
  if (tab === "network") return { clock: network.clock, unit: "day" };
  return tab === "timeline" ? timeline : tab === "actors" ? actors : matrix;
}
