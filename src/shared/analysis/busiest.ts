import type { Analysis } from "./analyse.ts";
import type { Cooccurrence } from "./cooccurrence.ts";
import type { AnalysisEntry } from "./entries.ts";
import { type Matrix, type MatrixRow, sumOf } from "./matrix.ts";
import type { Network, Tie } from "./network.ts";
import type { Lane, Timeline } from "./timeline.ts";

/** How much of an analysis a picture shows. */
export type ChartLimits = Readonly<{
  /** At most so many lines, lanes, nodes or bars. */
  entries: number;
  /** At most so many columns of a matrix. */
  columns: number;
  /** What gathers the others is called, by their number: "460 others". */
  others: (count: number) => string;
}>;

/**
 * An analysis as far as there is room for it; `shown` of `all` entries are left, and of a network `ties` of `allTies`.
 */
export type Busiest = Readonly<{
  analysis: Analysis;
  shown: number;
  all: number;
  ties?: Readonly<{ shown: number; all: number }>;
}>;

/** The identifier of what gathers the entries that there is no room for. */
export const othersId = "others";

/**
 * The busiest entries of an analysis in the order they had, so that its picture and table stay readable however large
 * the library is. Those left out of a matrix or a timeline are gathered in one line, lane or column of their own, so
 * that sums stay the number of positions.
 */
export function busiestOf(analysis: Analysis, room: ChartLimits): Busiest {
  switch (analysis.kind) {
    case "matrix": {
      const { matrix } = analysis;
      const shown = Math.min(room.entries, matrix.lines.length);
      return {
        analysis: { ...analysis, matrix: fewerLines(fewerColumns(matrix, room), room) },
        shown,
        all: matrix.lines.length,
      };
    }
    case "timeline": {
      const { lanes } = analysis.timeline;
      const shown = Math.min(room.entries, lanes.length);
      return { analysis: { ...analysis, timeline: fewerLanes(analysis.timeline, room) }, shown, all: lanes.length };
    }
    case "network":
      return fewerNodes(analysis, room);
    case "cooccurrence": {
      const cooccurrence = fewerIssues(analysis.cooccurrence, room);
      const all = analysis.cooccurrence.issues.length;
      return { analysis: { ...analysis, cooccurrence }, shown: cooccurrence.issues.length, all };
    }
    case "coverage": {
      const papers = most(analysis.papers, room.entries, ({ claims }) => claims);
      return { analysis: { ...analysis, papers: papers.kept }, shown: papers.kept.length, all: analysis.papers.length };
    }
    default:
      return { analysis, shown: 0, all: 0 };
  }
}

/** The entries of the greatest worth in the order they had, and the rest. Of equals the first are kept. */
function most<Value>(
  all: readonly Value[],
  number: number,
  worth: (value: Value) => number,
): Readonly<{ kept: readonly Value[]; rest: readonly Value[] }> {
  if (all.length <= number) return { kept: all, rest: [] };
  const ranked = [...all.keys()].sort((a, b) => valueAt(all, b, worth) - valueAt(all, a, worth) || a - b);
  const chosen = new Set(ranked.slice(0, number));
  return { kept: all.filter((_, index) => chosen.has(index)), rest: all.filter((_, index) => !chosen.has(index)) };
}

function valueAt<Value>(all: readonly Value[], offset: number, worth: (value: Value) => number): number {
  const value = all[offset];
  return value === undefined ? 0 : worth(value);
}

function gathered(rest: readonly AnalysisEntry[], { others }: ChartLimits): AnalysisEntry {
  return { id: othersId, name: others(rest.length), of: rest.map(({ id }) => id) };
}

/**
 * Parents hold at least as much as what is under them and come before it, so that no issue is shown without those above
 * it.
 */
function fewerLines(matrix: Matrix, room: ChartLimits): Matrix {
  const { kept, rest } = most(matrix.lines, room.entries, ({ rolledTotal }) => rolledTotal);
  if (rest.length === 0) return matrix;
  const counts = matrix.columns.map((_, index) => sumOf(rest.map((line) => line.counts[index] ?? 0)));
  const total = sumOf(counts);
  const line: MatrixRow = {
    ...gathered(rest, room),
    ...{ depth: 0, counts, rolled: counts, total, rolledTotal: total },
    ...{ means: counts.map(() => null), mean: null },
  };
  return { ...matrix, lines: [...kept, line] };
}

/** A stance is never left out: the scale is short, and a picture without one of its ends would not be honest. */
function fewerColumns(matrix: Matrix, room: ChartLimits): Matrix {
  if (matrix.options.columns === "stance") return matrix;
  const places = [...matrix.columns.keys()];
  const { kept, rest } = most(places, room.columns, (index) => matrix.totals[index] ?? 0);
  if (rest.length === 0) return matrix;
  const pick = (counts: readonly number[]): number[] => [
    ...kept.map((index) => counts[index] ?? 0),
    sumOf(rest.map((index) => counts[index] ?? 0)),
  ];
  const entriesAt = (some: readonly number[]): AnalysisEntry[] =>
    some.flatMap((index) => {
      const entry = matrix.columns[index];
      return entry === undefined ? [] : [entry];
    });
  return {
    ...matrix,
    columns: [...entriesAt(kept), gathered(entriesAt(rest), room)],
    lines: matrix.lines.map((line) => ({
      ...line,
      counts: pick(line.counts),
      rolled: pick(line.rolled),
      means: [...kept.map((index) => line.means[index] ?? null), null],
    })),
    totals: pick(matrix.totals),
  };
}

function fewerLanes(timeline: Timeline, room: ChartLimits): Timeline {
  const { kept, rest } = most(timeline.lanes, room.entries, ({ total }) => total);
  if (rest.length === 0) return timeline;
  const lane: Lane = {
    ...gathered(rest, room),
    counts: timeline.periods.map((_, period) =>
      timeline.stances.map((_, stance) => sumOf(rest.map(({ counts }) => counts[period]?.[stance] ?? 0))),
    ),
    means: timeline.periods.map(() => null),
    total: sumOf(rest.map(({ total }) => total)),
  };
  return { ...timeline, lanes: [...kept, lane] };
}

function fewerNodes(analysis: Extract<Analysis, { kind: "network" }>, room: ChartLimits): Busiest {
  const { network, windows } = analysis;
  // Over time there is one point for each window, however many nodes.
  if (windows.length > 0) return { analysis, shown: 0, all: 0 };
  const { kept: nodes } = most(network.nodes, room.entries, ({ activity }) => activity);
  const known = new Set(nodes.map(({ id }) => id));
  const among = network.ties.filter(({ source, target }) => known.has(source) && known.has(target));
  // Few nodes are drawn with all their ties: those who came for ten actors want to see who is joined to whom.
  const ties = nodes.length <= 12 ? among : heaviest(among, nodes.length <= 24 ? 2 : 1);
  const drawn: Network = { ...network, nodes, ties };
  return {
    analysis: { ...analysis, network: drawn },
    ...{ shown: nodes.length, all: network.nodes.length },
    ties: { shown: ties.length, all: network.ties.length },
  };
}

/**
 * The ties that are among the heaviest of one of their ends, agreement and conflict each for itself, so that no node
 * loses its closest ally or its sharpest opponent.
 */
function heaviest(ties: readonly Tie[], number: number): Tie[] {
  const kept = new Set<Tie>();
  for (const sign of [1, -1]) {
    const given = new Map<string, number>();
    const sorted = ties.filter(({ weight }) => Math.sign(weight) === sign).sort((a, b) => sign * (b.weight - a.weight));
    for (const tie of sorted) {
      const ends = [tie.source, tie.target];
      if (ends.every((end) => (given.get(end) ?? 0) >= number)) continue;
      kept.add(tie);
      for (const end of ends) given.set(end, (given.get(end) ?? 0) + 1);
    }
  }
  return ties.filter((tie) => kept.has(tie));
}

function fewerIssues(cooccurrence: Cooccurrence, room: ChartLimits): Cooccurrence {
  const worth = new Map<string, number>();
  for (const { a, b, count } of cooccurrence.pairs)
    for (const id of [a, b]) worth.set(id, (worth.get(id) ?? 0) + count);
  const { kept: issues, rest } = most(cooccurrence.issues, room.entries, ({ id }) => worth.get(id) ?? 0);
  if (rest.length === 0) return cooccurrence;
  const known = new Set(issues.map(({ id }) => id));
  return { ...cooccurrence, issues, pairs: cooccurrence.pairs.filter(({ a, b }) => known.has(a) && known.has(b)) };
}
