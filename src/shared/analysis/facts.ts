import { quoteOf } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import type { Library } from "../model/library.ts";
import type { Ach, AchResult } from "./ach.ts";
import { achMarkOf } from "./ach.ts";
import type { Analysis, NetworkWindow } from "./analyse.ts";
import type { Contradiction, ContradictionSide } from "./contradictions.ts";
import { entryName } from "./entries.ts";
import type { FoundPassages, TallyBy } from "./found.ts";
import { edgeTable, networkTable } from "./graph-files.ts";
import type { Matrix } from "./matrix.ts";

/** A cell of a table; null where there is nothing to say. */
export type FactCell = string | number | null;
/** An analysis as a plain table, its heads in the first line: what a file, a report and a screen reader get. */
export type Facts = readonly (readonly FactCell[])[];

/**
 * The table equal to an analysis. Of a network the ties, of a series of windows a line for each; with `square` the
 * matrix of weights.
 */
export function analysisFacts(library: Library, analysis: Analysis, square = false): Facts {
  switch (analysis.kind) {
    case "matrix":
      return analysis.matrix.options.columns === "stance" ? matrixFacts(analysis.matrix) : meanFacts(analysis.matrix);
    case "network":
      if (square) return networkTable(analysis.network);
      return analysis.windows.length > 0 ? windowFacts(analysis.windows) : edgeTable(analysis.network);
    case "timeline": {
      const { periods, stances, lanes, options } = analysis.timeline;
      const heads = [options.lanes, "period", ...stances.map(({ name }) => name), "mean"];
      const lines = lanes.flatMap((lane) =>
        periods.map((period, at): FactCell[] => [
          lane.name,
          period,
          ...(lane.counts[at] ?? []),
          lane.means[at] ?? null,
        ]),
      );
      return [heads, ...lines];
    }
    case "cooccurrence": {
      const names = new Map(analysis.cooccurrence.issues.map(({ id, name }) => [id, name]));
      // Only claims that have both issues have a coefficient.
      const inOne = analysis.cooccurrence.nearness.unit === "claim";
      const lines = analysis.cooccurrence.pairs.map((pair): FactCell[] => [
        names.get(pair.a) ?? "",
        names.get(pair.b) ?? "",
        pair.count,
        ...(inOne ? [pair.coefficient] : []),
      ]);
      return [["issue", "other issue", "together", ...(inOne ? ["coefficient"] : [])], ...lines];
    }
    case "coverage":
      return [
        ["paper", "claims", "characters", "marked", "share"],
        ...analysis.papers.map((one): FactCell[] => [one.name, one.claims, one.characters, one.marked, one.share]),
      ];
    case "contradictions":
      return contradictionFacts(library, analysis.contradictions);
    case "ach":
      return analysis.ach === null || analysis.result === null ? [[]] : achFacts(analysis.ach, analysis.result);
    case "passages":
      return foundFacts(library, analysis.found, analysis.by);
  }
}

/** A matrix with its totals; lines of issues count what is under them too, in columns of their own. */
export function matrixFacts({ options, columns, lines, totals, total }: Matrix): Facts {
  const tree = options.rows === "issue";
  const head = [
    options.rows,
    ...columns.map(({ name }) => name),
    "all",
    ...(tree ? ["with those under it"] : []),
    "mean",
  ];
  const body = lines.map((line): FactCell[] => [
    line.name,
    ...line.counts,
    line.total,
    ...(tree ? [line.rolledTotal] : []),
    line.mean,
  ]);
  return [head, ...body, ["All", ...totals, total, ...(tree ? [total] : []), null]];
}

/** A matrix with the signed mean of each cell after its totals: what the signs of its picture say. */
function meanFacts(matrix: Matrix): Facts {
  const [head = [], ...body] = matrixFacts(matrix);
  return [
    [...head, ...matrix.columns.map(({ name }) => `mean: ${name}`)],
    ...body.map((line, at): FactCell[] => {
      const means = matrix.lines[at]?.means ?? matrix.columns.map(() => null);
      return [...line, ...means];
    }),
  ];
}

function windowFacts(windows: readonly NetworkWindow[]): Facts {
  const lines = windows.map((one): FactCell[] => [
    one.first,
    one.last,
    one.positions,
    one.ties,
    one.balance,
    one.polarisation,
  ]);
  return [["first day", "last day", "positions", "ties", "balance", "polarisation"], ...lines];
}

function contradictionFacts(library: Library, found: readonly Contradiction[]): Facts {
  const head = ["kind", "issue", "supported by", "in", "quote", "opposed by", "in", "quote", "for", "against", "score"];
  const cells = (side: ContradictionSide): FactCell[] => [
    entryName(library, "actor", side.actor ?? ""),
    entryName(library, "paper", side.paper),
    quoteFor(library, side),
  ];
  const lines = found.map((one): FactCell[] => [
    one.kind,
    entryName(library, "issue", one.issue),
    ...cells(one.supports),
    ...cells(one.opposes),
    one.for,
    one.against,
    one.score,
  ]);
  return [head, ...lines];
}

/** The words of one side of a contradiction. */
export function quoteFor(library: Library, { paper, claim }: Pick<ContradictionSide, "paper" | "claim">): string {
  const annotation = ofPaper(library.annotations, paper)[claim];
  return annotation === undefined ? "" : quoteOf(annotation.passage);
}

function achFacts(ach: Ach, result: AchResult): Facts {
  const head = [
    "evidence",
    ...ach.hypotheses.map(({ name }) => name),
    "weight",
    "diagnosticity",
    "carries the conclusion",
  ];
  const lines = ach.evidence.map((one, at): FactCell[] => {
    const score = result.evidence[at];
    const marks = ach.hypotheses.map(({ id }) => achMarkOf(ach, one.id, id));
    return [
      one.text,
      ...marks,
      score?.weight ?? null,
      score?.diagnosticity ?? null,
      score?.carries === true ? "yes" : "no",
    ];
  });
  return [
    head,
    ...lines,
    ["Inconsistency", ...result.hypotheses.map(({ inconsistency }) => inconsistency), null, null, null],
  ];
}

/**
 * The passages as a table: a line for each, its claims' quotes after its words; or, counted, a line for each entry with
 * count and 0/1.
 */
function foundFacts(library: Library, { shown, tallies: by }: FoundPassages, counted: TallyBy | null): Facts {
  if (counted !== null)
    return [
      [counted, "passages", "claims", "0/1"],
      ...by[counted].map(({ name, passages, claims }): FactCell[] => [name, passages, claims, passages > 0 ? 1 : 0]),
    ];
  const most = Math.max(1, ...shown.map(({ claims }) => claims.length));
  const heads = Array.from({ length: most }, (_, at) => [`claim ${at + 1}`, `actor ${at + 1}`]).flat();
  const lines = shown.map((one): FactCell[] => {
    const cells = one.claims.flatMap((claim): FactCell[] => {
      const actor = ofPaper(library.annotations, one.paper)[claim]?.actor ?? "";
      return [quoteFor(library, { paper: one.paper, claim }), library.actors[actor]?.name ?? ""];
    });
    const empty = Array.from({ length: 2 * (most - one.claims.length) }, () => "");
    return [library.papers[one.paper]?.title ?? "", one.page, one.start, one.end, one.text, ...cells, ...empty];
  });
  return [["paper", "page", "start", "end", "shared text", ...heads], ...lines];
}
