import { z } from "zod";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import type { Library } from "../model/library.ts";
import { type Ach, type AchResult, achResult, achsOf, filledIn } from "./ach.ts";
import { type Contradiction, contradictionsOf } from "./contradictions.ts";
import { type Cooccurrence, cooccurrenceOf } from "./cooccurrence.ts";
import { type PaperCoverage, paperCoverage } from "./coverage.ts";
import { timeWindows } from "./duplicates.ts";
import { type AnalysedPassages, type TallyBy, tallies } from "./found.ts";
import { type Matrix, MatrixOptions, matrixOf } from "./matrix.ts";
import { type Network, NetworkOptions, networkMaker } from "./network.ts";
import type { PackedRows } from "./packed.ts";
import { needsTextExtents, PassageQuery } from "./passage-query.ts";
import { dateOfDay } from "./period.ts";
import { type ClaimExtents, Nearness } from "./places.ts";
import { type Polarisation, polarisationOf } from "./polarisation.ts";
import type { PositionRow } from "./table.ts";
import { type Timeline, TimelineOptions, timelineOf } from "./timeline.ts";

/** What can be asked of a table of claims. */
export const AnalysisRequest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("matrix"), options: MatrixOptions }),
  z.strictObject({
    kind: z.literal("network"),
    options: NetworkOptions,
    /** A series of windows of that many days, each so many days after the one before. */
    windows: z.strictObject({ days: z.int().min(1).max(40_000), step: z.int().min(1).max(40_000) }).optional(),
  }),
  z.strictObject({ kind: z.literal("timeline"), options: TimelineOptions }),
  z.strictObject({ kind: z.literal("cooccurrence"), nearness: Nearness }),
  z.strictObject({ kind: z.literal("coverage") }),
  z.strictObject({ kind: z.literal("contradictions"), most: z.int().min(1).max(100_000).default(500) }),
  /** The analysis of competing hypotheses of that identifier. */
  z.strictObject({ kind: z.literal("ach"), id: z.string().max(60) }),
  /** The passages of a query; `by` counts them instead of listing them, `most` is how many are listed. */
  z.strictObject({
    kind: z.literal("passages"),
    query: PassageQuery,
    by: z.enum(tallies).nullable().default(null),
    most: z.int().min(1).max(100_000).default(500),
  }),
]);
export type AnalysisRequest = Readonly<z.infer<typeof AnalysisRequest>>;
/** The requests that a table of positions can answer; passages are found among the annotations themselves. */
export type TableRequest = Exclude<AnalysisRequest, { kind: "passages" }>;

/** Everything an analysis rests on. */
export type AnalysisInput = Readonly<{
  library: Library;
  rows: PackedRows;
  request: TableRequest;
  places: ReadonlyMap<string, ClaimExtents>;
}>;

/** The network of one time window; `first` and `last` are ISO dates, both inside. */
export type NetworkWindow = Readonly<{
  first: string;
  last: string;
  positions: number;
  ties: number;
  /** Null where there are no ties to separate them. */
  balance: number | null;
  polarisation: number | null;
}>;

/** Passages found, with their words. */
export type FoundAnalysis = Readonly<{ kind: "passages"; by: TallyBy | null; found: AnalysedPassages }>;

/** The answer to a request, of the same kind. */
export type Analysis =
  | Readonly<{ kind: "matrix"; matrix: Matrix }>
  | Readonly<{ kind: "network"; network: Network; polarisation: Polarisation; windows: readonly NetworkWindow[] }>
  | Readonly<{ kind: "timeline"; timeline: Timeline }>
  | Readonly<{ kind: "cooccurrence"; cooccurrence: Cooccurrence }>
  | Readonly<{ kind: "coverage"; papers: readonly PaperCoverage[] }>
  | Readonly<{ kind: "contradictions"; contradictions: readonly Contradiction[] }>
  | Readonly<{ kind: "ach"; ach: Ach | null; result: AchResult | null }>
  | FoundAnalysis;

/** Told how far a long analysis is. */
export type AnalysisProgress = (label: Message, done: number, total: number) => void;

/**
 * The answer to a request. Needs of the library only its papers, codebook, coders and settings; of an ACH its claims
 * too.
 */
export function analyse(
  library: Library,
  rows: readonly PositionRow[],
  request: TableRequest,
  places: ReadonlyMap<string, ClaimExtents> = new Map(),
  onProgress: AnalysisProgress = () => undefined,
): Exclude<Analysis, FoundAnalysis> {
  switch (request.kind) {
    case "matrix":
      return { kind: "matrix", matrix: matrixOf(library, rows, request.options) };
    case "network": {
      const make = networkMaker(library, rows);
      return {
        kind: "network",
        network: make.network(request.options),
        polarisation: polarisationOf(make.agreements(request.options)),
        windows:
          request.windows === undefined
            ? []
            : windowsOf(library, rows, { options: request.options, windows: request.windows, onProgress }),
      };
    }
    case "timeline":
      return { kind: "timeline", timeline: timelineOf(library, rows, request.options) };
    case "cooccurrence":
      return { kind: "cooccurrence", cooccurrence: cooccurrenceOf(library, rows, request.nearness, places) };
    case "coverage":
      return { kind: "coverage", papers: paperCoverage(library, rows) };
    case "contradictions":
      return { kind: "contradictions", contradictions: contradictionsOf(rows, request.most) };
    case "ach": {
      const kept = achsOf(library).find(({ id }) => id === request.id);
      const ach = kept === undefined ? null : filledIn(library, kept);
      return { kind: "ach", ach, result: ach === null ? null : achResult(ach) };
    }
  }
}

/** Whether a request must know where the sentences, paragraphs and words of the papers are. */
export function needsPlaces(request: AnalysisRequest): boolean {
  if (request.kind === "passages") return needsTextExtents(request.query);
  return request.kind === "cooccurrence" && !["claim", "overlap"].includes(request.nearness.unit);
}

type WindowsWanted = Readonly<{
  options: NetworkOptions;
  windows: Readonly<{ days: number; step: number }>;
  onProgress: AnalysisProgress;
}>;

function windowsOf(
  library: Library,
  rows: readonly PositionRow[],
  { options, windows, onProgress }: WindowsWanted,
): NetworkWindow[] {
  const all = timeWindows(rows, windows.days, windows.step, options.clock);
  return all.map(({ first, last, rows: own }, index) => {
    const make = networkMaker(library, own);
    const ties = make.ties(options);
    const { balance, polarisation } =
      ties > 0 ? polarisationOf(make.agreements(options)) : { balance: null, polarisation: null };
    onProgress(message("progress.windows"), index + 1, all.length);
    return { first: dateOfDay(first), last: dateOfDay(last), positions: own.length, ties, balance, polarisation };
  });
}
