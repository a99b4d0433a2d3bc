import { achResult } from "../analysis/ach.ts";
import { analyse } from "../analysis/analyse.ts";
import { contradictionsOf } from "../analysis/contradictions.ts";
import { entryName } from "../analysis/entries.ts";
import { analysisFacts, type Facts, type FactWords, factWordsIn, matrixFacts } from "../analysis/facts.ts";
import { type Matrix, MatrixOptions, matrixOf } from "../analysis/matrix.ts";
import { NetworkOptions } from "../analysis/network.ts";
import { shownMatrix, shownTimeline } from "../analysis/shown-analysis.ts";
import { TimelineOptions, timelineOf } from "../analysis/timeline.ts";
import { scoresChart } from "../chart/bars-chart.ts";
import { matrixChart } from "../chart/matrix-chart.ts";
import { inDirection } from "../chart/mirror.ts";
import { networkChart } from "../chart/network-chart.ts";
import type { Picture } from "../chart/picture.ts";
import { timelineChart } from "../chart/timeline-chart.ts";
import { chartWordsIn } from "../chart/words.ts";
import type { Message } from "../messages/arguments.ts";
import { message } from "../messages/message.ts";
import { parsePath, showPath } from "../model/issue-path.ts";
import { twoDecimals } from "../text/two-decimals.ts";
import { appendixBlocks, bibliographyBlocks, codebookBlocks, methodBlocks, summaryBlocks } from "./back-matter.ts";
import { quoteOfRow, quoteUnder, type ReportContext } from "./context.ts";
import { codedAs, printPositions } from "./outline.ts";
import { claimFinder, proseBlocks } from "./prose.ts";
import type { ReportSection, SectionKind } from "./template.ts";
import { plain, type ReportBlock, type ReportQuote, type ReportText, type TableBlock } from "./tree.ts";
import { englishWords, type ReportWords } from "./words.ts";

/** What a section is called when its template gives it no heading; free text has no name. */
export function sectionName(kind: SectionKind, { say }: ReportWords = englishWords): string {
  return kind === "text" ? "" : say(message(`report.section.${kind}`));
}

/** Width of a chart, in units of 1/96 inch. */
const chartWidth = 720;

/** What a section becomes, and what is to be looked at in it. */
export type Built = Readonly<{ blocks: readonly ReportBlock[]; flags: readonly Message[] }>;

/** The blocks of a section without its heading; none when it has nothing to say. */
export function sectionBlocks(context: ReportContext, section: ReportSection): Built {
  if (section.kind === "text") return proseBlocks(section.text, citable(context), context.words);
  return { blocks: blocksOf(context, section), flags: [] };
}

function blocksOf(context: ReportContext, section: Exclude<ReportSection, { kind: "text" }>): readonly ReportBlock[] {
  switch (section.kind) {
    case "contents":
      return [{ kind: "contents" }];
    case "summary":
      return summaryBlocks(context);
    case "matrix":
      return matrixSection(context, section.chart);
    case "issues":
      return issueSections(context);
    case "actors":
      return actorSection(context, section.chart);
    case "contradictions":
      return contradictionSection(context, section.most);
    case "timeline":
      return timelineSection(context, section);
    case "network":
      return networkSection(context, section.tie);
    case "ach":
      return achSections(context, section.id);
    case "notes":
      return context.outline.notes.map((row) => ({ kind: "quote", quote: quoteOfRow(context, row, []) }));
    case "claims":
      return appendixBlocks(context);
    case "codebook":
      return codebookBlocks(context);
    case "method":
      return methodBlocks(context);
    case "bibliography":
      return bibliographyBlocks(context);
  }
}

function matrixSection({ library, positions, words }: ReportContext, chart: boolean): ReportBlock[] {
  if (positions.length === 0) return [];
  const { language, say } = words;
  const matrix = shownMatrix(library, matrixOf(library, positions, MatrixOptions.parse({})), language);
  const caption = say(message("report.byIssueAndStance", { count: positions.length }));
  const word = factWordsIn(language);
  return [
    ...pictured(chart, caption, matrixChart(library, matrix, caption, chartWidth, chartWordsIn(language)), words),
    { ...sectionTable(caption, matrixFacts(matrix, word), true, word), tree: true },
  ];
}

function issueSections(context: ReportContext): ReportBlock[] {
  return context.outline.issues.flatMap(({ issue, claims }): ReportBlock[] => [
    { kind: "heading", level: 2, text: issue, id: "" },
    ...claims.map((claim): ReportBlock => ({ kind: "quote", quote: quoteUnder(context, claim) })),
  ]);
}

function actorSection({ library, positions, words }: ReportContext, chart: boolean): ReportBlock[] {
  if (positions.length === 0) return [];
  const { language, say } = words;
  const issues = new Set(positions.map((row) => row.issue)).size;
  const actors = new Set(positions.map((row) => row.actor)).size;
  // The longer list goes down the page, where there is room for it.
  const [rows, columns] = issues > actors ? (["issue", "actor"] as const) : (["actor", "issue"] as const);
  const shown = (options: Partial<MatrixOptions>): Matrix =>
    shownMatrix(library, matrixOf(library, positions, MatrixOptions.parse(options)), language);
  const caption = say(message(rows === "issue" ? "report.byIssueAndActor" : "report.byActorAndIssue"));
  const drawn = matrixChart(library, shown({ rows, columns }), caption, chartWidth, chartWordsIn(language));
  const byStance = shown({ rows: "actor", columns: "stance" });
  const word = factWordsIn(language);
  return [
    ...pictured(chart, caption, drawn, words),
    sectionTable(say(message("report.byActorAndStance")), matrixFacts(byStance, word), true, word),
  ];
}

function contradictionSection(context: ReportContext, most: number): ReportBlock[] {
  const { library, positions, rows } = context;
  const { say } = context.words;
  const byId = new Map(rows.map((row) => [row.id, row]));
  // Two sides in one paper are already reported as a dispute or a turn.
  const found = contradictionsOf(positions).filter(({ kind }) => kind !== "paper");
  return found.slice(0, most).flatMap((contradiction): ReportBlock[] => {
    const who = (actor: string | null): string | Message =>
      actor === null ? message("facts.noActor") : entryName(library, "actor", actor);
    const title =
      contradiction.kind === "turn"
        ? message("report.bothSides", { actor: who(contradiction.supports.actor) })
        : message("report.actorAgainst", {
            actor: who(contradiction.supports.actor),
            other: who(contradiction.opposes.actor),
          });
    const issue = entryName(library, "issue", contradiction.issue);
    const side = ({ claim }: typeof contradiction.supports, polarity: number): ReportQuote[] => {
      const row = byId.get(claim);
      const held = row?.positions.find(
        (position) => showPath(parsePath(position.issue)) === issue && position.polarity === polarity,
      );
      return row === undefined || held === undefined ? [] : [quoteUnder(context, { row, ...held })];
    };
    const [supports] = side(contradiction.supports, 1);
    const [opposes] = side(contradiction.opposes, -1);
    if (supports === undefined || opposes === undefined) return [];
    const sentence = message("report.divided", {
      issue,
      who: title,
      for: contradiction.for,
      against: contradiction.against,
    });
    return [{ kind: "pair", title: say(sentence), sides: [supports, opposes] }];
  });
}

function timelineSection(
  { library, positions, words }: ReportContext,
  { unit, lanes }: Extract<ReportSection, { kind: "timeline" }>,
): ReportBlock[] {
  const { language, say } = words;
  const options = TimelineOptions.parse({ unit, lanes });
  const timeline = shownTimeline(library, timelineOf(library, positions, options), language);
  if (timeline.lanes.length === 0) return [];
  const caption = say(message("report.byDate"));
  const word = factWordsIn(language);
  const [heads = [], ...lines] = analysisFacts(library, { kind: "timeline", timeline }, { word });
  const stated = lines.filter((line) => line.slice(2, -1).some((cell) => cell !== 0));
  const undated = say(message("report.undatedPositions", { count: timeline.undated }));
  const rest: ReportBlock[] = timeline.undated === 0 ? [] : [{ kind: "paragraph", runs: [plain(undated)], soft: true }];
  return [
    // Of a single period a line through time would show nothing.
    ...pictured(timeline.periods.length > 1, caption, timelineChart(library, timeline, caption), words),
    sectionTable(caption, [heads, ...stated], false, word),
    ...rest,
  ];
}

function networkSection({ library, positions, words }: ReportContext, tie: NetworkOptions["tie"]): ReportBlock[] {
  const { language, say } = words;
  const options = NetworkOptions.parse({ tie, ...(tie === "affiliation" ? { normalisation: "none" } : {}) });
  const analysis = analyse(library, positions, { kind: "network", options });
  if (analysis.kind !== "network" || analysis.network.ties.length === 0) return [];
  const caption = say(message(`report.tie.${tie}`));
  const { polarisation } = analysis;
  const share = (value: number): string => `${Math.round(value * 100)} %`;
  const measured = message("report.camps", {
    caption: message(`report.tie.${tie}`),
    share: share(polarisation.balance),
    polarisation: twoDecimals(polarisation.polarisation),
  });
  const word = factWordsIn(language);
  return [
    {
      kind: "chart",
      caption: say(measured),
      picture: networkChart(analysis.network, polarisation.camps, caption, chartWidth, chartWordsIn(language)),
    },
    sectionTable(caption, analysisFacts(library, analysis, { word }), false, word),
  ];
}

function achSections({ library, hypotheses, words }: ReportContext, id: string): ReportBlock[] {
  const word = factWordsIn(words.language);
  return hypotheses
    .filter((hypothesis) => id === "" || hypothesis.id === id)
    .flatMap((ach): ReportBlock[] => {
      const result = achResult(ach);
      const caption = words.say(message("report.inconsistency"));
      const scores = ach.hypotheses.map(({ id: hypothesis, name }, index) => ({
        name,
        score: result.hypotheses[index]?.inconsistency ?? 0,
        leads: result.leading.includes(hypothesis),
      }));
      return [
        { kind: "heading", level: 2, text: ach.question, id: "" },
        ...pictured(true, caption, scoresChart(scores, caption), words),
        sectionTable(
          words.say(message("report.evidence")),
          analysisFacts(library, { kind: "ach", ach, result }, { word }),
          true,
          word,
        ),
      ];
    });
}

function pictured(wanted: boolean, caption: string, picture: Picture, { direction }: ReportWords): ReportBlock[] {
  return wanted ? [{ kind: "chart", caption, picture: inDirection(picture, direction) }] : [];
}

/** Facts as a table; `footed` when the last line is their total. `word` says their heads. */
export function sectionTable(
  caption: string,
  [heads = [], ...lines]: Facts,
  footed: boolean,
  word: FactWords,
): TableBlock {
  const measured = (["mean", "weight", "diagnosticity"] as const).map(word);
  const measures = heads.map((head) => measured.includes(String(head)));
  // A measure of 0 says something; a count of 0 is left blank.
  const shown = lines.map((line) =>
    line.map((cell, index) => (measures[index] === true && typeof cell === "number" ? twoDecimals(cell) : cell)),
  );
  const foot = footed ? (shown.at(-1) ?? null) : null;
  return {
    kind: "table",
    caption,
    heads: heads.map((head) => capitalised(String(head))),
    lines: footed ? shown.slice(0, -1) : shown,
    foot,
  };
}

/** A head of data as a head of a table for people; a stance's sign never parts from its name. */
function capitalised(head: string): string {
  return (head.charAt(0).toUpperCase() + head.slice(1)).replace(/^(\S) /, "$1\u00a0");
}

/** The claims of a report as its free text may cite them. */
function citable({ rows, citations, noted, words }: ReportContext) {
  const { isolate } = words;
  const find = claimFinder(rows);
  return (reference: string) => {
    const row = find(reference);
    if (row === null) return null;
    const actor = row.actor === null ? "" : `${isolate(row.actor)}: `;
    const held = row.positions.map(
      (position) => `${isolate(showPath(parsePath(position.issue)))}: ${printPositions(position, words)}`,
    );
    const coded = [...held, ...codedAs(row, words)].join(" · ");
    const note = (): readonly ReportText[] => {
      const cited = (noted.has(row.paper) ? citations.citeAgain : citations.cite)(row.paper, row.page);
      noted.add(row.paper);
      const parted = cited.at(-1)?.text.endsWith(".") ? " " : " · ";
      return [plain(`${actor}${isolate(words.quoted(row.quote))} `), ...cited, plain(`${parted}${coded}`)];
    };
    return { words: row.quote, note };
  };
}
