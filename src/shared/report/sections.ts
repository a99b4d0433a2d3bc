import { achResult } from "../analysis/ach.ts";
import { analyse } from "../analysis/analyse.ts";
import { contradictionsOf } from "../analysis/contradictions.ts";
import { entryName } from "../analysis/entries.ts";
import { analysisFacts, type Facts, matrixFacts } from "../analysis/facts.ts";
import { MatrixOptions, matrixOf } from "../analysis/matrix.ts";
import { NetworkOptions } from "../analysis/network.ts";
import { TimelineOptions, timelineOf } from "../analysis/timeline.ts";
import { scoresChart } from "../chart/bars-chart.ts";
import { matrixChart } from "../chart/matrix-chart.ts";
import { networkChart } from "../chart/network-chart.ts";
import type { Picture } from "../chart/picture.ts";
import { timelineChart } from "../chart/timeline-chart.ts";
import type { Message } from "../messages/arguments.ts";
import { parsePath, showPath } from "../model/issue-path.ts";
import { appendixBlocks, bibliographyBlocks, codebookBlocks, methodBlocks, summaryBlocks } from "./back-matter.ts";
import { quoteOfRow, quoteUnder, type ReportContext } from "./context.ts";
import { codedAs, printPositions } from "./outline.ts";
import { claimFinder, proseBlocks } from "./prose.ts";
import type { ReportSection, SectionKind } from "./template.ts";
import { apart, plain, type ReportBlock, type ReportQuote, type ReportText, type TableBlock } from "./tree.ts";

/** What a section is called when its template gives it no heading. */
export const sectionNames: Readonly<Record<SectionKind, string>> = {
  contents: "Contents",
  text: "",
  summary: "Summary",
  matrix: "Issues and stances",
  issues: "Claims by issue",
  actors: "Actors",
  contradictions: "Contradictions",
  timeline: "Timeline",
  network: "Who agrees with whom",
  ach: "Competing hypotheses",
  notes: "Notes",
  claims: "Appendix: all claims",
  codebook: "Appendix: codebook",
  method: "Method",
  bibliography: "Papers cited",
};

/** What a section becomes, and what is to be looked at in it. */
export type Built = Readonly<{ blocks: readonly ReportBlock[]; flags: readonly Message[] }>;

/** The blocks of a section without its heading; none when it has nothing to say. */
export function sectionBlocks(context: ReportContext, section: ReportSection): Built {
  if (section.kind === "text") return proseBlocks(section.text, citable(context));
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

function matrixSection({ library, positions }: ReportContext, chart: boolean): ReportBlock[] {
  if (positions.length === 0) return [];
  const matrix = matrixOf(library, positions, MatrixOptions.parse({}));
  const caption = `Positions by issue and stance (${positions.length})`;
  return [
    ...pictured(chart, caption, matrixChart(library, matrix, caption)),
    { ...sectionTable(caption, matrixFacts(matrix), true), tree: true },
  ];
}

function issueSections(context: ReportContext): ReportBlock[] {
  return context.outline.issues.flatMap(({ issue, claims }): ReportBlock[] => [
    { kind: "heading", level: 2, text: issue, id: "" },
    ...claims.map((claim): ReportBlock => ({ kind: "quote", quote: quoteUnder(context, claim) })),
  ]);
}

function actorSection({ library, positions }: ReportContext, chart: boolean): ReportBlock[] {
  if (positions.length === 0) return [];
  const issues = new Set(positions.map((row) => row.issue)).size;
  const actors = new Set(positions.map((row) => row.actor)).size;
  // The longer list goes down the page, where there is room for it.
  const [rows, columns] = issues > actors ? (["issue", "actor"] as const) : (["actor", "issue"] as const);
  const matrix = matrixOf(library, positions, MatrixOptions.parse({ rows, columns }));
  const caption = `Positions by ${rows} and ${columns}; + and − where the mean takes a side`;
  const byStance = matrixOf(library, positions, MatrixOptions.parse({ rows: "actor", columns: "stance" }));
  return [
    ...pictured(chart, caption, matrixChart(library, matrix, caption)),
    sectionTable("Positions by actor and stance", matrixFacts(byStance), true),
  ];
}

function contradictionSection(context: ReportContext, most: number): ReportBlock[] {
  const { library, positions, rows } = context;
  const byId = new Map(rows.map((row) => [row.id, row]));
  // Two sides in one paper are already reported as a dispute or a turn.
  const found = contradictionsOf(positions).filter(({ kind }) => kind !== "paper");
  return found.slice(0, most).flatMap((one): ReportBlock[] => {
    const who = (actor: string | null): string => apart(entryName(library, "actor", actor ?? ""));
    const title =
      one.kind === "turn"
        ? `${who(one.supports.actor)} on both sides`
        : `${who(one.supports.actor)} against ${who(one.opposes.actor)}`;
    const issue = entryName(library, "issue", one.issue);
    const side = ({ claim }: typeof one.supports, polarity: number): ReportQuote[] => {
      const row = byId.get(claim);
      const held = row?.positions.find((own) => showPath(parsePath(own.issue)) === issue && own.polarity === polarity);
      return row === undefined || held === undefined ? [] : [quoteUnder(context, { row, ...held })];
    };
    const [supports] = side(one.supports, 1);
    const [opposes] = side(one.opposes, -1);
    if (supports === undefined || opposes === undefined) return [];
    const counts = `${one.for} for, ${one.against} against`;
    return [{ kind: "pair", title: `${apart(issue)}: ${title} (${counts})`, sides: [supports, opposes] }];
  });
}

function timelineSection(
  { library, positions }: ReportContext,
  { unit, lanes }: Extract<ReportSection, { kind: "timeline" }>,
): ReportBlock[] {
  const timeline = timelineOf(library, positions, TimelineOptions.parse({ unit, lanes }));
  if (timeline.lanes.length === 0) return [];
  const caption = "Positions by the date of their paper";
  const [heads = [], ...lines] = analysisFacts(library, { kind: "timeline", timeline });
  const said = lines.filter((line) => line.slice(2, -1).some((cell) => cell !== 0));
  const undated: ReportBlock[] =
    timeline.undated === 0 ? [] : [{ kind: "paragraph", runs: [plain(undatedWords(timeline.undated))], soft: true }];
  return [
    // Of a single period a line through time would show nothing.
    ...pictured(timeline.periods.length > 1, caption, timelineChart(library, timeline, caption)),
    sectionTable(caption, [heads, ...said], false),
    ...undated,
  ];
}

function undatedWords(count: number): string {
  return count === 1 ? "1 position has no date." : `${count} positions have no date.`;
}

function networkSection({ library, positions }: ReportContext, tie: NetworkOptions["tie"]): ReportBlock[] {
  const options = NetworkOptions.parse({ tie, ...(tie === "affiliation" ? { normalisation: "none" } : {}) });
  const analysis = analyse(library, positions, { kind: "network", options });
  if (analysis.kind !== "network" || analysis.network.ties.length === 0) return [];
  const caption = networkCaptions[tie];
  const { polarisation } = analysis;
  const share = (value: number): string => `${Math.round(value * 100)} %`;
  const measured = `Two camps explain ${share(polarisation.balance)} of the ties; polarisation ${polarisation.polarisation.toFixed(2)} (0 none, 1 full)`;
  return [
    {
      kind: "chart",
      caption: `${caption}. ${measured}`,
      picture: networkChart(analysis.network, polarisation.camps, caption),
    },
    sectionTable(caption, analysisFacts(library, analysis), false),
  ];
}

const networkCaptions = {
  affiliation: "Actors and the issues they speak about; dashed lines oppose",
  cooccurrence: "Actors who speak about the same issues",
  congruence: "Actors who take the same side on the same issues",
  conflict: "Actors who take opposite sides on the same issues",
  subtract: "Agreement less conflict between actors; dashed where conflict prevails",
} as const;

function achSections({ library, hypotheses }: ReportContext, id: string): ReportBlock[] {
  return hypotheses
    .filter((one) => id === "" || one.id === id)
    .flatMap((ach): ReportBlock[] => {
      const result = achResult(ach);
      const caption = "Inconsistency of each hypothesis: the shorter the bar, the less speaks against it";
      const scores = ach.hypotheses.map(({ id: one, name }, at) => ({
        name,
        score: result.hypotheses[at]?.inconsistency ?? 0,
        leads: result.leading.includes(one),
      }));
      return [
        { kind: "heading", level: 2, text: ach.question, id: "" },
        { kind: "chart", caption, picture: scoresChart(scores, caption) },
        sectionTable(
          "Evidence and hypotheses (CC strongly consistent … II strongly inconsistent)",
          analysisFacts(library, { kind: "ach", ach, result }),
          true,
        ),
      ];
    });
}

function pictured(wanted: boolean, caption: string, picture: Picture): ReportBlock[] {
  return wanted ? [{ kind: "chart", caption, picture }] : [];
}

/** Facts as a table; `footed` when the last line is their total. */
export function sectionTable(caption: string, [heads = [], ...lines]: Facts, footed: boolean): TableBlock {
  const measures = heads.map((head) => ["mean", "weight", "diagnosticity"].includes(String(head)));
  // A measure of 0 says something; a count of 0 is left blank.
  const shown = lines.map((line) =>
    line.map((cell, at) =>
      measures[at] === true && typeof cell === "number" ? cell.toFixed(2).replace("-", "−") : cell,
    ),
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
function citable({ rows, citations, noted }: ReportContext) {
  const find = claimFinder(rows);
  return (reference: string) => {
    const row = find(reference);
    if (row === null) return null;
    const actor = row.actor === null ? "" : `${apart(row.actor)}: `;
    const held = row.positions.map((one) => `${apart(showPath(parsePath(one.issue)))}: ${printPositions(one)}`);
    const coded = [...held, ...codedAs(row)].join(" · ");
    const note = (): readonly ReportText[] => {
      const cited = (noted.has(row.paper) ? citations.citeAgain : citations.cite)(row.paper, row.page);
      noted.add(row.paper);
      const parted = cited.at(-1)?.text.endsWith(".") ? " " : " · ";
      return [plain(`${actor}${apart(`“${row.quote}”`)} `), ...cited, plain(`${parted}${coded}`)];
    };
    return { words: row.quote, note };
  };
}
