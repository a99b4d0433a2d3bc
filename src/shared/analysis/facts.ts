import { message, printMessage, type SpokenLanguage } from "../messages/message.ts";
import { quoteOf } from "../model/annotation.ts";
import { ofPaper } from "../model/by-paper.ts";
import type { Library } from "../model/library.ts";
import type { Ach, AchResult } from "./ach.ts";
import { achMarkOf } from "./ach.ts";
import type { Analysis, FoundAnalysis, NetworkWindow } from "./analyse.ts";
import type { Contradiction, ContradictionSide } from "./contradictions.ts";
import { entryName } from "./entries.ts";
import { edgeTable, networkTable } from "./graph-files.ts";
import type { Matrix } from "./matrix.ts";
import type { Network } from "./network.ts";

/** A cell of a table; null where there is nothing to say. */
export type FactCell = string | number | null;
/** An analysis as a plain table, its heads in the first line: what a file, a report and a screen reader get. */
export type Facts = readonly (readonly FactCell[])[];

/** The words of these tables as files of data have them, whatever the language. */
const dataWords = {
  issue: "issue",
  stance: "stance",
  actor: "actor",
  paper: "paper",
  period: "period",
  coder: "coder",
  all: "all",
  total: "All",
  mean: "mean",
  rolled: "with those under it",
  otherIssue: "other issue",
  together: "together",
  coefficient: "coefficient",
  claims: "claims",
  characters: "characters",
  marked: "marked",
  share: "share",
  firstDay: "first day",
  lastDay: "last day",
  positions: "positions",
  ties: "ties",
  balance: "balance",
  polarisation: "polarisation",
  kind: "kind",
  turn: "turn",
  dispute: "dispute",
  onePaper: "paper",
  supportedBy: "supported by",
  opposedBy: "opposed by",
  in: "in",
  quote: "quote",
  for: "for",
  against: "against",
  score: "score",
  evidence: "evidence",
  weight: "weight",
  diagnosticity: "diagnosticity",
  carries: "carries the conclusion",
  yes: "yes",
  no: "no",
  inconsistency: "Inconsistency",
  passages: "passages",
  presence: "0/1",
  claim: "claim",
  page: "page",
  start: "start",
  end: "end",
  sharedText: "shared text",
  noActor: "no actor",
  source: "source",
  target: "target",
} as const;
export type FactWord = keyof typeof dataWords;
/** Says a word of a table, for data or in a language. */
export type FactWords = (word: FactWord) => string;

/** The words that files of data have. */
export const wordsOfData: FactWords = (word) => dataWords[word];

/** The words that people read, in their language. */
export function factWordsIn(language: SpokenLanguage): FactWords {
  return (word) => printMessage(message(`facts.${word}`), language);
}

/** What is measured, not counted: 0 says something there. */
const measures = [
  "mean",
  "share",
  "weight",
  "score",
  "coefficient",
  "balance",
  "polarisation",
  "diagnosticity",
] as const;

/** Whether the column under a head of that table holds measures. */
export function isMeasure(head: FactCell, word: FactWords): boolean {
  return measures.some((measure) => {
    const name = word(measure);
    return head === name || String(head).startsWith(`${name}: `);
  });
}

/**
 * The table equal to an analysis. Of a network the ties, of a series of windows a line for each; with `square` the
 * matrix of weights. `word` says its heads; names of entries are those that the analysis has.
 */
export function analysisFacts(
  library: Library,
  analysis: Analysis,
  { square = false, word = wordsOfData }: Readonly<{ square?: boolean; word?: FactWords }> = {},
): Facts {
  switch (analysis.kind) {
    case "matrix":
      return analysis.matrix.options.columns === "stance"
        ? matrixFacts(analysis.matrix, word)
        : meanFacts(analysis.matrix, word);
    case "network":
      if (square) return networkTable(analysis.network);
      return analysis.windows.length > 0 ? windowFacts(analysis.windows, word) : tieFacts(analysis.network, word);
    case "timeline": {
      const { periods, stances, lanes, options } = analysis.timeline;
      const heads = [word(options.lanes), word("period"), ...stances.map(({ name }) => name), word("mean")];
      const lines = lanes.flatMap((lane) =>
        periods.map((period, index): FactCell[] => [
          lane.name,
          period,
          ...(lane.counts[index] ?? []),
          lane.means[index] ?? null,
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
      const heads = [word("issue"), word("otherIssue"), word("together"), ...(inOne ? [word("coefficient")] : [])];
      return [heads, ...lines];
    }
    case "coverage":
      return [
        (["paper", "claims", "characters", "marked", "share"] as const).map(word),
        ...analysis.papers.map((paper): FactCell[] => [
          paper.name,
          paper.claims,
          paper.characters,
          paper.marked,
          paper.share,
        ]),
      ];
    case "contradictions":
      return contradictionFacts(library, analysis.contradictions, word);
    case "ach":
      return analysis.ach === null || analysis.result === null ? [[]] : achFacts(analysis.ach, analysis.result, word);
    case "passages":
      return foundFacts(library, analysis, word);
  }
}

/** A matrix with its totals; lines of issues count what is under them too, in columns of their own. */
export function matrixFacts({ options, columns, lines, totals, total }: Matrix, word: FactWords = wordsOfData): Facts {
  const tree = options.rows === "issue";
  const head = [
    word(options.rows),
    ...columns.map(({ name }) => name),
    word("all"),
    ...(tree ? [word("rolled")] : []),
    word("mean"),
  ];
  const body = lines.map((line): FactCell[] => [
    line.name,
    ...line.counts,
    line.total,
    ...(tree ? [line.rolledTotal] : []),
    line.mean,
  ]);
  return [head, ...body, [word("total"), ...totals, total, ...(tree ? [total] : []), null]];
}

/** A matrix with the signed mean of each cell after its totals: what the signs of its picture say. */
function meanFacts(matrix: Matrix, word: FactWords): Facts {
  const [head = [], ...body] = matrixFacts(matrix, word);
  return [
    [...head, ...matrix.columns.map(({ name }) => `${word("mean")}: ${name}`)],
    ...body.map((line, index): FactCell[] => {
      const means = matrix.lines[index]?.means ?? matrix.columns.map(() => null);
      return [...line, ...means];
    }),
  ];
}

function windowFacts(windows: readonly NetworkWindow[], word: FactWords): Facts {
  const lines = windows.map((window): FactCell[] => [
    window.first,
    window.last,
    window.positions,
    window.ties,
    window.balance,
    window.polarisation,
  ]);
  const heads = (["firstDay", "lastDay", "positions", "ties", "balance", "polarisation"] as const).map(word);
  return [heads, ...lines];
}

/** A network as a list of ties with a head for people or for data. */
function tieFacts(network: Network, word: FactWords): Facts {
  const [, ...ties] = edgeTable(network);
  return [(["source", "target", "weight"] as const).map(word), ...ties];
}

const contradictionHeads = [
  ...(["kind", "issue", "supportedBy", "in", "quote", "opposedBy", "in", "quote"] as const),
  ...(["for", "against", "score"] as const),
];

function contradictionFacts(library: Library, found: readonly Contradiction[], word: FactWords): Facts {
  const head = contradictionHeads.map(word);
  const cells = (side: ContradictionSide): FactCell[] => [
    side.actor === null ? word("noActor") : entryName(library, "actor", side.actor),
    entryName(library, "paper", side.paper),
    quoteFor(library, side),
  ];
  const lines = found.map((contradiction): FactCell[] => [
    word(contradiction.kind === "paper" ? "onePaper" : contradiction.kind),
    entryName(library, "issue", contradiction.issue),
    ...cells(contradiction.supports),
    ...cells(contradiction.opposes),
    contradiction.for,
    contradiction.against,
    contradiction.score,
  ]);
  return [head, ...lines];
}

/** The words of one side of a contradiction. */
export function quoteFor(library: Library, { paper, claim }: Pick<ContradictionSide, "paper" | "claim">): string {
  const annotation = ofPaper(library.annotations, paper)[claim];
  return annotation === undefined ? "" : quoteOf(annotation.passage);
}

function achFacts(ach: Ach, result: AchResult, word: FactWords): Facts {
  const head = [
    word("evidence"),
    ...ach.hypotheses.map(({ name }) => name),
    word("weight"),
    word("diagnosticity"),
    word("carries"),
  ];
  const lines = ach.evidence.map((evidence, index): FactCell[] => {
    const score = result.evidence[index];
    const marks = ach.hypotheses.map(({ id }) => achMarkOf(ach, evidence.id, id));
    return [
      evidence.text,
      ...marks,
      score?.weight ?? null,
      score?.diagnosticity ?? null,
      word(score?.carries === true ? "yes" : "no"),
    ];
  });
  return [
    head,
    ...lines,
    [word("inconsistency"), ...result.hypotheses.map(({ inconsistency }) => inconsistency), null, null, null],
  ];
}

/**
 * The passages as a table: a line for each, its claims' quotes after its words; or, counted, a line for each entry with
 * count and 0/1.
 */
function foundFacts(library: Library, { found, by: counted }: FoundAnalysis, word: FactWords): Facts {
  const { shown, tallies: by } = found;
  if (counted !== null)
    return [
      ([counted, "passages", "claims", "presence"] as const).map(word),
      ...by[counted].map(({ name, passages, claims }): FactCell[] => [name, passages, claims, passages > 0 ? 1 : 0]),
    ];
  const most = Math.max(1, ...shown.map(({ claims }) => claims.length));
  const heads = Array.from({ length: most }, (_, index) => [
    `${word("claim")} ${index + 1}`,
    `${word("actor")} ${index + 1}`,
  ]).flat();
  const lines = shown.map((foundPassage): FactCell[] => {
    const cells = foundPassage.claims.flatMap((claim): FactCell[] => {
      const actor = ofPaper(library.annotations, foundPassage.paper)[claim]?.actor ?? "";
      return [quoteFor(library, { paper: foundPassage.paper, claim }), library.actors[actor]?.name ?? ""];
    });
    const empty = Array.from({ length: 2 * (most - foundPassage.claims.length) }, () => "");
    return [
      library.papers[foundPassage.paper]?.title ?? "",
      foundPassage.page,
      foundPassage.start,
      foundPassage.end,
      foundPassage.text,
      ...cells,
      ...empty,
    ];
  });
  const first = (["paper", "page", "start", "end", "sharedText"] as const).map(word);
  return [[...first, ...heads], ...lines];
}
